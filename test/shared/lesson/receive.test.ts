import { describe, expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import type { Intent, Refusal } from "../../../shared/contract/intent.ts";
import { refusals } from "../../../shared/contract/intent.ts";
import type { Act, ErrandId } from "../../../shared/device/act.ts";
import type { BeltLetter } from "../../../shared/device/belt.ts";
import { advance } from "../../../shared/lesson/advance.ts";
import { createLesson, type Lesson } from "../../../shared/lesson/lesson.ts";
import { receive } from "../../../shared/lesson/receive.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import type { PacketId } from "../../../shared/wire/packet.ts";
import { Hands } from "../../kit/hands.ts";
import { port } from "../../kit/one-box.ts";

const accepted = { kind: "accepted" } as const;
const refused = (reason: Refusal) => ({ kind: "refused", reason }) as const;

describe("the number of a move", () => {
  const join = (player: string): Intent => ({ kind: "join", player, keyHash: "" });

  type Step = readonly [n: number, player: string, answer: unknown];
  const lists: readonly (readonly [string, readonly Step[]])[] = [
    [
      "counts from 1 without a gap",
      [
        [1, "p1", accepted],
        [2, "p2", accepted],
        [3, "p3", accepted],
      ],
    ],
    [
      "that comes twice is applied once, and answered as the first time",
      [
        [1, "p1", accepted],
        [1, "p2", { kind: "already", first: accepted }],
        [2, "p1", refused("outOfTurn")],
        [2, "p1", { kind: "already", first: refused("outOfTurn") }],
        [1, "p1", { kind: "already", first: accepted }],
        [3, "p3", accepted],
      ],
    ],
    [
      "that leaves a gap is refused, and may still come in its turn",
      [
        [2, "p1", refused("outOfTurn")],
        [1, "p1", accepted],
        [3, "p2", refused("outOfTurn")],
        [2, "p2", accepted],
      ],
    ],
    [
      "that is no number of a move is refused",
      [
        [0, "p1", refused("outOfTurn")],
        [-1, "p1", refused("outOfTurn")],
        [1.5, "p1", refused("outOfTurn")],
        [Number.NaN, "p1", refused("outOfTurn")],
        [1, "p1", accepted],
      ],
    ],
  ];
  test.each(lists)("%s", (_, steps) => {
    const lesson = createLesson(options, missions);
    for (const [n, player, answer] of steps) {
      expect(receive(lesson, { at: instant(0), by: "shell", n, intent: join(player) })).toEqual(
        answer,
      );
    }
  });

  test("is each actor's own", () => {
    const lesson = createLesson(options, missions);
    const move = (by: string, intent: Intent) =>
      receive(lesson, { at: instant(0), by, n: 1, intent });
    expect(move("shell", join("p1"))).toEqual(accepted);
    expect(move("host", { kind: "startRound" })).toEqual(accepted);
    expect(move("p1", { kind: "ready" })).toEqual(accepted);
  });

  test("is remembered with its answer for the latest sixteen", () => {
    const lesson = createLesson(options, missions);
    const move = (n: number) =>
      receive(lesson, { at: instant(0), by: "host", n, intent: { kind: "pause" } });
    for (let n = 1; n <= 20; n++) move(n);
    expect(move(5)).toEqual({ kind: "already", first: refused("notPlaying") });
    expect(move(4)).toEqual(refused("outOfTurn"));
  });

  test("that comes twice changes nothing, whatever it says the second time", () => {
    const hands = new Hands(["router1"]);
    const { lesson } = hands.classroom;
    const due = hands.waitFor("router1", "forward");
    hands.act("router1", due.proposal);
    const n = lesson.actors["router1"]?.last ?? 0;
    const before = hashOf(lesson);
    const again: Intent = { kind: "act", act: { kind: "raiseFlag", flag: "thanks" } };
    expect(receive(lesson, { at: lesson.now, by: "router1", n, intent: again })).toEqual({
      kind: "already",
      first: accepted,
    });
    expect(hashOf(lesson)).toBe(before);
  });
});

const options = {
  mode: "room",
  mission: "address-and-door-1",
  seed: 1,
  assistance: "standard",
} as const;

type Provocation = {
  readonly reason: Refusal;
  readonly when: string;
  readonly mission?: string;
  readonly hands?: readonly string[];
  /** Brings the lesson to where the move is refused. */
  readonly before?: (hands: Hands) => void;
  readonly by: string;
  readonly intent: Intent | ((hands: Hands) => Intent);
};

const act = (act: Act): Intent => ({ kind: "act", act });
const flag = act({ kind: "raiseFlag", flag: "full" });

/** The client's first letter, with something changed. */
const letter =
  (change: Partial<Extract<Act, { kind: "sendDatagram" }>>) =>
  (hands: Hands): Intent =>
    act({ ...hands.waitFor("client1", "sendDatagram").proposal, ...change });

const provocations: readonly Provocation[] = [
  {
    reason: "malformed",
    when: "a player says what only the shell may say",
    by: "router1",
    intent: { kind: "join", player: "p9", keyHash: "" },
  },
  {
    reason: "outOfTurn",
    when: "a round is started while one runs",
    by: "host",
    intent: { kind: "startRound" },
  },
  {
    reason: "outOfTurn",
    when: "a player wants another name in the middle of a round",
    by: "router1",
    intent: { kind: "renameMe" },
  },
  {
    reason: "outOfTurn",
    when: "a player who is there joins",
    by: "shell",
    intent: { kind: "join", player: "router1", keyHash: "" },
  },
  { reason: "notHost", when: "a player pauses", by: "router1", intent: { kind: "pause" } },
  { reason: "notPlayer", when: "a stranger acts", by: "p9", intent: flag },
  { reason: "notPlayer", when: "the host acts", by: "host", intent: flag },
  {
    reason: "noSeat",
    when: "a player without a seat acts",
    hands: ["server", "client1", "router1", "client2", "router2"],
    before: ({ classroom }) => void classroom.join("late"),
    by: "late",
    intent: flag,
  },
  {
    reason: "noSeat",
    when: "a player without a seat takes it back",
    hands: ["server", "client1", "router1", "client2", "router2"],
    before: ({ classroom }) => void classroom.join("late"),
    by: "late",
    intent: { kind: "takeBack" },
  },
  {
    reason: "notPlaying",
    when: "somebody acts after the round",
    before: ({ classroom }) => classroom.finishRound(),
    by: "router1",
    intent: flag,
  },
  {
    reason: "notPlaying",
    when: "the host pauses the result",
    before: ({ classroom }) => classroom.finishRound(),
    by: "host",
    intent: { kind: "pause" },
  },
  {
    reason: "notPlaying",
    when: "the host ends a round that has ended",
    before: ({ classroom }) => classroom.finishRound(),
    by: "host",
    intent: { kind: "endRound" },
  },
  {
    reason: "paused",
    when: "somebody acts in a pause",
    before: ({ classroom }) => void classroom.move("host", { kind: "pause" }),
    by: "router1",
    intent: flag,
  },
  {
    reason: "closed",
    when: "the room is closed",
    before: ({ classroom }) => void classroom.move("host", { kind: "closeRoom" }),
    by: "router1",
    intent: flag,
  },
  {
    reason: "full",
    when: "forty are there",
    before: ({ classroom }) => {
      for (let n = 2; n <= 40; n++) classroom.join(`p${n}`);
    },
    by: "shell",
    intent: { kind: "join", player: "p41", keyHash: "" },
  },
  {
    reason: "notYourLetter",
    when: "a letter has never been at this desk",
    by: "router1",
    intent: act({ kind: "forward", packet: 9_999 as PacketId, exit: "router1-router2" }),
  },
  {
    reason: "notYourLetter",
    when: "a letter lies on another desk",
    hands: ["router1", "router2"],
    before: (hands) => {
      hands.waitFor("router1", "forward");
      hands.waitFor("router2", "forward");
    },
    by: "router1",
    intent: (hands) => {
      const { packet } = hands.waitFor("router2", "forward").proposal;
      const known = hands.seat("router2").letters[packet] ?? 0;
      const own = Object.values(hands.seat("router1").letters);
      return act({
        kind: "forward",
        packet: (Math.max(known, ...own) + (1 as PacketId)) as PacketId,
        exit: "router1-router2",
      });
    },
  },
  {
    reason: "notYourLetter",
    when: "a letter is still on its way",
    by: "router1",
    intent: (hands) => {
      const [number = 0] = Object.values(hands.seat("router1").letters);
      return act({ kind: "forward", packet: number as PacketId, exit: "router1-router2" });
    },
  },
  {
    reason: "notYourErrand",
    when: "an errand is not open",
    hands: ["client1"],
    by: "client1",
    intent: letter({ errand: 77 as ErrandId }),
  },
  {
    reason: "notYourTool",
    when: "a router delivers",
    before: (hands) => void hands.waitFor("router1", "forward"),
    by: "router1",
    intent: (hands) => {
      const { packet } = hands.waitFor("router1", "forward").proposal;
      const known = hands.seat("router1").letters[packet] as PacketId;
      return act({ kind: "deliver", packet: known, door: port(80) });
    },
  },
  {
    reason: "addressNotInBook",
    when: "an address was never heard of",
    hands: ["client1"],
    by: "client1",
    intent: letter({ destination: ipv4Address(10, 0, 99, 99) }),
  },
  {
    reason: "noSuchDoor",
    when: "a letter is brought to a door that is closed",
    hands: ["server"],
    before: (hands) => void hands.waitFor("server", "deliver"),
    by: "server",
    intent: (hands) => {
      const { packet } = hands.waitFor("server", "deliver").proposal;
      const known = hands.seat("server").letters[packet] as PacketId;
      return act({ kind: "deliver", packet: known, door: port(80) });
    },
  },
  {
    reason: "noSuchExit",
    when: "a letter is to leave by a link of another box",
    before: (hands) => void hands.waitFor("router1", "forward"),
    by: "router1",
    intent: (hands) => {
      const { packet } = hands.waitFor("router1", "forward").proposal;
      const known = hands.seat("router1").letters[packet] as PacketId;
      return act({ kind: "forward", packet: known, exit: "router2-server" });
    },
  },
  {
    reason: "noSuchRow",
    when: "a pin is to stand on a row that the table lacks",
    mission: "best-effort-1",
    by: "router1",
    intent: act({ kind: "pin", row: 99, exit: "router1-router2" }),
  },
  {
    reason: "noSuchRow",
    when: "a pin is taken off that stands nowhere",
    mission: "best-effort-1",
    by: "router1",
    intent: act({ kind: "unpin", row: 0 }),
  },
  {
    reason: "noPinFree",
    when: "every pin is in use",
    mission: "best-effort-1",
    before: (hands) => {
      for (const row of [0, 1, 2, 3]) {
        hands.act("router1", { kind: "pin", row, exit: "client1-router1" });
      }
    },
    by: "router1",
    intent: act({ kind: "pin", row: 4, exit: "router1-router2" }),
  },
  {
    reason: "noSuchExit",
    when: "a pin is to lead out by a link of another box",
    mission: "best-effort-1",
    by: "router1",
    intent: act({ kind: "pin", row: 0, exit: "router2-server1" }),
  },
  {
    reason: "notYourTool",
    when: "somebody gives up where letters are written by hand",
    hands: ["client1"],
    by: "client1",
    intent: act({ kind: "giveUp", errand: 1 as ErrandId }),
  },
  {
    reason: "notYourErrand",
    when: "an errand is given up that is not open",
    mission: "best-effort-1",
    hands: ["client1"],
    by: "client1",
    intent: act({ kind: "giveUp", errand: 77 as ErrandId }),
  },
  {
    reason: "noSuchMission",
    when: "a round is to play a mission that there is not",
    before: ({ classroom }) => classroom.finishRound(),
    by: "host",
    intent: { kind: "startRound", mission: "best-effort-9" },
  },
  {
    reason: "outOfTurn",
    when: "a round is to play another mission while one runs",
    by: "host",
    intent: { kind: "startRound", mission: "best-effort-9" },
  },
  {
    reason: "noSuchService",
    when: "a door is asked for that nobody has",
    hands: ["client1"],
    by: "client1",
    intent: act({ kind: "askDoor", service: "weather" }),
  },
  {
    reason: "portNotInRange",
    when: "a port is above 65535",
    hands: ["client1"],
    by: "client1",
    intent: letter({ destinationPort: port(65_536) }),
  },
  {
    reason: "alreadyListening",
    when: "a program has its door",
    hands: ["server"],
    by: "server",
    intent: act({ kind: "bindPort", service: "time", port: port(7_777) }),
  },
  {
    reason: "noSuchConnection",
    when: "a connection is to be let go that is not half-open",
    mission: "three-handshakes-1",
    hands: ["server1"],
    by: "server1",
    intent: act({ kind: "letGo", socket: "10.0.1.2:7400-10.0.2.3:50000" }),
  },
  {
    reason: "noSuchCard",
    when: "a card is sent that is none of the page's",
    mission: "in-order-1",
    hands: ["server1"],
    by: "server1",
    intent: (hands) => {
      const { proposal } = hands.waitFor("server1", "sendCard");
      return act({ ...proposal, sequence: proposal.sequence + 1 });
    },
  },
  {
    reason: "noSuchNetwork",
    when: "a network is to be shown that there is not",
    by: "host",
    intent: { kind: "showNetwork", network: "n9" },
  },
  {
    reason: "noSuchSeat",
    when: "somebody is to sit where there is no seat",
    by: "host",
    intent: { kind: "moveSeat", player: "router1", network: "n1", box: "server9" },
  },
  {
    reason: "locked",
    when: "the room is locked and somebody wants to come in",
    before: (hands) => hands.classroom.move("host", { kind: "lock", locked: true }),
    by: "shell",
    intent: { kind: "join", player: "late", keyHash: "" },
  },
  {
    reason: "noSuchPlayer",
    when: "somebody is put out who is not there",
    by: "host",
    intent: { kind: "kick", player: "p9" },
  },
  {
    reason: "noSuchPlayer",
    when: "a line is cut that nobody has",
    by: "shell",
    intent: { kind: "lineCut", player: "p9" },
  },
  {
    reason: "tooFast",
    when: "more than eight acts come in a second",
    before: (hands) => {
      for (let n = 1; n <= 8; n++) hands.act("router1", { kind: "raiseFlag", flag: "full" });
    },
    by: "router1",
    intent: flag,
  },
];

test("every refusal is provoked", () => {
  expect(new Set(provocations.map(({ reason }) => reason))).toEqual(new Set(refusals));
});

/** The lesson without the count of moves and of acts a second, which a refused move also counts in. */
function withoutCounts(lesson: Lesson): string {
  const copy: Lesson = structuredClone(lesson);
  for (const { match } of Object.values(copy.networks)) {
    for (const seat of Object.values(match.seats)) seat.recentActs = [];
  }
  return hashOf({ ...copy, actors: {} });
}

test.each(provocations)("$reason when $when, and nothing changes", (provocation) => {
  const { hands: boxes = ["router1"], mission, before, by, intent, reason } = provocation;
  const hands = new Hands(boxes, mission === undefined ? {} : { mission });
  before?.(hands);
  const move = typeof intent === "function" ? intent(hands) : intent;
  const { lesson } = hands.classroom;
  advance(lesson, lesson.now);
  const untouched = withoutCounts(lesson);
  expect(hands.classroom.move(by, move)).toEqual(refused(reason));
  expect(withoutCounts(lesson)).toBe(untouched);
});

test("eight acts a second are allowed, and after a second eight more", () => {
  const hands = new Hands(["router1"]);
  const raise = () => hands.act("router1", { kind: "raiseFlag", flag: "full" });
  const burst = () => Array.from({ length: 9 }, raise).map(({ kind }) => kind);
  expect(burst()).toEqual([...Array(8).fill("accepted"), "refused"]);
  hands.wait(1_000);
  expect(raise()).toEqual(accepted);
});

test("a letter is called by the number that its desk was shown, not by the world's own", () => {
  const hands = new Hands(["client1"]);
  const { letters } = hands.seat("client1");
  hands.obeyUntil("client1", () => hands.host("client1").belt.letters.some(isRenamed));
  function isRenamed({ packet: { id } }: BeltLetter): boolean {
    return letters[id] !== id;
  }
  const { packet } = hands.host("client1").belt.letters.find(isRenamed) ?? {};
  if (packet === undefined) throw new Error("no letter");
  const reject = (number: number | undefined) =>
    hands.classroom.move("client1", act({ kind: "reject", packet: number as PacketId }));
  expect(reject(packet.id)).toEqual(refused("notYourLetter"));
  expect(reject(letters[packet.id])).toEqual(accepted);
});

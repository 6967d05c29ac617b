import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import { type Reason, reasonNames, reasons } from "../../../shared/contract/reasons.ts";
import { tallyOf } from "../../../shared/match/result.ts";
import { type ActOf, Hands } from "../../kit/hands.ts";
import { port } from "../../kit/one-box.ts";

const crossing = "router1-router2";

/** How an act is explained to whoever did it. */
type Explained =
  | "by itself" /* right: nothing needs to be said */
  | "at once" /* its consequence is on the desk */
  | "when it comes home" /* a descendant of the act reaches the desk */
  | "in the debrief"; /* it ended in silence */

type Line = {
  readonly reason: Reason;
  readonly how: string;
  readonly at: string;
  /** Does what the judge has this reason for, with the other hands that it takes. */
  readonly provoke: (hands: Hands) => void;
  readonly hands?: readonly string[];
  readonly mission?: Partial<Mission>;
  readonly explained: Explained;
};

/** Writes the client's first letter with something changed. */
const writes =
  (change: (hands: Hands, proposal: ActOf<"sendDatagram">) => Partial<ActOf<"sendDatagram">>) =>
  (hands: Hands): void => {
    const { proposal } = hands.waitFor("client1", "sendDatagram");
    hands.act("client1", { ...proposal, ...change(hands, proposal) });
  };

/** Another door of the same host than this one. */
const otherDoor = (hands: Hands, box: string, door: number) =>
  hands.host(box).ports.bindings.find((binding) => binding.port !== door)?.port ?? port(0);

/** Sends client1's letter to a door of the server that is closed, until the server holds it. */
function knockAtClosedDoor(hands: Hands): ActOf<"reject"> {
  writes(() => ({ destinationPort: port(80) }))(hands);
  return hands.waitFor("server", "reject").proposal;
}

const lines: readonly Line[] = [
  {
    reason: "addressedRight",
    how: "writes host, door and its own socket",
    at: "client1",
    provoke: writes(() => ({})),
    explained: "by itself",
  },
  {
    reason: "wrongAddress",
    how: "writes to the other client",
    at: "client1",
    provoke: writes((hands) => ({
      destination: Object.values(hands.host("client1").neighbours)[0] as never,
    })),
    explained: "when it comes home",
  },
  {
    reason: "wrongPort",
    how: "writes to a door where nobody listens",
    at: "client1",
    provoke: writes(() => ({ destinationPort: port(80) })),
    explained: "when it comes home",
  },
  {
    reason: "sourcePortOfAnotherErrand",
    how: "has the answer sent to its other errand",
    at: "client1",
    provoke: writes((hands, { sourcePort }) => ({
      sourcePort: otherDoor(hands, "client1", sourcePort),
    })),
    explained: "when it comes home",
  },
  {
    reason: "sourcePortNobodyOpened",
    how: "has the answer sent to a closed door",
    at: "client1",
    provoke: writes(() => ({ sourcePort: port(80) })),
    explained: "when it comes home",
  },
  {
    reason: "sentBeforeTimeout",
    how: "sends a letter again while the first is on its way",
    at: "client1",
    provoke: (hands) => {
      const { proposal } = hands.waitFor("client1", "sendDatagram");
      const { id: errand, socket: sourcePort } =
        hands.host("client1").errands.find(({ state }) => state === "sent") ?? ({} as never);
      hands.act("client1", { ...proposal, errand, sourcePort });
    },
    explained: "when it comes home",
  },
  {
    reason: "askedRight",
    how: "asks for a door that it does not know",
    at: "client1",
    provoke: (hands) => {
      hands.obeyUntil("client1", () => hands.dues("client1")[0]?.proposal.kind === "askDoor");
      hands.act("client1", hands.waitFor("client1", "askDoor").proposal);
    },
    explained: "by itself",
  },
  {
    reason: "askedAgain",
    how: "asks for a door that stands in its book",
    at: "client1",
    provoke: (hands) => hands.act("client1", { kind: "askDoor", service: "time" }),
    explained: "at once",
  },
  {
    reason: "forwardedRight",
    how: "takes the exit of the longest prefix",
    at: "router1",
    provoke: (hands) => hands.act("router1", hands.waitFor("router1", "forward").proposal),
    explained: "by itself",
  },
  {
    reason: "shorterPrefix",
    how: "sends a neighbour's letter out to the wide world",
    at: "router1",
    provoke: (hands) => {
      const { proposal } = hands.waitFor("router1", "forward", ({ exit }) => exit !== crossing);
      hands.act("router1", { ...proposal, exit: crossing });
    },
    explained: "when it comes home",
  },
  {
    reason: "noMatchingPrefix",
    how: "sends the server's letter to a client, who throws it away",
    at: "router1",
    provoke: (hands) => {
      const { proposal } = hands.waitFor("router1", "forward", ({ exit }) => exit === crossing);
      hands.act("router1", { ...proposal, exit: "client2-router1" });
    },
    explained: "in the debrief",
  },
  {
    reason: "rejectedRoutable",
    how: "sends back a letter that it has a row for",
    at: "router1",
    provoke: (hands) => {
      const { proposal } = hands.waitFor("router1", "forward", ({ exit }) => exit === crossing);
      hands.act("router1", { kind: "reject", packet: proposal.packet });
    },
    explained: "when it comes home",
  },
  {
    reason: "deliveredRight",
    how: "brings a question to the door with its number",
    at: "server",
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.dues("server")[0]?.proposal.kind === "deliver");
      hands.act("server", hands.waitFor("server", "deliver").proposal);
    },
    explained: "by itself",
  },
  {
    reason: "wrongDoor",
    how: "brings a question to another program",
    at: "server",
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.host("server").ports.bindings.length > 1);
      const { packet, door } = hands.waitFor("server", "deliver").proposal;
      hands.act("server", { kind: "deliver", packet, door: otherDoor(hands, "server", door) });
    },
    explained: "at once",
  },
  {
    reason: "wrongDoor",
    how: "brings an answer to its other errand",
    at: "client1",
    provoke: (hands) => {
      const { packet, door } = hands.waitFor("client1", "deliver").proposal;
      hands.act("client1", { kind: "deliver", packet, door: otherDoor(hands, "client1", door) });
    },
    explained: "at once",
  },
  {
    reason: "deliveredToNobody",
    how: "brings a letter for a closed door to a program that does not want it",
    at: "server",
    hands: ["client1"],
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.host("server").ports.bindings.length > 1);
      const { packet } = knockAtClosedDoor(hands);
      const door = hands.host("server").programs["score"]?.port ?? port(0);
      hands.act("server", { kind: "deliver", packet, door });
    },
    explained: "at once",
  },
  {
    reason: "rejectedRight",
    how: "sends back a letter for a closed door",
    at: "server",
    hands: ["client1"],
    provoke: (hands) => hands.act("server", knockAtClosedDoor(hands)),
    explained: "by itself",
  },
  {
    reason: "rejectedOpenDoor",
    how: "sends back a question for an open door",
    at: "server",
    provoke: (hands) => {
      const { packet } = hands.waitFor("server", "deliver").proposal;
      hands.act("server", { kind: "reject", packet });
    },
    explained: "when it comes home",
  },
  {
    reason: "rejectedOpenDoor",
    how: "sends back the answer to its own question",
    at: "client1",
    provoke: (hands) => {
      const { packet } = hands.waitFor("client1", "deliver").proposal;
      hands.act("client1", { kind: "reject", packet });
    },
    explained: "when it comes home",
  },
  {
    reason: "boundRight",
    how: "opens a free door",
    at: "server",
    provoke: (hands) => hands.act("server", hands.waitFor("server", "bindPort").proposal),
    explained: "by itself",
  },
  {
    reason: "portInUse",
    how: "wants to open a door that is taken",
    at: "server",
    provoke: (hands) => {
      const { proposal } = hands.waitFor("server", "bindPort");
      const taken = hands.host("server").programs["time"]?.port ?? port(0);
      hands.act("server", { ...proposal, port: taken });
    },
    explained: "at once",
  },
  {
    reason: "systemPortTaken",
    how: "opens a door that is kept for well-known programs",
    at: "server",
    provoke: (hands) => {
      hands.act("server", { ...hands.waitFor("server", "bindPort").proposal, port: port(80) });
    },
    explained: "at once",
  },
  {
    reason: "toldRight",
    how: "tells the door that is open",
    at: "server",
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.dues("server")[0]?.proposal.kind === "tellDoor");
      hands.act("server", hands.waitFor("server", "tellDoor").proposal);
    },
    explained: "by itself",
  },
  {
    reason: "toldWrongPort",
    how: "tells a door that is closed",
    at: "server",
    provoke: (hands) => {
      hands.obeyUntil("server", () => hands.dues("server")[0]?.proposal.kind === "tellDoor");
      hands.act("server", { ...hands.waitFor("server", "tellDoor").proposal, port: port(80) });
    },
    explained: "when it comes home",
  },
  {
    reason: "letBeltOverflow",
    how: "lets letters lie until one falls off",
    at: "router1",
    mission: { beltSlots: 2 },
    provoke: (hands) =>
      hands.classroom.playUntil(() => hands.told("router1", "letterFellOff").length > 0),
    explained: "at once",
  },
];

test("every reason of the judge is provoked", () => {
  expect(new Set(lines.map(({ reason }) => reason))).toEqual(new Set(reasonNames));
});

function play({ at, hands = [], mission, provoke }: Line): Hands {
  const changed: Mission = { ...addressAndDoor1, ...mission };
  const round = new Hands([at, ...hands], { missions: { [changed.id]: changed } });
  provoke(round);
  return round;
}

/** What the desk's own table says about the reason: how often, and how often still unexplained. */
const tally = (hands: Hands, { at, reason }: Line) => tallyOf(hands.match, at)[reason];

describe.each(lines)("$reason: $at $how", (line) => {
  const { at, reason, explained } = line;
  const words = () => (reason === "letBeltOverflow" ? "letterFellOff" : "coach");
  const said = (hands: Hands): number =>
    hands.told(at, words()).filter((told) => words() !== "coach" || told.reason === reason).length;

  test("is judged so, once", () => {
    const hands = play(line);
    const [evidence, ...more] = hands.evidence(at, reason);
    expect(evidence).toMatchObject({ seat: at, player: at, concept: reasons[reason].concept });
    expect(more).toEqual([]);
    expect(tally(hands, line)?.count).toBe(1);
  });

  test(`is explained ${explained}, and once`, () => {
    const hands = play(line);
    if (explained === "at once") {
      expect(said(hands)).toBe(1);
      expect(hands.evidence(at, reason)[0]?.shownAt).toBe(hands.match.now);
    } else {
      expect(said(hands)).toBe(0);
      expect(tally(hands, line)?.hidden).toBe(1);
    }
    if (explained === "when it comes home") {
      hands.obeyUntil(at, () => said(hands) > 0);
      expect(hands.evidence(at, reason)[0]?.shownAt).toBe(hands.match.now);
    }
    const isSaid = explained === "at once" || explained === "when it comes home";
    expect(said(hands)).toBe(isSaid ? 1 : 0);
    if (reason === "letBeltOverflow") return;
    hands.obeyUntil(at, () => hands.match.now >= 120_000);
    expect(said(hands)).toBe(isSaid ? 1 : 0);
    if (isSaid) expect(tally(hands, line)?.hidden).toBe(0);
    if (explained === "in the debrief") expect(tally(hands, line)?.hidden).toBe(1);
  });
});

test("writing a letter again before its time is no waste if the one that left was wrong", () => {
  const hands = new Hands(["client1"]);
  const { proposal } = hands.waitFor("client1", "sendDatagram");
  hands.act("client1", { ...proposal, destinationPort: port(80) });
  hands.act("client1", proposal);
  hands.act("client1", proposal);
  expect(hands.evidence("client1").map(({ reason }) => reason)).toEqual([
    "wrongPort",
    "addressedRight",
    "sentBeforeTimeout",
  ]);
});

test("telling a door that nobody asks for is no act of anybody's round: it is not judged", () => {
  const hands = new Hands(["server"]);
  const door = hands.host("server").programs["time"]?.port ?? port(0);
  for (const told of [door, port(80)]) {
    hands.act("server", { kind: "tellDoor", service: "time", port: told });
  }
  expect(hands.evidence("server")).toEqual([]);
  expect(hands.match.flags["server"]).toMatchObject({ flag: "myDoor", port: 80 });
});

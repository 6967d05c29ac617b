import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { emptyView, type TableName, type View, viewTables } from "../../../shared/contract/view.ts";
import type { Lesson } from "../../../shared/lesson/lesson.ts";
import { type Viewer, viewFor } from "../../../shared/lesson/view-for.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { SharedTables } from "../../../shared/match/shared-tables.ts";
import { formatIpv4Address } from "../../../shared/wire/ipv4-address.ts";
import type { PacketId } from "../../../shared/wire/packet.ts";
import { flightsOf } from "../../../shared/world/world.ts";
import { Hands } from "../../kit/hands.ts";
import { aClassPlan, hurriedMissions, liveThrough } from "../../kit/random-class.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

const host: Viewer = { kind: "host" };
const screen: Viewer = { kind: "screen" };
const viewOf = ({ classroom }: Hands, box: string): View =>
  viewFor(classroom.lesson, { kind: "player", player: box });
const viewersOf = ({ players }: Lesson): readonly Viewer[] => [
  host,
  ...Object.keys(players).map((player) => ({ kind: "player", player }) as const),
];

/** What is wrong with a row: a column that its table lacks, a needed one that is absent, a value of another type. */
function faultsOf(table: TableName, row: Readonly<Record<string, unknown>>): readonly string[] {
  const columns: Readonly<Record<string, string>> = viewTables[table];
  const unknown = Object.keys(row).filter((column) => !Object.hasOwn(columns, column));
  const ill = Object.entries(columns).filter(([column, type]) => {
    const value = row[column];
    return value === undefined ? !type.endsWith("?") : typeof value !== type.replace("?", "");
  });
  return [...unknown, ...ill.map(([column]) => column)].map((column) => `${table}.${column}`);
}

const allFaults = (view: View): readonly string[] =>
  (Object.keys(viewTables) as TableName[]).flatMap((table) =>
    Object.values(view[table]).flatMap((row) => faultsOf(table, row as never)),
  );

test("whoever looks whenever, every row is as its table says, and every number is whole", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 80_000 }).chain((ms) => aClassPlan(ms, Object.keys(missions))),
      (plan) => {
        const { lesson } = liveThrough(plan, { missions: hurriedMissions });
        for (const viewer of viewersOf(lesson)) {
          const view = viewFor(lesson, viewer);
          expect(Object.keys(view).sort()).toEqual(Object.keys(viewTables).sort());
          expect(allFaults(view)).toEqual([]);
          expect(JSON.stringify(view)).not.toMatch(/:-?\d+\.\d/);
        }
      },
    ),
    { numRuns: 80 },
  );
});

test("viewers who share tables see what each would see alone", () => {
  const aClass = fc
    .integer({ min: 20_000, max: 80_000 })
    .chain((ms) => aClassPlan(ms, Object.keys(missions)));
  fc.assert(
    fc.property(aClass, (plan) => {
      const shared = new SharedTables();
      let looked = 0;
      const look = ({ lesson }: ScriptedClass) => {
        looked += 1;
        if (looked % 40 !== 0) return;
        shared.renewAll();
        // nothing that was shared before or is remembered by an object of the lesson is there in a copy of it
        const copy = structuredClone(lesson);
        for (const viewer of [...viewersOf(lesson), screen])
          expect(viewFor(lesson, viewer, shared)).toEqual(viewFor(copy, viewer));
      };
      liveThrough(plan, { missions: hurriedMissions }, look);
    }),
    { numRuns: 25 },
  );
});

test("a stranger sees nothing at all", () => {
  const { lesson } = new Hands(["router1"]).classroom;
  expect(viewFor(lesson, { kind: "player", player: "p9" })).toEqual(emptyView());
});

test("in the lobby there are people and no boxes", () => {
  const classroom = new ScriptedClass();
  classroom.join("p1");
  classroom.join("p2");
  const view = viewFor(classroom.lesson, { kind: "player", player: "p1" });
  expect(view.lesson["now"]).toMatchObject({ phase: "lobby", round: 0, player: "p1", moves: 0 });
  expect(Object.entries(view.players).map(([id, { you }]) => [id, you])).toEqual([
    ["p1", true],
    ["p2", false],
  ]);
  expect([view.boxes, view.letters, view.clock]).toEqual([{}, {}, {}]);
});

describe("at a desk", () => {
  test("a router reads addresses and TTL, and no ports", () => {
    const hands = new Hands(["router1"]);
    hands.waitFor("router1", "forward");
    const [row] = Object.values(viewOf(hands, "router1").belt);
    const [letter] = hands.device("router1").belt.letters;
    expect(row).toEqual({
      ...{ slot: 0, kind: "udp", protocol: "udp", ttl: letter?.packet.ip.ttl },
      ...{ link: letter?.link, since: letter?.since },
      source: formatIpv4Address(letter?.packet.ip.source ?? (0 as never)),
      destination: formatIpv4Address(letter?.packet.ip.destination ?? (0 as never)),
    });
  });

  test("a host reads the ports too, and nobody what is inside", () => {
    const hands = new Hands(["server"]);
    hands.waitFor("server", "deliver");
    const [row] = Object.values(viewOf(hands, "server").belt);
    const [letter] = hands.device("server").belt.letters;
    expect(row?.sourcePort).toBeGreaterThan(0);
    expect(letter?.packet.body).toMatchObject({
      sourcePort: row?.sourcePort,
      destinationPort: row?.destinationPort,
    });
    expect(JSON.stringify(viewOf(hands, "server"))).not.toContain("time?");
  });

  test("a router has its table, longest prefix first, and no host's tables", () => {
    const view = viewOf(new Hands(["router1"]), "router1");
    const rows = Object.values(view.routes).sort((a, b) => a.order - b.order);
    expect(rows.map(({ prefix, exit }) => [prefix.split("/")[1], exit])).toEqual([
      ["24", "client1-router1"],
      ["24", "client7-router1"],
      ["24", "router1-router2"],
      ["24", "router1-router2"],
      ["16", "router1-router3"],
    ]);
    expect([view.doors, view.programs, view.errands, view.book]).toEqual([{}, {}, {}, {}]);
  });

  test("a client has its errands, the doors behind which they wait, and its book", () => {
    const hands = new Hands(["client1"]);
    hands.waitFor("client1", "sendDatagram");
    const view = viewOf(hands, "client1");
    expect(
      Object.values(view.errands)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(["sent", "writing"]);
    const sockets = Object.values(view.errands).map(({ sourcePort }) => sourcePort);
    expect(new Set(Object.values(view.doors).map(({ port }) => port))).toEqual(new Set(sockets));
    expect(Object.keys(view.book)).toEqual([
      ...["time", "score", "quote", "album", "diary"],
      ...["client2", "client7", "client8"],
    ]);
    expect(view.book["time"]?.port).toBeDefined();
    expect(view.book["score"]?.port).toBeUndefined();
  });

  test("a server has its programs and its doors", () => {
    const hands = new Hands(["server"]);
    hands.act("server", hands.waitFor("server", "bindPort").proposal);
    const view = viewOf(hands, "server");
    const states = Object.values(view.programs).map(({ state }) => state);
    expect([...states].sort()).toEqual(["listening", "listening", "stopped"]);
    expect(Object.keys(view.doors)).toHaveLength(2);
  });

  test("a letter keeps its number from the link to the belt, and acts call it by that", () => {
    const hands = new Hands(["router1"]);
    hands.classroom.playUntil(() =>
      Object.values(viewOf(hands, "router1").letters).some(({ to }) => to === "router1"),
    );
    const { letters } = viewOf(hands, "router1");
    const [number = ""] = Object.entries(letters).find(([, { to }]) => to === "router1") ?? [];
    hands.classroom.playUntil(() => number in viewOf(hands, "router1").belt);
    const packet = Number(number) as PacketId;
    const act = { kind: "forward", packet, exit: "router1-router2" } as const;
    expect(hands.classroom.move("router1", { kind: "act", act })).toEqual({ kind: "accepted" });
    expect(viewOf(hands, "router1").belt).not.toHaveProperty(number);
  });

  test.each(Object.values(missions))("the rules of $id are told", (mission) => {
    const [box = ""] = mission.seats;
    const view = viewOf(new Hands([box], { mission: mission.id }), box);
    const { kind, pinSlots, mostSends } = mission;
    const role = mission.boxes.find(({ id }) => id === box)?.role ?? "client";
    const covered = mission.covered === undefined ? {} : { covered: mission.covered };
    const { recycles: _, ...tcp } = mission.tcp ?? {};
    const held = mission.held[role].join(" ");
    expect(view.rules).toEqual({ now: { kind, held, pinSlots, mostSends, ...covered, ...tcp } });
  });

  test("an errand tells how often its letter has left", () => {
    const hands = new Hands(["client1"], { mission: "best-effort-1" });
    hands.classroom.playUntil(() => hands.host("client1").errands.length > 0);
    const [errand] = hands.host("client1").errands;
    const row = () => viewOf(hands, "client1").errands[String(errand?.id)];
    expect(row()).toMatchObject({ state: "sent", sends: 1, retryAt: errand?.retryAt });
  });

  test("a due to send again is one of its errand, with the whole letter as its hint, and one to give up has none", () => {
    const hands = new Hands(["client1"], { mission: "best-effort-1" });
    const line = hands.match.world.links["client1-router1"];
    if (line !== undefined) line.up = false;
    const { proposal } = hands.waitFor("client1", "sendDatagram");
    expect(Object.values(viewOf(hands, "client1").dues)[0]).toEqual({
      ...{ kind: "errand", about: String(proposal.errand), since: hands.match.now, lit: true },
      ...{ hintPort: proposal.destinationPort, hintSource: proposal.sourcePort },
      hintAddress: formatIpv4Address(proposal.destination),
    });
    hands.obeyUntil("client1", () => hands.dues("client1")[0]?.proposal.kind === "giveUp");
    const { errand } = hands.waitFor("client1", "giveUp").proposal;
    expect(Object.values(viewOf(hands, "client1").dues)[0]).toMatchObject({
      ...{ kind: "giveUp", about: String(errand), lit: true },
    });
  });

  test("the clock tells play time from lesson time", () => {
    const hands = new Hands(["router1"]);
    hands.wait(7_000);
    const { play = 0, lesson = 0, rate = 0 } = viewOf(hands, "router1").clock["now"] ?? {};
    const { now } = hands.classroom;
    expect(play + Math.trunc(((now - lesson) * rate) / 10)).toBe(hands.match.now);
    hands.classroom.move("host", { kind: "pause" });
    hands.classroom.now = instant(now + 9_000);
    expect(viewOf(hands, "router1").clock["now"]).toMatchObject({ rate: 0, play: hands.match.now });
  });

  test("one's own moves are counted", () => {
    const hands = new Hands(["router1"]);
    expect(viewOf(hands, "router1").lesson["now"]?.moves).toBe(1);
    hands.act("router1", { kind: "raiseFlag", flag: "thanks" });
    expect(viewOf(hands, "router1").lesson["now"]?.moves).toBe(2);
  });
});

describe("where ports are covered", () => {
  const mission = "address-and-door-0";

  /** The numbers of the ports that only a letter on the belt or on the way could tell. */
  const portsOfLetters = (hands: Hands): readonly number[] => {
    const { world } = hands.match;
    const packets = [
      ...flightsOf(world).map(({ packet }) => packet),
      ...Object.values(world.boxes).flatMap(({ belt }) => belt.letters.map((one) => one.packet)),
    ];
    const doors = Object.values(hands.host("server").programs).map(({ port }) => port);
    return packets.flatMap(({ body }) =>
      body.protocol !== "udp"
        ? []
        : [body.sourcePort, body.destinationPort].filter((port) => !doors.includes(port)),
    );
  };

  test.each(["guided", "standard", "expert"] as const)(
    "with %s help a desk never sees one, whatever it does",
    (assistance) => {
      const hands = new Hands(["server"], { mission, assistance });
      let seen = 0;
      hands.obeyUntil("server", () => {
        const view = JSON.stringify(viewOf(hands, "server"));
        for (const port of portsOfLetters(hands)) expect(view).not.toContain(String(port));
        const { belt, dues } = viewOf(hands, "server");
        for (const row of Object.values(belt)) {
          expect(Object.keys(row)).not.toContain("sourcePort");
          expect(Object.keys(row)).not.toContain("destinationPort");
        }
        for (const due of Object.values(dues)) expect(due).not.toHaveProperty("hintPort");
        seen += Object.keys(belt).length;
        return hands.match.now >= 60_000;
      });
      expect(seen).toBeGreaterThan(5);
    },
  );

  test("the coach does not name it either, when a letter was brought to the wrong door", () => {
    const hands = new Hands(["server"], { mission });
    const { packet, door } = hands.waitFor("server", "deliver").proposal;
    const other = hands.host("server").ports.bindings.find(({ port }) => port !== door)?.port;
    hands.act("server", { kind: "deliver", packet, door: other ?? door });
    expect(hands.coached("server")).toEqual(["wrongDoor"]);
    expect(hands.told("server", "coach")[0]).not.toHaveProperty("port");
  });
});

describe("on the map", () => {
  test("a box is a person's, away or automatic", () => {
    const hands = new Hands(["router1", "server"]);
    hands.classroom.move("shell", { kind: "lineCut", player: "server" });
    const { boxes } = viewOf(hands, "router1");
    expect(Object.entries(boxes).map(([box, { hand }]) => [box, hand])).toEqual([
      ["client1", "automatic"],
      ["client2", "automatic"],
      ["client7", "automatic"],
      ["client8", "automatic"],
      ["router1", "person"],
      ["router2", "automatic"],
      ["router3", "automatic"],
      ["server", "away"],
      ["server2", "automatic"],
    ]);
    expect(boxes["router1"]).toMatchObject({ you: true, nickname: expect.any(String) });
    expect(boxes["client1"]).not.toHaveProperty("nickname");
  });

  test("a call flag is seen by everybody, and a told door with it", () => {
    const hands = new Hands(["server", "client1"]);
    hands.obeyUntil(["server", "client1"], () => hands.match.asks.length > 0);
    const [ask] = Object.values(viewOf(hands, "server").asks);
    expect(viewOf(hands, "client1").boxes[ask?.box ?? ""]).toMatchObject({
      ...{ flag: "whichDoor", flagService: ask?.service },
    });
    hands.obeyUntil(["server", "client1"], () => hands.match.flags["server"] !== undefined);
    const { flag, flagService, flagPort } = viewOf(hands, "client1").boxes["server"] ?? {};
    expect([flag, flagService]).toEqual(["myDoor", ask?.service]);
    expect(flagPort).toBe(hands.host("server").programs[ask?.service ?? ""]?.port);
  });

  test.each([
    ["open", true],
    ["neighbours", false],
  ] as const)("with sight %s letters elsewhere are seen: %s", (sight, isSeen) => {
    const hands = new Hands(["client1"], { sight });
    hands.wait(500);
    const elsewhere = Object.values(viewOf(hands, "client1").letters).filter(
      ({ from, to }) => from !== "client1" && to !== "client1",
    );
    expect(elsewhere.length > 0).toBe(isSeen);
  });
});

/** The numbers of the letters that a player sees now, under way or on the belt. */
function lettersSeenBy(lesson: Lesson, player: string): readonly number[] {
  const { letters, belt } = viewFor(lesson, { kind: "player", player });
  return [...Object.keys(letters), ...Object.keys(belt)].map(Number);
}

function loseLetters({ networks }: Lesson, lossPercent: number): void {
  for (const { match } of Object.values(networks)) {
    for (const link of Object.values(match.world.links)) link.lossPercent = lossPercent;
  }
}

test("the numbers of my letters have no gaps, even where letters are lost", () => {
  fc.assert(
    fc.property(aClassPlan(50_000), (plan) => {
      const seen = new Set<number>();
      liveThrough({ ...plan, events: [] }, { sight: "neighbours" }, ({ lesson }) => {
        loseLetters(lesson, 30);
        for (const number of lettersSeenBy(lesson, "p1")) seen.add(number);
      });
      expect([...seen].sort((a, b) => a - b)).toEqual([...seen].map((_, index) => index + 1));
    }),
    { numRuns: 20 },
  );
});

test("the host sees everybody's results by reason, and a player their own, after the round", () => {
  const hands = new Hands(["router1", "server"]);
  hands.act("router1", hands.waitFor("router1", "forward").proposal);
  hands.act("server", hands.waitFor("server", "bindPort").proposal);
  const round = { round: 1, mission: "address-and-door-1", count: 1, lit: 1 };
  expect(viewFor(hands.classroom.lesson, host).results).toEqual({
    "router1/1/forwardedRight": {
      ...{ ...round, player: "router1", role: "router", reason: "forwardedRight" },
    },
    "server/1/boundRight": { ...round, player: "server", role: "server", reason: "boundRight" },
  });
  expect(viewOf(hands, "router1").tallies).toEqual({});
  hands.classroom.move("host", { kind: "endRound" });
  const view = viewOf(hands, "router1");
  expect(view.results).toEqual({});
  expect(view.tallies).toEqual({ forwardedRight: { count: 1, hidden: 1, lit: 1 } });
  expect(view.mine["now"]).toMatchObject({ right: 1, share: 100 });
});

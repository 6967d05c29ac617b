import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { bestEffort1 } from "../../../assets/missions/best-effort-1.ts";
import { inOrder1 } from "../../../assets/missions/in-order-1.ts";
import { missions } from "../../../assets/missions/missions.ts";
import type { Reason } from "../../../shared/contract/reasons.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { createMatch } from "../../../shared/match/create-match.ts";
import type { Match } from "../../../shared/match/match.ts";
import { paceOf, resultOf, scoreOf, starsOf } from "../../../shared/match/result.ts";
import { countErrand, errandPoints } from "../../../shared/match/scoring.ts";
import { calm } from "../../kit/calm-mission.ts";
import { Hands } from "../../kit/hands.ts";
import { port } from "../../kit/one-box.ts";

const aMatch = (): Match => createMatch(addressAndDoor1, { seed: 1, size: 2 });
const { patienceMs, errandPauseMs } = addressAndDoor1;

test.each([
  [0, 100],
  [1 / 3, 100],
  [2 / 3, 67],
  [1, 33],
])("an errand answered after %f of its patience earns %i points", (used, points) => {
  const match = aMatch();
  match.world.now = instant(200_000);
  const openedAt = instant(200_000 - used * patienceMs);
  countErrand(match, "client1", { service: "time", openedAt }, "earned");
  expect([match.points, match.answered, match.failed]).toEqual([points, 1, 0]);
});

test.each([
  ["answered", 1, 0],
  ["failed", 0, 1],
] as const)(
  "an errand that is %s without anybody's doing earns nothing",
  (end, answered, failed) => {
    const match = aMatch();
    countErrand(match, "client1", { service: "time", openedAt: match.now }, end);
    expect([match.points, match.answered, match.failed]).toEqual([0, answered, failed]);
  },
);

test("a page is worth as many errands as it has cards", () => {
  const match = createMatch(inOrder1, { seed: 1, size: 2 });
  countErrand(match, "client1", { service: "poem", openedAt: match.now }, "earned");
  expect(match.points).toBe(5 * errandPoints);
});

test("the next errand opens a little after one has ended, and never too many are open", () => {
  const mission = { ...addressAndDoor1, openErrands: [2, 2] as const };
  const hands = new Hands(["server"], { missions: { [mission.id]: mission } });
  const open = () => hands.host("client1").errands.length;
  let most = 0;
  hands.obeyUntil("server", () => {
    most = Math.max(most, open());
    return hands.match.now >= 100_000;
  });
  expect(most).toBe(2);
  const ends = hands.told("client1", "errandAnswered").map(({ at }) => at);
  expect(ends.length).toBeGreaterThan(3);
  const opened = hands.host("client1").errands.map(({ openedAt }) => openedAt - errandPauseMs);
  for (const at of opened) expect(ends).toContain(at);
});

/** Asks for a door for the next program: one that is taken, or one that is the system's. */
function misbind(hands: Hands, wrong: Reason): void {
  const { proposal } = hands.waitFor("server", "bindPort");
  const taken = hands.host("server").programs["time"]?.port ?? port(0);
  const wanted = wrong === "portInUse" ? taken : port(80);
  hands.act("server", { ...proposal, port: wanted });
}

describe("what a fault costs the team", () => {
  test("the first of a kind is free, and each further one costs 20", () => {
    const hands = new Hands(["server"]);
    const waste = [1, 2, 3].map(() => {
      misbind(hands, "portInUse");
      return hands.match.waste;
    });
    expect(waste).toEqual([0, 20, 40]);
  });

  test("each kind of fault has its own free one", () => {
    const hands = new Hands(["server"]);
    misbind(hands, "portInUse");
    misbind(hands, "systemPortTaken");
    expect(hands.match.waste).toBe(0);
    expect(hands.evidence("server").map(({ reason }) => reason)).toEqual([
      "portInUse",
      "systemPortTaken",
    ]);
  });

  test("what is merely wasteful costs more: the network does not make anybody pay for it", () => {
    const hands = new Hands(["client1"]);
    const waste = [1, 2, 3].map(() => {
      hands.act("client1", { kind: "askDoor", service: "time" });
      return hands.match.waste;
    });
    expect(waste).toEqual([0, 80, 160]);
  });

  test("where pages are read by hand each needless card costs 50 more than the one before", () => {
    const hands = new Hands(["server1"], { mission: "in-order-1" });
    const { proposal } = hands.waitFor("server1", "sendCard");
    const waste = [1, 2, 3, 4, 5].map(() => {
      hands.act("server1", proposal);
      return hands.match.waste;
    });
    expect(
      hands
        .evidence("server1")
        .map(({ reason }) => reason)
        .slice(1),
    ).toEqual(Array(4).fill("resentTooEarly"));
    expect(waste).toEqual([0, 0, 50, 150, 300]);
  });

  test("an errand that is thrown away costs two: the next one comes all the sooner", () => {
    const hands = new Hands(["client1"], { mission: "best-effort-1" });
    const waste = [1, 2, 3].map(() => {
      hands.classroom.playUntil(() => hands.host("client1").errands.length > 0);
      const [{ id } = {} as never] = hands.host("client1").errands;
      hands.act("client1", { kind: "giveUp", errand: id });
      return hands.match.waste;
    });
    expect(waste).toEqual([0, 2 * errandPoints, 4 * errandPoints]);
  });

  test("a team can lose all its points, but not more", () => {
    const match = aMatch();
    match.points = 30;
    match.waste = 50;
    expect([scoreOf(match), starsOf(match)]).toEqual([0, 0]);
  });
});

test("stars follow the points per client and minute, at the bars that the mission sets", () => {
  const match = aMatch();
  match.now = instant(240_000);
  const bars = match.mission.stars;
  const starsAt = (pace: number): number => {
    match.points = Math.round(pace * 100 * 2 * 4);
    return starsOf(match);
  };
  expect(bars.map((bar) => starsAt(bar - 0.01))).toEqual([0, 1, 2]);
  expect(bars.map((bar) => starsAt(bar + 0.01))).toEqual([1, 2, 3]);
  expect(paceOf(match)).toBeCloseTo((bars[2] ?? 0) + 0.01, 2);
});

test("an experiment has no stars, however well it goes", () => {
  for (const mission of Object.values(missions)) {
    const match = createMatch(mission, { seed: 1, size: 2 });
    match.now = instant(60_000);
    match.points = 1_000_000;
    expect(starsOf(match), mission.id).toBe(mission.kind === "experiment" ? 0 : 3);
  }
});

describe("what a pin earns", () => {
  /** Whatever is asked for lies beside router1, and a pin stays where it is put. */
  const { pinsWorkLoose: _, ...firm } = calm(bestEffort1);
  const services = firm.services.filter(({ box }) => box === "client7");
  const mission = { ...firm, services, pinSlots: 2 };
  const options = { mission: mission.id, missions: { [mission.id]: mission } };

  test("is every answer whose question or answer flowed along it", () => {
    const hands = new Hands(["router1"], options);
    const isPinned = () => hands.evidence("router1").length === mission.pinSlots;
    while (!isPinned()) hands.act("router1", hands.waitFor("router1", "pin").proposal);
    hands.obeyUntil("router1", () => hands.match.now > 60_000);
    const reasons = new Set(hands.evidence("router1").map(({ reason }) => reason));
    expect(reasons).toEqual(new Set(["pinnedRight", "forwardedRight"]));
    expect(hands.match.answered).toBeGreaterThan(10);
    expect(hands.match.points).toBe(hands.match.answered * errandPoints);
  });

  test("is nothing if nobody but the autopilot put it there", () => {
    const hands = new Hands([], options);
    hands.wait(60_000);
    expect(hands.match.answered).toBeGreaterThan(10);
    expect(hands.match.points).toBe(0);
  });
});

test("a pupil's share is the right acts among all that the desk needed", () => {
  const hands = new Hands(["server"], {
    missions: { [addressAndDoor1.id]: { ...addressAndDoor1, beltSlots: 1 } },
  });
  hands.act("server", hands.waitFor("server", "bindPort").proposal);
  misbind(hands, "portInUse");
  misbind(hands, "systemPortTaken");
  hands.classroom.playUntil(() => hands.told("server", "letterFellOff").length > 0);
  expect(resultOf(hands.match, "server")).toEqual({
    ...{ right: 1, wasteful: 1, wrong: 1, missed: 1 },
    share: 25,
  });
  expect(resultOf(hands.match, "nobody")).toMatchObject({ right: 0, share: 0 });
});

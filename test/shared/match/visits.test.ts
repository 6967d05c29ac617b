import { describe, expect, test } from "vitest";
import { threeHandshakes1 } from "../../../assets/missions/three-handshakes-1.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import { looseAt, visitAt } from "../../../shared/match/visits.ts";
import { calm } from "../../kit/calm-mission.ts";
import { Hands } from "../../kit/hands.ts";

const [visit] = threeHandshakes1.visits;
/** Nobody asks for anything before a desk is empty. */
const mission: Mission = {
  ...calm(threeHandshakes1),
  ...{ visits: [visit], openErrands: [1, 1], errandPauseMs: 200_000 },
};

const play = (changes: Partial<Mission> = {}, mode: "room" | "practice" = "room"): Hands =>
  new Hands(["server1", "client1", "router1"], {
    ...{ mode, mission: mission.id, missions: { [mission.id]: { ...mission, ...changes } } },
  });

describe("a stray knock", () => {
  test("comes to a server whose desk is empty, and who is named as its sender turns it away", () => {
    const hands = play();
    const { since, proposal } = hands.waitFor("server1", "sendSegment");
    expect(hands.evidence("client1")).toEqual([]);
    expect(since).toBeGreaterThan(visitAt(play().match, visit) ?? Number.NaN);
    hands.act("server1", proposal);
    hands.obeyUntil("router1", () => hands.dues("client1").length > 1);
    const answers = hands.dues("client1").map(({ proposal }) => proposal);
    expect(answers).toContainEqual(expect.objectContaining({ flags: ["rst"] }));
  });

  test("does not come while somebody else still waits there for a slot", () => {
    const hands = play();
    hands.waitFor("server1", "sendSegment");
    const { gate, belt } = hands.host("server1");
    gate.dues = [];
    expect(belt.letters).toHaveLength(1);
    expect(visitAt(hands.match, visit)).toBeUndefined();
  });

  test("comes at a pace of its own where a machine acts as quickly as in practice", () => {
    const hands = new Hands(["client1"], {
      ...{ mission: mission.id, missions: { [mission.id]: mission } },
    });
    expect(visitAt(hands.match, visit)).toBe(12_500);
  });
});

describe("how long a desk is left empty", () => {
  test.each([
    [100, 9_000],
    [50, 4_500],
    [10, 2_000],
  ])("is %i percent of the usual time, and at least two seconds", (emptyPercent, ms) => {
    expect(visitAt(play({ emptyPercent }).match, visit)).toBe(ms);
  });

  test("holds for a router's pins as well", () => {
    const hands = play({ emptyPercent: 50 });
    hands.act("router1", { kind: "pin", row: 0, exit: "client1-router1" });
    expect(looseAt(hands.match, "router1")).toBe(hands.match.now + 4_500);
  });
});

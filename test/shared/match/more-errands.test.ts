import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { bestEffort1 } from "../../../assets/missions/best-effort-1.ts";
import type { Match } from "../../../shared/match/match.ts";
import { moreErrandAt } from "../../../shared/match/more-errands.ts";
import { calm } from "../../kit/calm-mission.ts";
import { Hands } from "../../kit/hands.ts";

const mission = { ...calm(addressAndDoor1), openErrands: [1, 2] as const, variants: [] };
const openAt = ({ world }: Match): number => {
  const client = world.boxes["client1"];
  return client?.kind === "host" ? client.errands.length : 0;
};

describe("a client that has done what there is to do", () => {
  const hands = new Hands(["server", "client1"], {
    ...{ mode: "room", missions: { [mission.id]: mission } },
  });
  hands.act("client1", hands.waitFor("client1", "sendDatagram").proposal);
  const actedAt = hands.match.now;

  test("gets one more errand when its desk has been empty for nine seconds, as long as nobody's pace is known", () => {
    expect(openAt(hands.match)).toBe(1);
    expect(moreErrandAt(hands.match, "client1")).toBe(actedAt + 9_000);
    hands.classroom.playUntil(() => openAt(hands.match) === 2);
    expect(hands.match.now).toBe(actedAt + 9_000);
  });

  test("gets none as long as something lies there, nor more than the mission allows", () => {
    expect(hands.dues("client1")).not.toEqual([]);
    expect(moreErrandAt(hands.match, "client1")).toBeUndefined();
    for (const { proposal } of hands.dues("client1")) hands.act("client1", proposal);
    expect(hands.dues("client1")).toEqual([]);
    expect(moreErrandAt(hands.match, "client1")).toBeUndefined();
  });
});

test.each([
  [1_000, 2_000],
  [2_600, 4_800],
  [4_000, 9_000],
  [9_000, 12_500],
])("a team whose acts take %i ms waits %i ms for it", (actMs, emptyMs) => {
  const hands = new Hands(["server", "client1"], {
    ...{ mode: "room", missions: { [mission.id]: mission } },
  });
  hands.act("client1", hands.waitFor("client1", "sendDatagram").proposal);
  hands.match.tookMs = { deliver: [actMs, actMs, actMs, actMs] };
  expect(moreErrandAt(hands.match, "client1")).toBe(hands.seat("client1").lastActAt + emptyMs);
});

test("a mission may let slow people wait a little longer", () => {
  const patient = { ...mission, mostEmptyMs: 13_400 };
  const hands = new Hands(["server", "client1"], {
    ...{ mode: "room", missions: { [mission.id]: patient } },
  });
  hands.act("client1", hands.waitFor("client1", "sendDatagram").proposal);
  hands.match.tookMs = { deliver: [9_000, 9_000, 9_000, 9_000] };
  expect(moreErrandAt(hands.match, "client1")).toBe(hands.seat("client1").lastActAt + 13_400);
});

test("where letters leave by themselves, an errand is handed over whose letter is lost already", () => {
  const waiting = { ...calm(bestEffort1), openErrands: [1, 3] as const };
  const hands = new Hands(["client1"], {
    ...{ mode: "room", mission: waiting.id, missions: { [waiting.id]: waiting } },
  });
  const { since, proposal } = hands.waitFor("client1", "sendDatagram");
  expect(since).toBe(5_400);
  expect(hands.dues("client1")[0]?.duty).toBe("retransmit");
  hands.act("client1", proposal);
  expect(hands.evidence("client1").map(({ reason }) => reason)).toEqual(["resentRight"]);
  hands.classroom.playUntil(() => hands.told("client1", "errandAnswered").length > 0);
});

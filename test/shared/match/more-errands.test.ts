import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import type { Match } from "../../../shared/match/match.ts";
import { moreErrandAt } from "../../../shared/match/more-errands.ts";
import { calm } from "../../kit/calm-mission.ts";
import { Hands } from "../../kit/hands.ts";

const mission = { ...calm(addressAndDoor1), openErrands: [1, 2] as const };
const openAt = ({ world }: Match): number => {
  const client = world.boxes["client1"];
  return client?.kind === "host" ? client.errands.length : 0;
};

describe("a client that has done what there is to do", () => {
  const hands = new Hands(["server", "client1"], { missions: { [mission.id]: mission } });
  hands.act("client1", hands.waitFor("client1", "sendDatagram").proposal);
  const actedAt = hands.match.now;

  test("gets one more errand after eight seconds at an empty desk", () => {
    expect(openAt(hands.match)).toBe(1);
    expect(moreErrandAt(hands.match, "client1")).toBe(actedAt + 8_000);
    hands.classroom.playUntil(() => openAt(hands.match) === 2);
    expect(hands.match.now).toBe(actedAt + 8_000);
  });

  test("gets none as long as something lies there, nor more than the mission allows", () => {
    expect(hands.dues("client1")).not.toEqual([]);
    expect(moreErrandAt(hands.match, "client1")).toBeUndefined();
    for (const { proposal } of hands.dues("client1")) hands.act("client1", proposal);
    expect(hands.dues("client1")).toEqual([]);
    expect(moreErrandAt(hands.match, "client1")).toBeUndefined();
  });
});

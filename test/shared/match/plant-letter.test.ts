import { expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import type { MissionVisit } from "../../../shared/contract/mission.ts";
import { letterOf } from "../../../shared/device/belt.ts";
import { calm } from "../../kit/calm-mission.ts";
import { Hands } from "../../kit/hands.ts";

/** What a router that has nothing else to do passes on first, for whom. */
function passedOn(visit: MissionVisit, letters: number): readonly string[] {
  const mission = {
    ...calm(addressAndDoor1),
    ...{ visits: [visit], openErrands: [1, 1] as const, errandPauseMs: addressAndDoor1.roundMs },
  };
  const hands = new Hands(["router1"], { missions: { [mission.id]: mission } });
  const visitor = hands.device(visit.from).address;
  const passed: string[] = [];
  while (passed.length < letters) {
    const { proposal } = hands.waitFor("router1", "forward");
    const { source, destination } = letterOf(hands.device("router1").belt, proposal.packet)?.packet
      .ip ?? { source: undefined, destination: undefined };
    if (source === visitor) passed.push("question");
    if (destination === visitor) passed.push("answer");
    hands.act("router1", proposal);
  }
  return passed;
}

const visit: MissionVisit = { desk: "router1", from: "client7", to: "server2" };

test("what is said to be under way comes over a first line that loses everything else", () => {
  const mission = {
    ...calm(addressAndDoor1),
    links: addressAndDoor1.links.map((link) => ({ ...link, lossPercent: 100 })),
    visits: [],
    seeds: [{ client: "client1", underWay: "question" }] as const,
  };
  const hands = new Hands(["router1"], { missions: { [mission.id]: mission } });
  const { proposal } = hands.waitFor("router1", "forward");
  expect(letterOf(hands.device("router1").belt, proposal.packet)?.packet.ip.source).toBe(
    hands.device("client1").address,
  );
});

test("somebody who comes by asks, and is answered", () => {
  expect(passedOn(visit, 4)).toEqual(["question", "answer", "question", "answer"]);
});

test("who asked before is answered, and asks anew every fourth time", () => {
  expect(passedOn({ ...visit, underWay: "answer" }, 6)).toEqual([
    ...["answer", "answer", "answer"],
    ...["question", "answer", "answer"],
  ]);
});

import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../assets/missions/address-and-door-1.ts";
import { missions } from "../../assets/missions/missions.ts";
import {
  challengeMission,
  challengeOutcome,
  failedConcepts,
  offeredChallenges,
  rightActsNeeded,
  rightReasonsOf,
} from "../../client/present/shell-challenge.ts";
import { playableRoles } from "../../client/present/shell-chapters.ts";
import type { Mission, Role } from "../../shared/contract/mission.ts";
import { concepts, reasonNames, reasons } from "../../shared/contract/reasons.ts";
import type { View } from "../../shared/contract/view.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import { Pupil } from "../kit/pupil.ts";
import { ScriptedClass } from "../kit/scripted-class.ts";

const tallies = (counts: Readonly<Record<string, number>>): View["tallies"] =>
  Object.fromEntries(
    Object.entries(counts).map(([reason, count]) => [reason, { count, hidden: 0, lit: 0 }]),
  );

/** The ideas that somebody can get wrong. */
const failable = concepts.filter((concept) =>
  reasonNames.some(
    (name) => reasons[name].concept === concept && reasons[name].verdict === "wrong",
  ),
);

test.each(failable)("%s can be shown to be known", (concept) => {
  expect(rightReasonsOf(concept).length).toBeGreaterThan(0);
  for (const name of rightReasonsOf(concept)) expect(reasons[name].verdict).toBe("right");
});

test("the ideas that went wrong are those of the wrong acts; waste is no failure", () => {
  const round = tallies({
    wrongDoor: 1,
    deliveredRight: 9,
    sentBeforeTimeout: 2,
    shorterPrefix: 0,
  });
  expect(failedConcepts(round)).toEqual(["doors"]);
});

test.each([
  [{ forwardedRight: 3 }, true],
  [{ forwardedRight: 2 }, false],
  [{ forwardedRight: 9, shorterPrefix: 1 }, false],
  [{ forwardedRight: 3, letBeltOverflow: 1 }, true],
  [{ addressedRight: 3 }, false],
])("after %j the longest prefix is known: %s", (counts, passed) => {
  expect(challengeOutcome("longestPrefix", tallies(counts)).passed).toBe(passed);
});

test("whoever writes three whole envelopes right knows source ports too", () => {
  expect(challengeOutcome("sourcePort", tallies({ addressedRight: 3 }))).toEqual({
    ...{ right: 3, wrong: 0, passed: true },
  });
});

test("a short round lasts a minute: one thing happens by itself, sooner, and silence says something sooner", () => {
  const short = challengeMission(addressAndDoor1);
  expect(short).toMatchObject({ roundMs: 60_000, retryMs: 12_000 });
  const [first] = addressAndDoor1.events;
  expect(short.events).toEqual([{ ...first, at: Math.trunc(first.at / 4) }]);
  const shorter = { ...addressAndDoor1, roundMs: 45_000, retryMs: 9_000, events: [] };
  expect(challengeMission(shorter)).toEqual(shorter);
});

test("where lines lose letters, a short round loses enough of them", () => {
  const [first, second, ...others] = addressAndDoor1.links;
  const links = [{ ...first, lossPercent: 5 }, { ...second, lossPercent: 50 }, ...others];
  const lossOf = ({ lossPercent }: Mission["links"][number]) => lossPercent;
  expect(challengeMission({ ...addressAndDoor1, links }).links.map(lossOf)).toEqual([
    ...[35, 50],
    ...others.map(() => undefined),
  ]);
});

test("three challenges are offered at a time, the latest first, and none of a mission or role that is gone", () => {
  const at = (mission: string, role: Role) => ({ concept: "doors", mission, role }) as const;
  const here = "address-and-door-1";
  const failed = [at("gone", "client"), at(here, "server"), at(here, "client")];
  expect(offeredChallenges(failed, missions)).toEqual(failed.slice(1));
  const held = { ...addressAndDoor1.held, server: [] };
  expect(offeredChallenges(failed, { [here]: { ...addressAndDoor1, held } })).toEqual([failed[2]]);
  expect(offeredChallenges(Array(5).fill(failed[1]), missions)).toHaveLength(3);
});

describe.each(
  Object.values(missions)
    .filter(({ kind }) => kind !== "experiment")
    .flatMap((mission) =>
      playableRoles(mission).map((role) => ({ id: mission.id, mission, role })),
    ),
)("$id as $role", ({ mission, role }) => {
  test.each([1, 2, 3])(
    "a short round is enough to show three times what a round lets one show (seed %d)",
    (seed) => {
      const whole = flawlessTallies(mission, role, seed);
      const short = flawlessTallies(challengeMission(mission), role, seed);
      // Pins are proposed only while some are free or a line is dead; a player moves them whenever they like.
      const shown = failable.filter(
        (concept) => concept !== "pinning" && challengeOutcome(concept, whole).right >= 6,
      );
      const missed = shown.filter(
        (concept) => challengeOutcome(concept, short).right < rightActsNeeded,
      );
      expect(missed).toEqual([]);
    },
  );
});

/** What a practised pupil without faults does in a practice of this role. */
function flawlessTallies(mission: Mission, role: Role, seed: number): View["tallies"] {
  const classroom = new ScriptedClass({
    ...{ mode: "practice", mission: mission.id, seed },
    missions: { [mission.id]: mission },
  });
  const seat = mission.boxes.find((box) => box.role === role)?.id;
  classroom.join("p1", new Pupil({ firstMs: 4_000, actMs: 4_000, errorPercent: 0 }, seed), seat);
  classroom.startRound();
  classroom.finishRound();
  return viewFor(classroom.lesson, { kind: "player", player: "p1" }).tallies;
}

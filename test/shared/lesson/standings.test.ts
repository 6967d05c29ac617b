import { describe, expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import type { Match } from "../../../shared/match/match.ts";
import { bonusOf, resultOf, standingOf } from "../../../shared/match/result.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";
import { playRound, pupilSeed } from "../../run/play-round.ts";

const steady = { ...skills.average, errorPercent: 0 };
const seeds = 8;
const team = [0, 1, 2, 3];
const scored = Object.values(missions).filter(
  ({ kind, seats }) => kind !== "experiment" && seats.length >= team.length,
);

/** The round of a team of four, of whom these are gone from the first moment. */
const roundWithout = (mission: Mission, seed: number, gone: readonly number[]): Match =>
  playRound({
    ...{ mission, seed },
    scripts: team.map((at) =>
      gone.includes(at) ? "gone" : new Pupil(steady, pupilSeed(seed, at)),
    ),
  }).match;

/** The mean standing over some seeds and over every choice of who is gone. */
function meanStanding(mission: Mission, choices: readonly (readonly number[])[]): number {
  const standings = choices.flatMap((gone) =>
    Array.from({ length: seeds }, (_, seed) => standingOf(roundWithout(mission, seed + 1, gone))),
  );
  return standings.reduce((sum, standing) => sum + standing, 0) / standings.length;
}

describe.each(scored)("in $id a team of four", (mission) => {
  const whole = meanStanding(mission, [[]]);
  const one = team.map((at) => [at]);
  const three = team.map((at) => team.filter((other) => other !== at));
  test.each([
    ["one", one],
    ["three", three],
  ])("stands within a tenth of where it would with %s of its seats automatic", (_, choices) => {
    expect(Math.abs(meanStanding(mission, choices) / whole - 1)).toBeLessThan(0.1);
  });

  test("earns nothing while nobody is there: the autopilots answer, but have no standing and no bonus", () => {
    const match = roundWithout(mission, 1, team);
    expect(match.answered).toBeGreaterThan(0);
    expect([standingOf(match), bonusOf(match)]).toEqual([0, 0]);
  });
});

test("a network in which nobody ever sat has no standing", () => {
  const classroom = new ScriptedClass({ mission: "address-and-door-1" });
  classroom.startRound();
  classroom.finishRound();
  const [network] = Object.values(classroom.lesson.networks);
  expect(network?.match.answered).toBeGreaterThan(0);
  expect(network && standingOf(network.match)).toBe(0);
});

describe("the team's bonus", () => {
  test.each(scored)("follows the mean of its members' scores in $id", (mission) => {
    for (const skill of [skills.new, skills.average, skills.sharp]) {
      const scripts = team.map((at) => new Pupil(skill, pupilSeed(1, at)));
      const { match } = playRound({ mission, seed: 1, scripts });
      const shares = team.map((at) => resultOf(match, `p${at + 1}`).share);
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      expect(bonusOf(match)).toBe(Math.round((standingOf(match) * 0.2 * mean) / 100));
    }
  });

  test("counts members alone: with the same shares an empty chair changes nothing about it", () => {
    const match = roundWithout(missions["address-and-door-1"] as Mission, 1, []);
    const bonus = bonusOf(match);
    const spare = Object.values(match.seats).find(({ player }) => player === undefined);
    expect(spare).toBeDefined();
    expect(bonus).toBe(Math.round(standingOf(match) * 0.2));
  });
});

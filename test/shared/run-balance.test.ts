import { describe, expect, test } from "vitest";
import { addressAndDoor1 as mission } from "../../assets/missions/address-and-door-1.ts";
import { starsOf } from "../../shared/match/result.ts";
import { Pupil, skills } from "../kit/pupil.ts";
import { aimOutcomes } from "../run/aims.ts";
import { balanceFigures } from "../run/balance-figures.ts";
import { guidedRows } from "../run/guided-run.ts";
import { lazyRows } from "../run/lazy-rounds.ts";
import { playRound } from "../run/play-round.ts";
import { emptyQueueRoundTripMs } from "../run/round-trip.ts";

const seeds = 20;

describe("the first mission is worth playing", () => {
  test.each(lazyRows(mission, [2, 3, 4, 5, 6], seeds))(
    "$strategy earns a team of $seats at most one star",
    ({ failures }) => expect(failures).toBe(0),
  );

  test.each(guidedRows(mission, seeds))(
    "the guided run of a $role has at most 6 steps and 90 seconds",
    ({ isWithin, steps, seconds }) =>
      expect({ isWithin, steps, seconds }).toMatchObject({ isWithin: true }),
  );

  test("a question is asked again after four empty round trips, and not before 30 s", () => {
    expect(mission.retryMs).toBeGreaterThanOrEqual(4 * emptyQueueRoundTripMs(mission, 1));
    expect(mission.retryMs).toBeGreaterThanOrEqual(30_000);
  });

  test("what autopilots do all alone is answered and earns nothing", () => {
    const { match } = playRound({ mission, seed: 1, scripts: ["gone", "gone", "gone"] });
    expect(match.answered).toBeGreaterThan(5);
    expect({ points: match.points, stars: starsOf(match) }).toEqual({ points: 0, stars: 0 });
  });

  test("one pupil among autopilots earns with what passes their own desk", () => {
    const script = new Pupil(skills.sharp, 1);
    const { match } = playRound({ mission, seed: 1, scripts: [script] });
    expect(match.points).toBeGreaterThan(0);
  });
});

describe("the figures", () => {
  const { teams, desks } = balanceFigures(mission, { average: skills.average }, [4], 2);

  test("have a row for each team and each role in it", () => {
    expect(teams.map(({ skill, seats }) => [skill, seats])).toEqual([["average", 4]]);
    expect(desks.map(({ role }) => role)).toEqual(["client", "router", "server"]);
  });

  test("are held against the aims they belong to", () => {
    const aims = aimOutcomes(teams, desks);
    const routers = desks.find(({ role }) => role === "router")?.busyPercent;
    expect(aims.find(({ aim }) => aim.startsWith("routers"))).toMatchObject({
      rows: 1,
      from: routers,
      to: routers,
    });
  });
});

import { expect, test } from "vitest";
import { teamPlaces } from "../../client/present/debrief-team-places.ts";
import type { ViewRow } from "../../shared/contract/view.ts";
import { inMission, madeUpView } from "./made-up-view.ts";

const team = (score: number, bonus?: number, you = false): ViewRow<"standings"> => ({
  ...{ score, answered: 0, failed: 0, stars: 0, you },
  ...(bonus === undefined ? {} : { bonus }),
});

const view = madeUpView("client", {
  standings: { n1: team(300), n2: team(280, 40, true), n3: team(320, 0), n4: team(10, 5) },
});

test("what a team earned together counts for its place, and equal teams share one", () => {
  const { isScored, teams } = teamPlaces(view);
  expect(isScored).toBe(true);
  expect(teams.map(({ network, place, points }) => [network, place, points])).toEqual([
    ["n2", 1, 320],
    ["n3", 1, 320],
    ["n1", 3, 300],
    ["n4", 4, 15],
  ]);
  expect(teams.find(({ you }) => you)?.network).toBe("n2");
});

test("an experiment has teams but no places to win", () => {
  const { isScored, teams } = teamPlaces(inMission("address-and-door-0", view));
  expect(isScored).toBe(false);
  expect(teams.map(({ network }) => network)).toEqual(["n1", "n2", "n3", "n4"]);
});

import { expect, test } from "vitest";
import { presentStandings } from "../../client/present/screen-standings.ts";
import { emptyView, type View } from "../../shared/contract/view.ts";
import { toldRoom } from "./told-room.ts";

const team = (score: number, bonus?: number) => ({
  ...{ score, answered: 0, failed: 0, stars: 0, you: false },
  ...(bonus === undefined ? {} : { bonus }),
});

function standing(mission: string, standings: View["standings"]): View {
  const now = { phase: "result", round: 1, mission, paused: false, moves: 0, sight: "open" };
  return { ...emptyView(), lesson: { now }, standings };
}

test("the best team stands first, with what its members earned together", () => {
  const standings = { n1: team(500), n2: team(480, 40), n3: team(10) };
  const { teams } = presentStandings(standing("address-and-door-1", standings));
  expect(teams.map(({ network }) => network)).toEqual(["n2", "n1", "n3"]);
});

test("an experiment ranks nobody", () => {
  const standings = { n2: team(480), n1: team(500), n3: team(900) };
  const { teams, isScored } = presentStandings(standing("address-and-door-0", standings));
  expect(isScored).toBe(false);
  expect(teams.map(({ network }) => network)).toEqual(["n1", "n2", "n3"]);
});

test("while a round runs no bonus is told", () => {
  const { say, play, wait, seenByScreen } = toldRoom(8);
  play();
  wait(30_000);
  expect(presentStandings(seenByScreen())).toMatchObject({ isOver: false });
  expect(presentStandings(seenByScreen()).teams.map(({ bonus }) => bonus)).toEqual([0, 0]);
  say("host", { kind: "endRound" });
  expect(presentStandings(seenByScreen()).isOver).toBe(true);
});

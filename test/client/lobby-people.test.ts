import { expect, test } from "vitest";
import { presentMeanwhile } from "../../client/present/shell-meanwhile.ts";
import { caughtLetters } from "../../client/present/shell-people.ts";
import { emptyView, type View, type ViewRow } from "../../shared/contract/view.ts";

const player = (nickname: string, you = false): ViewRow<"players"> => ({
  ...{ nickname, you, online: true, ready: false },
});

const lobby: View = {
  ...emptyView(),
  players: { p1: player("0-0", true), p2: player("1-1"), p3: player("2-2") },
  throws: {
    "10-0": { from: "p2", to: "p1", at: 10 },
    "20-1": { from: "p1", to: "p2", at: 20 },
    "30-2": { from: "p3", to: "p1", at: 30 },
  },
};

test("the letters that were thrown to me are told newest first, with who threw them", () => {
  expect(caughtLetters(lobby)).toEqual([
    { id: "30-2", from: "2-2" },
    { id: "10-0", from: "1-1" },
  ]);
});

const welcome = (at: number, count: number): View => ({
  ...emptyView(),
  happenings: { "1": { at, kind: "welcomeBack", count } },
});

test("who is back is told for a while what the autopilot did", () => {
  expect(presentMeanwhile(welcome(1_000, 7), 2_000)).toBe(7);
  expect(presentMeanwhile(welcome(1_000, 7), 13_000)).toBeUndefined();
});

test("where the autopilot did nothing there is nothing to tell", () => {
  expect(presentMeanwhile(welcome(1_000, 0), 2_000)).toBeUndefined();
  expect(presentMeanwhile(emptyView(), 2_000)).toBeUndefined();
});

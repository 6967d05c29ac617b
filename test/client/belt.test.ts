import { expect, test } from "vitest";
import { beltLetter, presentBelt } from "../../client/present/belt.ts";
import type { View } from "../../shared/contract/view.ts";
import { due, letter, madeUpView } from "./made-up-view.ts";

test("a belt has the mission's eight slots, and letters lie where they fell", () => {
  const view = madeUpView("router", { belt: { 4: letter(0), 9: letter(2) } });
  expect(presentBelt(view).map((held) => held?.id)).toEqual([
    "4",
    undefined,
    "9",
    ...Array(5).fill(undefined),
  ]);
});

test("slots count from 1, as the keys that pick from them do", () => {
  const view = madeUpView("router", { belt: { 4: letter(6) } });
  expect(beltLetter(view, "4")?.slot).toBe(7);
});

test("only the letter of a lit due is lit", () => {
  const view = madeUpView("router", {
    belt: { 4: letter(0), 9: letter(1) },
    dues: { a: due("letter", "4", { lit: true }), b: due("letter", "9") },
  });
  expect(presentBelt(view).map((held) => held?.lit)).toEqual(expect.arrayContaining([true, false]));
  expect(beltLetter(view, "9")?.lit).toBe(false);
});

test("an experiment covers the ports of UDP letters", () => {
  const rules = {
    now: { kind: "experiment", held: "", pinSlots: 0, mostSends: 99, covered: "ports" },
  };
  const belt = { 4: letter(0), 9: letter(1, { kind: "icmp" }) };
  const covered = (view: View) => presentBelt(view).map((held) => held?.isCovered);
  expect(covered(madeUpView("server", { belt, rules })).slice(0, 2)).toEqual([true, false]);
  expect(covered(madeUpView("server", { belt })).slice(0, 2)).toEqual([false, false]);
});

test("a letter that has gone is no letter", () => {
  expect(beltLetter(madeUpView("router"), "4")).toBeUndefined();
  expect(beltLetter(madeUpView("router"), undefined)).toBeUndefined();
});

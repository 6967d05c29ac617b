import { expect, test } from "vitest";
import type { Act } from "../../shared/device/act.ts";
import { Hands } from "../kit/hands.ts";
import { emptyNotes, notingTargets } from "../run/pupil-notes.ts";

const forward = { kind: "forward", packet: 1, exit: "router1-router2" } as Act;
const pin: Act = { kind: "pin", row: 1, exit: "router1-router3" };

/** The longest row of somebody who does this, one after the other. */
function longestRowOf(acts: readonly Act[]): number {
  const hands = new Hands(["router1"], { mission: "best-effort-1" });
  const place = { match: hands.match, seat: hands.seat("router1") };
  const left = [...acts];
  const notes = emptyNotes();
  const script = notingTargets({ nextAt: () => undefined, act: () => left.shift() }, notes);
  for (const _ of acts) script.act(place);
  return notes.longestRow;
}

test("the same act on the same target makes a row", () => {
  expect(longestRowOf([forward, forward, forward])).toBe(3);
});

test("a pin that is moved in between ends the row, though nothing asked for it", () => {
  expect(longestRowOf([forward, forward, pin, forward])).toBe(2);
});

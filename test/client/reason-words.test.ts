import { expect, test } from "vitest";
import { inOrder2 } from "../../assets/missions/in-order-2.ts";
import { texts } from "../../assets/text/text.ts";
import { reasonWords } from "../../client/present/reason-words.ts";
import type { Reason } from "../../shared/contract/reasons.ts";

test.each(Object.values(texts))("a reason is worded for where it happened", (text) => {
  const { coach } = text;
  const words = (reason: Reason, setting = {}) => reasonWords(text, reason, setting);
  expect(words("wrongDoor")).toBe(coach.reasons.wrongDoor);
  expect(words("wrongDoor", { covered: "ports" })).toBe(coach.coveredPort);
  expect(words("wrongAddress", { covered: "ports" })).toBe(coach.reasons.wrongAddress);
  expect(words("gaveUpTooSoon", { mostSends: 3 })).toBe(coach.reasons.gaveUpTooSoon);
  expect(words("discardedNeeded", { goBackN: false })).toBe(coach.reasons.discardedNeeded);
  expect(words("discardedNeeded", { goBackN: true })).toBe(coach.discardedNext);
  expect(words("discardedNeeded", inOrder2)).toBe(coach.discardedNext);
  expect(words("gaveUpTooSoon", { mostSends: 1 })).toBe(coach.gaveUpOnlyLetter);
});

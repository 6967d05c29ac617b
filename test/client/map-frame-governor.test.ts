import { expect, test } from "vitest";
import { frameGovernor } from "../../client/map/frame-governor.ts";

const speaksUp = (frames: readonly number[]) => frames.map(frameGovernor()).filter(Boolean).length;

test("says once that most frames are too slow", () => {
  expect(speaksUp(Array(400).fill(40))).toBe(1);
});

test("is silent while half of them are fast", () => {
  expect(speaksUp(Array.from({ length: 400 }, (_, n) => (n % 3 === 0 ? 60 : 16)))).toBe(0);
});

test("takes a hidden tab for what it is", () => {
  expect(speaksUp(Array(400).fill(2_000))).toBe(0);
});

import { expect, test } from "vitest";
import { viewsOf } from "../run/bench-class.ts";
import { crossChain, routers } from "../run/chain-of-routers.ts";
import { searchPrefixes } from "../run/prefix-floor.ts";

test("on the chain every question crosses every link, and so does its answer", () => {
  expect(crossChain(1, 100)).toBe(100 * 2 * (routers + 1));
});

test("the floor finds the last row for questions and the first for answers", () => {
  expect(searchPrefixes(10)).toBe(5 * (routers - 1));
});

test("the same views are mirrored and written as text", () => {
  const { mirrored, asText } = viewsOf(2);
  expect(mirrored.run()).toBe(asText.run());
});

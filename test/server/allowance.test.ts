import { afterEach, expect, test, vi } from "vitest";
import { Allowance } from "../../server/allowance.ts";

const at = (ms: number) => vi.spyOn(performance, "now").mockReturnValue(ms);
afterEach(() => vi.restoreAllMocks());

test("so many at once, and then one by one as time passes", () => {
  const allowance = new Allowance(2, 1000);
  at(0);
  expect([1, 2, 3].map(() => allowance.take("a"))).toEqual([true, true, false]);
  at(499);
  expect(allowance.take("a")).toBe(false);
  at(500);
  expect([1, 2].map(() => allowance.take("a"))).toEqual([true, false]);
});

test("one key takes nothing from another", () => {
  at(0);
  const allowance = new Allowance(1, 1000);
  expect(["a", "a", "b"].map((key) => allowance.take(key))).toEqual([true, false, true]);
});

test("a long pause saves up no more than one burst", () => {
  at(0);
  const allowance = new Allowance(2, 1000);
  allowance.take("a");
  at(1_000_000);
  expect([1, 2, 3].map(() => allowance.take("a"))).toEqual([true, true, false]);
});

test("however many keys come, memory stays small and who is held back stays so", () => {
  at(0);
  const allowance = new Allowance(1, 1000);
  for (let key = 0; key < 25_000; key++) allowance.take(`key${key}`);
  expect(allowance.take("key24999")).toBe(false);
});

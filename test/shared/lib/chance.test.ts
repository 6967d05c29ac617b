import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Chance,
  drawBits,
  drawOne,
  drawPercent,
  drawWhole,
  namedChance,
  shuffled,
} from "../../../shared/lib/chance.ts";

const aSeed = fc.integer({ min: 0, max: 0xffff_ffff });
const aChance = fc.tuple(aSeed, fc.string()).map(([seed, name]) => namedChance(seed, name));

const draws = (chance: Chance, count: number): readonly number[] =>
  Array.from({ length: count }, () => drawBits(chance));

test("the same seed and name give the same stream", () => {
  fc.assert(
    fc.property(aSeed, fc.string(), (seed, name) => {
      expect(draws(namedChance(seed, name), 20)).toEqual(draws(namedChance(seed, name), 20));
    }),
  );
});

test("another name, or another seed, gives another stream", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(aSeed, fc.string()), { minLength: 2 }), (names) => {
      const [a, b] = names.map(([seed, name]) => draws(namedChance(seed, name), 4));
      expect(a).not.toEqual(b);
    }),
  );
});

test("one more draw in one stream reshuffles nothing in another", () => {
  const calm = namedChance(7, "link a");
  const expected = draws(calm, 10);
  const chatty = namedChance(7, "errands");
  const interleaved = namedChance(7, "link a");
  const seen = Array.from({ length: 10 }, (_, i) => {
    draws(chatty, i);
    return drawBits(interleaved);
  });
  expect(seen).toEqual(expected);
});

test("a stream goes on after it was written down as JSON", () => {
  fc.assert(
    fc.property(aChance, fc.nat(20), (chance, before) => {
      draws(chance, before);
      const copy: Chance = JSON.parse(JSON.stringify(chance));
      expect(draws(copy, 5)).toEqual(draws(chance, 5));
    }),
  );
});

test("a whole number lies between its bounds, and reaches both", () => {
  fc.assert(
    fc.property(aChance, fc.integer({ min: -50, max: 50 }), fc.nat(3), (chance, least, span) => {
      const drawn = Array.from({ length: 200 }, () => drawWhole(chance, least, least + span));
      expect(Math.min(...drawn)).toBe(least);
      expect(Math.max(...drawn)).toBe(least + span);
    }),
  );
});

test.each([
  [0, 0, 0],
  [1, 60, 140],
  [50, 4_700, 5_300],
  [100, 10_000, 10_000],
])("%i percent comes true in %i to %i of 10 000 draws", (percent, least, most) => {
  const chance = namedChance(1, "percent");
  const hits = Array.from({ length: 10_000 }, () => drawPercent(chance, percent)).filter(Boolean);
  expect(hits.length).toBeGreaterThanOrEqual(least);
  expect(hits.length).toBeLessThanOrEqual(most);
});

test("what never happens draws nothing", () => {
  const chance = namedChance(1, "percent");
  drawPercent(chance, 0);
  expect(chance.drawn).toBe(0);
});

test("every face of a die comes up about equally often", () => {
  const chance = namedChance(1, "die");
  const throws = Array.from({ length: 6_000 }, () => drawWhole(chance, 1, 6));
  for (const face of [1, 2, 3, 4, 5, 6]) {
    const count = throws.filter((thrown) => thrown === face).length;
    expect(Math.abs(count - 1_000)).toBeLessThan(150);
  }
});

test("one of nothing cannot be drawn", () => {
  expect(() => drawOne(namedChance(1, ""), [])).toThrow("nothing to draw from");
});

test("a shuffled list holds the same items and leaves the original alone", () => {
  fc.assert(
    fc.property(aChance, fc.array(fc.nat()), (chance, items) => {
      const before = [...items];
      const order = shuffled(chance, items);
      expect(items).toEqual(before);
      expect([...order].sort()).toEqual([...items].sort());
    }),
  );
});

test("every order of three comes up about equally often", () => {
  const chance = namedChance(3, "orders");
  const orders: Record<string, number> = {};
  for (let i = 0; i < 6_000; i++) {
    const order = shuffled(chance, ["a", "b", "c"]).join("");
    orders[order] = (orders[order] ?? 0) + 1;
  }
  expect(Object.keys(orders)).toHaveLength(6);
  for (const count of Object.values(orders)) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  distance,
  earliest,
  isBefore,
  latest,
  plus,
  sequenceNumber,
} from "../../../../shared/protocol/tcp/sequence-number.ts";

const aNumber = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(sequenceNumber);
const last = sequenceNumber(2 ** 32 - 1);
const zero = sequenceNumber(0);

test("behind the last number comes zero", () => {
  expect(plus(last, 1)).toBe(0);
  expect(plus(zero, -1)).toBe(2 ** 32 - 1);
  expect(distance(last, zero)).toBe(1);
  expect(isBefore(last, zero)).toBe(true);
  expect(isBefore(zero, last)).toBe(false);
});

test.each([
  [0, 1, true],
  [1, 0, false],
  [5, 5, false],
  [2 ** 31 - 1, 2 ** 31, true],
  [2 ** 31, 2 ** 31 - 1, false],
  [2 ** 32 - 10, 10, true],
])("%d is before %d: %s", (a, b, expected) => {
  expect(isBefore(sequenceNumber(a), sequenceNumber(b))).toBe(expected);
});

test("distance undoes plus, anywhere on the circle", () => {
  fc.assert(
    fc.property(aNumber, fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }), (from, count) => {
      const to = plus(from, count);
      expect(Number.isInteger(to) && to >= 0 && to < 2 ** 32).toBe(true);
      expect(distance(from, to)).toBe(count);
      expect(latest(from, to)).toBe(count > 0 ? to : from);
      expect(earliest(from, to)).toBe(count < 0 ? to : from);
    }),
  );
});

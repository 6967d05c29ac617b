import fc from "fast-check";
import { expect, test } from "vitest";
import { timeScale } from "../../client/present/time-scale.ts";

const someInstants = fc.array(fc.nat(300_000), { minLength: 1, maxLength: 60 });

test("what happens later stands lower, with room between any two things", () => {
  fc.assert(
    fc.property(someInstants, (instants) => {
      const scale = timeScale(instants);
      const ys = [...new Set(instants)].toSorted((a, b) => a - b).map(scale.y);
      for (const [index, y] of ys.entries()) {
        const above = ys[index - 1];
        if (above !== undefined) expect(y - above).toBeGreaterThanOrEqual(24);
        expect(y).toBeLessThan(scale.height);
      }
    }),
  );
});

test("a second is a second until it gets crowded or boring", () => {
  const { y } = timeScale([0, 1_000, 2_500, 2_501]);
  expect(y(2_500) - y(1_000)).toBeGreaterThan(y(1_000) - y(0));
  expect(y(2_501) - y(2_500)).toBeGreaterThanOrEqual(24);
});

test("what needs more room than time would give it has it above and below", () => {
  const { y } = timeScale([0, 100, 200, 300], new Map([[100, 54]]));
  expect([y(100) - y(0), y(200) - y(100)]).toEqual([54, 54]);
  expect(y(300) - y(200)).toBeLessThan(54);
});

test("a long silence is drawn short and told of", () => {
  const { y, quiets } = timeScale([0, 1_000, 41_000, 42_000]);
  expect(y(41_000) - y(1_000)).toBeLessThan(100);
  expect(quiets.map(({ seconds }) => seconds)).toEqual([40]);
  expect(quiets[0]?.y).toBeGreaterThan(y(1_000));
  expect(quiets[0]?.y).toBeLessThan(y(41_000));
});

test("each second is written once, at the first thing in it", () => {
  const { y, ticks } = timeScale([61_900, 61_100, 62_000]);
  expect(ticks).toEqual([
    { words: "1:01", y: y(61_100) },
    { words: "1:02", y: y(62_000) },
  ]);
});

test("with nothing to draw there is nothing to stumble over", () => {
  expect(timeScale([])).toMatchObject({ ticks: [], quiets: [] });
});

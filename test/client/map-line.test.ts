import { expect, test } from "vitest";
import {
  cutDashes,
  distanceToLine,
  lineLength,
  pointAlong,
} from "../../client/present/map-line.ts";

const bent = [
  { x: 0, y: 0 },
  { x: 30, y: 0 },
  { x: 30, y: 40 },
];

test("a bent line is as long as its pieces", () => {
  expect(lineLength(bent)).toBe(70);
});

test.each([
  { distance: 0, x: 0, y: 0, heading: 0 },
  { distance: 12, x: 12, y: 0, heading: 0 },
  { distance: 50, x: 30, y: 20, heading: Math.PI / 2 },
  { distance: 70, x: 30, y: 40, heading: Math.PI / 2 },
  { distance: 99, x: 30, y: 40, heading: Math.PI / 2 },
  { distance: -5, x: 0, y: 0, heading: 0 },
])("$distance along it is ($x, $y)", ({ distance, ...point }) => {
  expect(pointAlong(bent, distance)).toEqual(point);
});

test("a line whose ends meet has its one point everywhere", () => {
  const point = { x: 7, y: 7 };
  expect(pointAlong([point, point], 3)).toEqual({ ...point, heading: 0 });
});

test.each([
  { what: "beside a piece", x: 15, y: 6, distance: 6 },
  { what: "on the bend", x: 30, y: 0, distance: 0 },
  { what: "past the end", x: 30, y: 45, distance: 5 },
])("the distance of a point $what is $distance", ({ x, y, distance }) => {
  expect(distanceToLine(bent, { x, y })).toBeCloseTo(distance);
});

test.each([200, 60, 47])(
  "the dashes of a cut line of %i leave a gap in its very middle",
  (length) => {
    const dashes = cutDashes(length, 46);
    const middle = (dashes.length - 1) / 2;
    expect(dashes.length % 2).toBe(0);
    expect(dashes.reduce((sum, part) => sum + part, 0)).toBeCloseTo(length);
    const before = dashes.slice(0, Math.ceil(middle)).reduce((sum, part) => sum + part, 0);
    expect(dashes[Math.ceil(middle)]).toBe(46);
    expect(before).toBeCloseTo((length - 46) / 2);
  },
);

import { expect, test } from "vitest";
import { fitFrame, onCanvas, onMap, units } from "../../client/present/map-frame.ts";

const map = { width: 720, height: 520 };

test.each([
  { what: "wide", width: 1_000, height: 520, left: 140, top: 0, scale: 1 },
  { what: "high", width: 360, height: 800, left: 0, top: 270, scale: 0.5 },
])("the whole map lies in the middle of a $what place", ({ width, height, left, top, scale }) => {
  expect(fitFrame(map, { width, height }, 1)).toMatchObject({ left, top, scale });
});

test("twice the pixels show the same map twice as sharp", () => {
  const sharp = fitFrame(map, { width: 1_000, height: 520 }, 2);
  expect(sharp).toMatchObject({ width: 2_000, height: 1_040, scale: 2, left: 280 });
  expect(onCanvas(sharp, { x: 100, y: 50 })).toEqual({ x: 240, y: 50 });
});

test("the way from map to canvas leads back", () => {
  const frame = fitFrame(map, { width: 640, height: 400 }, 2);
  const point = { x: 123, y: 321 };
  const back = onMap(frame, onCanvas(frame, point));
  expect(back.x).toBeCloseTo(point.x);
  expect(back.y).toBeCloseTo(point.y);
});

test("a length on the screen takes more of a smaller map", () => {
  expect(units(fitFrame(map, { width: 360, height: 260 }, 2), 12)).toBe(24);
});

test("a map twice as large is drawn half as large in the same place", () => {
  const place = { width: 1_000, height: 520 };
  const half = { ...fitFrame(map, place, 1), scale: 0.5 };
  expect(fitFrame({ width: 1_440, height: 1_040 }, place, 1)).toEqual(half);
});

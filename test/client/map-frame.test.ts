import { expect, test } from "vitest";
import { fitFrame, onCanvas, onMap, units } from "../../client/present/map-frame.ts";

test.each([
  { what: "wide", width: 1_000, height: 520, left: 140, top: 0, scale: 1 },
  { what: "high", width: 360, height: 800, left: 0, top: 270, scale: 0.5 },
])("the whole map lies in the middle of a $what place", ({ width, height, left, top, scale }) => {
  expect(fitFrame(width, height, 1)).toMatchObject({ left, top, scale });
});

test("twice the pixels show the same map twice as sharp", () => {
  const sharp = fitFrame(1_000, 520, 2);
  expect(sharp).toMatchObject({ width: 2_000, height: 1_040, scale: 2, left: 280 });
  expect(onCanvas(sharp, { x: 100, y: 50 })).toEqual({ x: 240, y: 50 });
});

test("the way from map to canvas leads back", () => {
  const frame = fitFrame(640, 400, 2);
  const point = { x: 123, y: 321 };
  const back = onMap(frame, onCanvas(frame, point));
  expect(back.x).toBeCloseTo(point.x);
  expect(back.y).toBeCloseTo(point.y);
});

test("a length on the screen takes more of a smaller map", () => {
  expect(units(fitFrame(360, 260, 2), 12)).toBe(24);
});

import { expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { mapArea } from "../../client/present/map-area.ts";
import { fitFrame, onCanvas } from "../../client/present/map-frame.ts";
import { presentMap } from "../../client/present/map-scene.ts";
import { emptyView } from "../../shared/contract/view.ts";

const box = { role: "router", zone: "z", address: "10.0.1.1", hand: "person", you: false };
const scene = presentMap({
  ...emptyView(),
  zones: { z: { x: 100, y: 40, width: 200, height: 160, tint: "sand", prefix: "10.0.1.0/24" } },
  boxes: { router1: { ...box, x: 300, y: 260 } },
});

test("the part of the map where something stands reaches round districts, boxes and their names", () => {
  expect(mapArea(scene)).toEqual({ x: 96, y: 36, width: 288, height: 324 });
});

test("of a map with nothing on it all is shown", () => {
  const { size } = scene;
  expect(mapArea({ size, zones: [], boxes: [] })).toEqual({ x: 0, y: 0, ...size });
});

test("a part of the map fills the place that it is shown in", () => {
  const frame = fitFrame(mapArea(scene), { width: 576, height: 648 }, 1);
  expect(frame.scale).toBe(2);
  expect(onCanvas(frame, { x: 96, y: 36 })).toEqual({ x: 0, y: 0 });
});

test.each(Object.values(missions))("$id: no box lies on the name of its district", (mission) => {
  const nameOf = { width: 116, height: 50 };
  const ring = 49;
  const covered = mission.boxes.filter(({ zone: id, x, y }) => {
    const zone = mission.zones.find((one) => one.id === id);
    if (zone === undefined) return false;
    const isBeside = x - ring >= zone.x + nameOf.width - 20 || x + ring <= zone.x;
    return !isBeside && y - ring < zone.y + nameOf.height && y + ring > zone.y;
  });
  expect(covered.map(({ id }) => id)).toEqual([]);
});

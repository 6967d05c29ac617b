import { distanceToLine, lineLength, type Point, pointAlong } from "./map-line.ts";
import type { MapScene } from "./map-scene.ts";

/** Something on the map that can be pointed at. */
export type MapTarget = { readonly kind: "box" | "link"; readonly id: string };

const boxReach = 44;
const linkReach = 14;

/** What is at a point of the map: a box before a link, and within `least` units at any rate (fingers are thick). */
export function targetNear(scene: MapScene, point: Point, least: number): MapTarget | undefined {
  const boxes = scene.boxes.map(({ id, x, y }) => ({
    target: { kind: "box", id } as const,
    away: Math.hypot(point.x - x, point.y - y) / Math.max(boxReach, least),
  }));
  const links = scene.links.map(({ id, line }) => ({
    target: { kind: "link", id } as const,
    away: distanceToLine(line, point) / Math.max(linkReach, least),
  }));
  return nearest(boxes) ?? nearest(links);
}

/** The middle of a target; undefined once it is gone. */
export function targetCentre(scene: MapScene, { kind, id }: MapTarget): Point | undefined {
  if (kind === "box") return scene.boxes.find((box) => box.id === id);
  const line = scene.links.find((link) => link.id === id)?.line;
  return line && pointAlong(line, lineLength(line) / 2);
}

function nearest(
  found: readonly { readonly target: MapTarget; readonly away: number }[],
): MapTarget | undefined {
  return found.filter(({ away }) => away <= 1).toSorted((a, b) => a.away - b.away)[0]?.target;
}

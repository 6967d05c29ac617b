import { sheets } from "../../shared/contract/district-sheet.ts";
import type { MapScene } from "./map-scene.ts";

/** A part of the map, in its own units. */
export type MapArea = Readonly<Record<"x" | "y" | "width" | "height", number>>;

/** How far a box reaches from its middle with its ring, its name and its address. */
const reach = { side: 80, up: 60, down: 96 } as const;
const margin = 4;

/** The part of the map where something stands; a small team leaves some of it empty, two districts none. */
export function mapArea({
  size,
  zones,
  boxes,
}: Pick<MapScene, "size" | "zones" | "boxes">): MapArea {
  const areas = [
    ...zones.map(({ x, y, width, height }) => edges(x, y, x + width, y + height)),
    ...boxes.map(({ x, y }) => edges(x - reach.side, y - reach.up, x + reach.side, y + reach.down)),
  ];
  if (areas.length === 0 || size === sheets.two) return { x: 0, y: 0, ...size };
  const left = Math.min(...areas.map((area) => area.left)) - margin;
  const top = Math.min(...areas.map((area) => area.top)) - margin;
  const right = Math.max(...areas.map((area) => area.right)) + margin;
  const bottom = Math.max(...areas.map((area) => area.bottom)) + margin;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const edges = (left: number, top: number, right: number, bottom: number) => ({
  left,
  top,
  right,
  bottom,
});

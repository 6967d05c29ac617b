import type { MapArea } from "./map-area.ts";
import type { Point } from "./map-line.ts";
import { mapSize } from "./map-scene.ts";

/** How the map lies on a canvas: device pixels per unit, and where the map's corner is. */
export type MapFrame = {
  /** The canvas, in device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel and per map unit. */
  readonly dpr: number;
  readonly scale: number;
  /** The corner that the map's units count from, in device pixels; it may lie outside. */
  readonly left: number;
  readonly top: number;
};

const wholeMap: MapArea = { x: 0, y: 0, ...mapSize };

/** The frame that shows a part of the map, or all of it, in the middle of a place of this size (in CSS pixels). */
export function fitFrame(
  cssWidth: number,
  cssHeight: number,
  dpr: number,
  area: MapArea = wholeMap,
): MapFrame {
  const width = Math.max(1, Math.round(cssWidth * dpr));
  const height = Math.max(1, Math.round(cssHeight * dpr));
  const scale = Math.min(width / area.width, height / area.height);
  return {
    width,
    height,
    dpr,
    scale,
    left: Math.round((width - area.width * scale) / 2 - area.x * scale),
    top: Math.round((height - area.height * scale) / 2 - area.y * scale),
  };
}

/** Where a point of the map is on the canvas, in CSS pixels. */
export const onCanvas = ({ left, top, scale, dpr }: MapFrame, { x, y }: Point): Point => ({
  x: (left + x * scale) / dpr,
  y: (top + y * scale) / dpr,
});

/** Which point of the map is at a place on the canvas (in CSS pixels). */
export const onMap = ({ left, top, scale, dpr }: MapFrame, { x, y }: Point): Point => ({
  x: (x * dpr - left) / scale,
  y: (y * dpr - top) / scale,
});

/** How many map units a length in CSS pixels takes. */
export const units = ({ scale, dpr }: MapFrame, cssPixels: number): number =>
  (cssPixels * dpr) / scale;

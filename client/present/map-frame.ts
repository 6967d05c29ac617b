import type { Point } from "./map-line.ts";
import type { MapSize } from "./map-scene.ts";

/** How the map lies on a canvas: device pixels per unit, and where the map's corner is. */
export type MapFrame = {
  /** The canvas, in device pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel and per map unit. */
  readonly dpr: number;
  readonly scale: number;
  /** The map's upper left corner, in device pixels. */
  readonly left: number;
  readonly top: number;
};

/** The frame that shows the whole map in the middle of a place (in CSS pixels). */
export function fitFrame(map: MapSize, place: MapSize, dpr: number): MapFrame {
  const width = Math.max(1, Math.round(place.width * dpr));
  const height = Math.max(1, Math.round(place.height * dpr));
  const scale = Math.min(width / map.width, height / map.height);
  return {
    width,
    height,
    dpr,
    scale,
    left: Math.round((width - map.width * scale) / 2),
    top: Math.round((height - map.height * scale) / 2),
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

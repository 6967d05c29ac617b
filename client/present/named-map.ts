import type { MapSize } from "./map-scene.ts";

/** The part of the plane that a map with names shows: the lowest machine's address still stands in it. */
export const namedMap = ({ width, height }: MapSize) => ({
  left: 0,
  top: 4,
  width,
  height: height + 4,
});

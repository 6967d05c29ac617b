import type { MapBox, MapLink } from "./map-scene.ts";

/** Where a box has its name: under it, or over it where a line leaves straight down. */
export const captionSide = (
  { id, x, y }: Pick<MapBox, "id" | "x" | "y">,
  links: readonly Pick<MapLink, "a" | "b" | "line">[],
): "under" | "over" => {
  const next = links.map(({ a, b, line }) =>
    a === id ? line[1] : b === id ? line.at(-2) : undefined,
  );
  return next.some((point) => point !== undefined && point.x === x && point.y > y)
    ? "over"
    : "under";
};

import type { MapBox, MapFlag } from "../present/map-scene.ts";

/** Every word on the map, in the language of the moment. */
export type MapWords = {
  zone(id: string): string;
  /** What a box is called: its player's nickname, else its role and number. */
  box(box: Pick<MapBox, "id" | "role" | "nickname">): string;
  flag(flag: MapFlag): string;
  /** The sign over my own box. */
  readonly you: string;
  /** The pill of a seat that nobody holds, and of one whose player is away. */
  readonly automatic: string;
  readonly away: string;
};

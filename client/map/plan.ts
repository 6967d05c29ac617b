import type { MapFrame } from "../present/map-frame.ts";
import type { MapScene } from "../present/map-scene.ts";
import type { MapTarget } from "../present/map-target.ts";
import type { Pictures } from "./load-pictures.ts";
import type { MapWords } from "./map-words.ts";
import type { Palette } from "./palette.ts";

/** Everything that the still part of the map is drawn from; letters move over it. */
export type Plan = {
  readonly scene: MapScene;
  readonly words: MapWords;
  readonly highlighted: readonly MapTarget[];
  readonly frame: MapFrame;
  readonly palette: Palette;
  readonly pictures: Pictures;
};

import type { MapBox } from "../../present/map-scene.ts";

/** How far a box reaches from its middle, in map units; mine wears the airmail ring. */
export const boxRadius = ({ you }: Pick<MapBox, "you">): number => (you ? 49 : 38);

/** How far a box itself reaches up; a laptop is flatter than the others. */
export const boxTop = (box: Pick<MapBox, "you" | "role">): number =>
  box.role === "client" && !box.you ? 30 : boxRadius(box);

/** How far below its middle a box's name begins; a laptop is flatter than the others. */
export const captionTop = (box: Pick<MapBox, "you" | "role">): number =>
  box.role === "client" && !box.you ? 46 : boxRadius(box) + 9;

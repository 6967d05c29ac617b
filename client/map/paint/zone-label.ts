import type { MapZone } from "../../present/map-scene.ts";
import type { Plan } from "../plan.ts";
import { textWidth } from "./text-width.ts";
import { isCramped, nameFace, numberFace } from "./type-face.ts";

/** A text, its font and where its baseline starts. */
type Line = {
  readonly text: string;
  readonly font: string;
  readonly x: number;
  readonly y: number;
};

const inset = 15;

/**
 * A district's name and prefix in its upper corners, or one under the other where they are too wide for that; on a
 * cramped map its name alone, for the addresses of its boxes begin alike.
 */
export function zoneLabel(
  zone: MapZone,
  plan: Plan,
): { readonly lines: readonly Line[]; readonly bottom: number } {
  const nameType = nameFace(plan);
  const number = numberFace(plan);
  const name = { text: plan.words.zone(zone.id), font: nameType.font };
  const prefix = { text: zone.prefix, font: number.font };
  const prefixWidth = textWidth(prefix.text, prefix.font);
  const start = { x: zone.x + inset, y: zone.y + 11 + nameType.size };
  const end = { x: zone.x + zone.width - inset - prefixWidth, y: start.y };
  const fits = start.x + textWidth(name.text, name.font) + inset * 0.6 <= end.x;
  if (!fits && isCramped(plan)) return { lines: [{ ...name, ...start }], bottom: start.y + 4 };
  const place = fits ? end : { x: start.x, y: start.y + number.size * 1.4 };
  return {
    lines: [
      { ...name, ...start },
      { ...prefix, ...place },
    ],
    bottom: place.y + 4,
  };
}

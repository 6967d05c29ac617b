import { sheets } from "../../../shared/contract/district-sheet.ts";
import type { MapZone } from "../../present/map-scene.ts";
import type { Plan } from "../plan.ts";
import { textWidth } from "./text-width.ts";
import { nameFace, numberFace } from "./type-face.ts";

/** A text, its font and where its baseline starts. */
type Line = {
  readonly text: string;
  readonly font: string;
  readonly x: number;
  readonly y: number;
};

/** How far from its zone's edges a label stands; two districts on one map leave it less room. */
const insets = { roomy: { x: 15, y: 11 }, narrow: { x: 8, y: 4 } } as const;

/** A district's name and prefix in its upper corners, or one under the other where they are too wide for that. */
export function zoneLabel(
  zone: MapZone,
  plan: Plan,
): { readonly lines: readonly Line[]; readonly bottom: number } {
  const nameType = nameFace(plan);
  const number = numberFace(plan);
  const name = { text: plan.words.zone(zone.id), font: nameType.font };
  const prefix = { text: zone.prefix, font: number.font };
  const prefixWidth = textWidth(prefix.text, prefix.font);
  const inset = plan.scene.size === sheets.two ? insets.narrow : insets.roomy;
  const start = { x: zone.x + inset.x, y: zone.y + inset.y + nameType.size };
  const end = { x: zone.x + zone.width - inset.x - prefixWidth, y: start.y };
  const fits = start.x + textWidth(name.text, name.font) + inset.x * 0.6 <= end.x;
  // A prefix wider than its zone stands out on both sides of it.
  const below = Math.min(start.x, zone.x + (zone.width - prefixWidth) / 2);
  const place = fits ? end : { x: below, y: start.y + number.size * 1.4 };
  return {
    lines: [
      { ...name, ...start },
      { ...prefix, ...place },
    ],
    bottom: place.y + 4,
  };
}

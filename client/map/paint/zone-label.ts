import { sheets } from "../../../shared/contract/district-sheet.ts";
import { captionSide } from "../../present/caption-side.ts";
import type { MapZone } from "../../present/map-scene.ts";
import type { Plan } from "../plan.ts";
import { boxRadius, boxTop, captionTop } from "./box-radius.ts";
import { captionHeight } from "./paint-caption.ts";
import { textWidth } from "./text-width.ts";
import { isCramped, nameFace, numberFace } from "./type-face.ts";

/** A text, its font and where its baseline starts. */
type Line = {
  readonly text: string;
  readonly font: string;
  readonly x: number;
  readonly y: number;
};

/** How far from its zone's edges a label stands; two districts on one map leave it less room. */
const insets = { roomy: { x: 15, y: 11 }, narrow: { x: 8, y: 4 } } as const;

/**
 * A district's name and prefix in its upper corners, or one under the other where they are too wide for that; where
 * there is no room for both its name alone, for the addresses of its boxes begin alike.
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
  const inset = plan.scene.size === sheets.two ? insets.narrow : insets.roomy;
  const start = { x: zone.x + inset.x, y: zone.y + inset.y + nameType.size };
  const end = { x: zone.x + zone.width - inset.x - prefixWidth, y: start.y };
  const fits = start.x + textWidth(name.text, name.font) + inset.x * 0.6 <= end.x;
  const below = {
    // A prefix wider than its zone stands out on both sides of it.
    x: Math.min(start.x, zone.x + (zone.width - prefixWidth) / 2),
    y: start.y + number.size * 1.4,
  };
  const size = { width: prefixWidth, height: number.size };
  const places = [...(fits ? [end] : []), ...(isCramped(plan) ? [] : [below])];
  const place = places.find(
    (one) => !isCovered({ ...one, ...size }, zone, plan) && !isUnderName({ ...one, ...size }, plan),
  );
  if (place === undefined) return { lines: [{ ...name, ...start }], bottom: start.y + 4 };
  return {
    lines: [
      { ...name, ...start },
      { ...prefix, ...place },
    ],
    bottom: place.y + 4,
  };
}

type Room = Readonly<Record<"x" | "y" | "width" | "height", number>>;

/** Whether a box of the district, or its name above it, needs the room of a line; `y` is the line's foot. */
function isCovered({ x, y, width, height }: Room, zone: MapZone, { scene }: Plan): boolean {
  return scene.boxes.some((box) => {
    const away = { x: box.x - clamp(box.x, x, x + width), y: box.y - clamp(box.y, y - height, y) };
    const isInside = clamp(box.x, zone.x, zone.x + zone.width) === box.x && box.y > zone.y;
    const isNamedOver = captionSide(box, scene.links) === "over";
    const reach = isNamedOver ? boxTop(box) + height * 3.6 : boxRadius(box);
    return isInside && box.y < zone.y + zone.height && Math.hypot(away.x, away.y) < reach;
  });
}

/** Half as wide as a box's name and address are at most. */
const nameReach = 80;

/** Whether the name of a box above hangs down into the room of a line. */
const isUnderName = ({ x, y, width, height }: Room, plan: Plan): boolean =>
  plan.scene.size !== sheets.two &&
  plan.scene.boxes.some((box) => {
    const top = box.y + boxRadius(box);
    const bottom = box.y + captionTop(box) + captionHeight(plan);
    const isBeside = x + width <= box.x - nameReach || x >= box.x + nameReach;
    return (
      !isBeside && top < y && bottom > y - height && captionSide(box, plan.scene.links) === "under"
    );
  });

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

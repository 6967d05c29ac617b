import { sheets } from "../../../shared/contract/district-sheet.ts";
import { captionSide } from "../../present/caption-side.ts";
import type { Point } from "../../present/map-line.ts";
import type { MapBox, MapSize } from "../../present/map-scene.ts";
import type { Plan } from "../plan.ts";
import { boxRadius } from "./box-radius.ts";
import type { Stamp } from "./stamp.ts";
import { textWidth } from "./text-width.ts";
import { signFace } from "./type-face.ts";
import { zoneLabel } from "./zone-label.ts";

const gap = 3;
const tailLength = 7;
const edge = 3;
const shoulder = (35 / 180) * Math.PI;

/** The bubble of the call flag that a box holds up. */
export function flagStamp(box: MapBox, text: string, plan: Plan): Stamp {
  const sign = { text, height: signFace(plan).size * 2, fill: "flag", ink: "ink" };
  return signStamp(`flag ${box.id}`, box, sign, true, plan);
}

/** The sign that says "me": above my box, or on its shoulder where a flag or a name is in the way. */
export function youStamp(box: MapBox, plan: Plan): Stamp {
  const height = signFace(plan).size * 1.85;
  const sign = { text: plan.words.you, height, fill: "ink", ink: "card" };
  const top = box.y - boxRadius(box) - gap - tailLength - height;
  const zone = plan.scene.zones.find((one) => lies(box, one));
  const free = zone === undefined ? 0 : zoneLabel(zone, plan).bottom;
  const isNamedUnder = captionSide(box, plan.scene.links) === "under";
  const isAbove = box.flag === undefined && isNamedUnder && top > free;
  return signStamp(`you ${box.id}`, box, sign, isAbove, plan);
}

type Sign = {
  readonly text: string;
  readonly height: number;
  readonly fill: string;
  readonly ink: string;
};
type Area = Record<"x" | "y" | "width" | "height", number>;

function signStamp(name: string, box: MapBox, sign: Sign, isAbove: boolean, plan: Plan): Stamp {
  const { palette } = plan;
  const { size, font } = signFace(plan);
  const width = textWidth(sign.text, font) + size * 1.7;
  const reach = { width, height: sign.height };
  const corner = isAbove ? above(box, reach, plan.scene.size) : freeShoulder(box, reach, plan);
  const area = { ...corner, ...reach };
  const shapes = isAbove ? [bubble(area), tail(boxRadius(box) + gap)] : [bubble(area)];
  return {
    name,
    left: -area.x + edge,
    top: -area.y + edge,
    right: area.x + width + edge,
    bottom: Math.max(area.y + sign.height, 0) + edge,
    paint: (context) => {
      context.lineJoin = "round";
      context.lineWidth = 4;
      context.strokeStyle = palette("ink");
      context.fillStyle = palette(sign.fill);
      // Filling over both strokes leaves one outline round bubble and tail.
      for (const shape of shapes) context.stroke(shape);
      for (const shape of shapes) context.fill(shape);
      context.fillStyle = palette(sign.ink);
      context.font = font;
      context.textAlign = "center";
      const baseline = area.y + sign.height / 2 + size * 0.36;
      context.fillText(sign.text, area.x + width / 2, baseline);
    },
  };
}

/** The corner of a sign above its box, seen from the box and pushed back inside the map's edges. */
function above(box: MapBox, { width, height }: MapSize, map: MapSize): Point {
  const leftMost = edge - box.x;
  const rightMost = map.width - edge - width - box.x;
  const x = Math.max(leftMost, Math.min(rightMost, -width / 2));
  return { x, y: -boxRadius(box) - gap - tailLength - height };
}

/** On the usual shoulder, or where the district's name stands there, on the other. */
function freeShoulder(box: MapBox, size: MapSize, plan: Plan): Point {
  const map = plan.scene.size;
  const usual = onShoulder(box, size, map);
  const zone = plan.scene.zones.find((one) => lies(box, one));
  const lines = zone === undefined ? [] : zoneLabel(zone, plan).lines;
  const isTaken = lines.some(
    ({ text, font, x, y }) =>
      box.x + usual.x < x + textWidth(text, font) &&
      box.x + usual.x + size.width > x &&
      box.y + usual.y < y,
  );
  return isTaken ? onShoulder(box, size, map, usual.x + size.width / 2 < 0 ? 1 : -1) : usual;
}

/**
 * The corner of a sign that overlaps its box's ring, on the side where no link leaves for its district's middle. On a
 * map of two districts the box's zone has its name above the shoulder, so it hangs lower.
 */
function onShoulder(
  box: MapBox,
  { width, height }: MapSize,
  map: MapSize,
  side = box.x % sheets.one.width < sheets.one.width / 2 ? -1 : 1,
): Point {
  const up = map === sheets.two ? -1 : 1;
  const away = boxRadius(box) + height / 3;
  return {
    x: side * away * Math.cos(shoulder) - width / 2,
    y: -up * away * Math.sin(shoulder) - height / 2,
  };
}

function bubble({ x, y, width, height }: Area): Path2D {
  const path = new Path2D();
  path.roundRect(x, y, width, height, 8);
  return path;
}

function tail(tip: number): Path2D {
  const root = tip + tailLength + 1;
  return new Path2D(`M0 ${-tip}L${-tailLength} ${-root}L${tailLength} ${-root}Z`);
}

const lies = ({ x, y }: MapBox, zone: Area): boolean =>
  x >= zone.x && x <= zone.x + zone.width && y >= zone.y && y <= zone.y + zone.height;

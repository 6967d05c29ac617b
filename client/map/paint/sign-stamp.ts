import { type MapBox, mapSize } from "../../present/map-scene.ts";
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

/** The sign that says "me": above my box, or on its shoulder where a flag or the district's name is in the way. */
export function youStamp(box: MapBox, plan: Plan): Stamp {
  const height = signFace(plan).size * 1.85;
  const sign = { text: plan.words.you, height, fill: "ink", ink: "card" };
  const top = box.y - boxRadius(box) - gap - tailLength - height;
  const zone = plan.scene.zones.find((one) => lies(box, one));
  const free = zone === undefined ? 0 : zoneLabel(zone, plan).bottom;
  const isAbove = box.flag === undefined && top > free;
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
  const area = isAbove
    ? { ...above(box, width, sign.height), ...reach }
    : freeShoulder(box, reach, plan);
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
function above(box: MapBox, width: number, height: number): { x: number; y: number } {
  const leftMost = edge - box.x;
  const rightMost = mapSize.width - edge - width - box.x;
  const x = Math.max(leftMost, Math.min(rightMost, -width / 2));
  return { x, y: -boxRadius(box) - gap - tailLength - height };
}

/**
 * Where a sign overlaps its box's ring: on the side where no link leaves for the map's middle, or where the district's
 * name stands there, on the other.
 */
function freeShoulder(box: MapBox, size: Pick<Area, "width" | "height">, plan: Plan): Area {
  const side = box.x < mapSize.width / 2 ? -1 : 1;
  const usual = onShoulder(box, size, side);
  const zone = plan.scene.zones.find((one) => lies(box, one));
  const lines = zone === undefined ? [] : zoneLabel(zone, plan).lines;
  const isTaken = lines.some(
    ({ text, font, x, y }) =>
      box.x + usual.x < x + textWidth(text, font) &&
      box.x + usual.x + usual.width > x &&
      box.y + usual.y < y,
  );
  return isTaken ? onShoulder(box, size, -side) : usual;
}

function onShoulder(box: MapBox, size: Pick<Area, "width" | "height">, side: number): Area {
  const away = boxRadius(box) + size.height / 3;
  return {
    ...size,
    x: side * away * Math.cos(shoulder) - size.width / 2,
    y: -away * Math.sin(shoulder) - size.height / 2,
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

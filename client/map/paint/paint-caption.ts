import { sheets } from "../../../shared/contract/district-sheet.ts";
import { captionSide } from "../../present/caption-side.ts";
import type { Point } from "../../present/map-line.ts";
import type { MapBox } from "../../present/map-scene.ts";
import type { Plan } from "../plan.ts";
import { boxTop, captionTop } from "./box-radius.ts";
import { textWidth } from "./text-width.ts";
import { isCramped, nameFace, numberFace, pillFace } from "./type-face.ts";

const pillGap = 6;
const gapOver = 8;
/** So far apart are the machines of a map at least. */
const column = 146;

/** Paints what stands under or over a box: its name, its address, and a pill when its seat runs by itself. */
export function paintCaption(context: CanvasRenderingContext2D, box: MapBox, plan: Plan): void {
  const { palette, words } = plan;
  const name = nameFace(plan);
  const lines = nameLines(words.box(box), plan);
  context.font = name.font;
  context.fillStyle = palette("ink");
  const lineHeight = addressHeight(plan);
  const over = box.y - boxTop(box) - gapOver - lineHeight - lines.length * name.size;
  const isUnder = captionSide(box, plan.scene.links) === "under";
  let y = isUnder ? box.y + captionTop(box) : over;
  for (const line of lines) {
    y += name.size;
    const x = pushedInside(box.x, textWidth(line, name.font), plan);
    paintOverLinks(context, line, { x, y }, plan);
  }
  paintAddress(context, box, y + lineHeight, plan);
}

const addressHeight = (plan: Plan): number => numberFace(plan).size * 1.38;

/** How high a name of one line and the address below it stand. */
export const captionHeight = (plan: Plan): number =>
  nameFace(plan).size + addressHeight(plan) + pillGap;

/** Between the machines of two districts there is little room: a long name takes a line for each of its words. */
function nameLines(name: string, plan: Plan): readonly string[] {
  const fits = !isCrowded(plan) || textWidth(name, nameFace(plan).font) <= column;
  return fits ? [name] : name.split(" ");
}

/** Where there is little room for names there is none for pills; the list of people has them. */
const isCrowded = ({ scene }: Plan): boolean => scene.size === sheets.two;

function paintAddress(
  context: CanvasRenderingContext2D,
  { x, address, hand }: MapBox,
  y: number,
  plan: Plan,
): void {
  const { palette, words } = plan;
  const number = numberFace(plan);
  const pills: Readonly<Record<string, string>> = { automatic: words.automatic, away: words.away };
  const pill = isCrowded(plan) || isCramped(plan) ? undefined : pills[hand];
  const pillWidth = pill === undefined ? 0 : textWidth(pill, pillFace(plan).font) + number.size;
  const addressWidth = textWidth(address, number.font);
  const width = pill === undefined ? addressWidth : addressWidth + pillGap + pillWidth;
  const left = pushedInside(x, width, plan) - width / 2;
  context.font = number.font;
  context.fillStyle = palette("ink2");
  paintOverLinks(context, address, { x: left + addressWidth / 2, y }, plan);
  if (pill !== undefined) {
    paintPill(context, { text: pill, x: left + width - pillWidth, y, width: pillWidth }, plan);
  }
}

/** The middle of a text that is to stand at a place, so that no part of it lies beyond the map. */
const pushedInside = (x: number, width: number, { scene }: Plan): number =>
  Math.max(width / 2, Math.min(scene.size.width - width / 2, x));

/** A text with a rim of paper, so that a link behind it does not strike it through. */
function paintOverLinks(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y }: Point,
  { palette }: Plan,
): void {
  context.textAlign = "center";
  context.lineWidth = 5;
  context.strokeStyle = palette("paper");
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

type Pill = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
};

function paintPill(context: CanvasRenderingContext2D, pill: Pill, plan: Plan): void {
  const { palette } = plan;
  const { size, font } = pillFace(plan);
  const height = size * 1.42;
  context.beginPath();
  context.roundRect(pill.x, pill.y - size * 0.36 - height / 2, pill.width, height, height / 2);
  context.fillStyle = palette("card");
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = palette("ink2");
  context.stroke();
  context.textAlign = "center";
  context.fillStyle = palette("ink2");
  context.font = font;
  context.fillText(pill.text, pill.x + pill.width / 2, pill.y);
}

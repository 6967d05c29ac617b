import { captionSide } from "../../present/caption-side.ts";
import type { Point } from "../../present/map-line.ts";
import type { MapBox } from "../../present/map-scene.ts";
import type { Plan } from "../plan.ts";
import { boxTop, captionTop } from "./box-radius.ts";
import { textWidth } from "./text-width.ts";
import { isCramped, nameFace, numberFace, pillFace } from "./type-face.ts";

const pillGap = 6;
const gapOver = 8;

/** Paints what stands under or over a box: its name, its address, and a pill when its seat runs by itself. */
export function paintCaption(context: CanvasRenderingContext2D, box: MapBox, plan: Plan): void {
  const { palette, words } = plan;
  const name = nameFace(plan);
  const number = numberFace(plan);
  const lineHeight = number.size * 1.38;
  const baseline =
    captionSide(box, plan.scene.links) === "under"
      ? box.y + captionTop(box) + name.size
      : box.y - boxTop(box) - gapOver - lineHeight;
  context.textAlign = "center";
  context.font = name.font;
  context.fillStyle = palette("ink");
  paintOverLinks(context, words.box(box), { x: box.x, y: baseline }, plan);

  const pill = isCramped(plan)
    ? undefined
    : { automatic: words.automatic, away: words.away }[box.hand];
  const pillWidth = pill === undefined ? 0 : textWidth(pill, pillFace(plan).font) + number.size;
  const addressWidth = textWidth(box.address, number.font);
  const width = pill === undefined ? addressWidth : addressWidth + pillGap + pillWidth;
  const left = box.x - width / 2;
  const y = baseline + lineHeight;
  context.textAlign = "left";
  context.font = number.font;
  context.fillStyle = palette("ink2");
  paintOverLinks(context, box.address, { x: left, y }, plan);
  if (pill !== undefined) {
    paintPill(context, { text: pill, x: left + width - pillWidth, y, width: pillWidth }, plan);
  }
}

/** A text with a rim of paper, so that a link behind it does not strike it through. */
function paintOverLinks(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y }: Point,
  { palette }: Plan,
): void {
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

import type { MapFrame } from "../../present/map-frame.ts";
import type { Point } from "../../present/map-line.ts";
import type { MapLink, MapZone } from "../../present/map-scene.ts";
import type { Plan } from "../plan.ts";
import { boxRadius } from "./box-radius.ts";
import { paintCaption } from "./paint-caption.ts";
import { paintCutLine } from "./paint-cut-line.ts";
import { strokeLine } from "./stroke-line.ts";
import { zoneLabel } from "./zone-label.ts";

const dotGap = 22;
const linkWidth = 11;
const highlightEdge = 8;

/** Paints all that lies under the boxes: paper, districts, links, highlights and names. */
export function paintBackground(context: CanvasRenderingContext2D, plan: Plan): void {
  const { frame, palette, scene } = plan;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = palette("paper");
  context.fillRect(0, 0, frame.width, frame.height);
  context.setTransform(frame.scale, 0, 0, frame.scale, frame.left, frame.top);
  context.lineCap = "round";
  context.lineJoin = "round";
  paintDots(context, plan);
  for (const zone of scene.zones) paintZone(context, zone, plan);
  for (const link of scene.links) paintLink(context, link, plan);
  for (const target of plan.highlighted) {
    if (target.kind === "box") paintBoxHighlight(context, target.id, plan);
  }
  for (const zone of scene.zones) paintZoneLabel(context, zone, plan);
  for (const box of scene.boxes) paintCaption(context, box, plan);
}

/** Dots reach past the map's edges, wherever the canvas does. */
function paintDots(context: CanvasRenderingContext2D, { frame, palette }: Plan): void {
  const [firstX, lastX] = dotRange(frame.left, frame.width, frame);
  const [firstY, lastY] = dotRange(frame.top, frame.height, frame);
  context.beginPath();
  for (let x = firstX; x <= lastX; x += dotGap) {
    for (let y = firstY; y <= lastY; y += dotGap) {
      context.moveTo(x, y);
      context.arc(x, y, 1.3, 0, Math.PI * 2);
    }
  }
  context.fillStyle = palette("dot");
  context.fill();
}

const dotRange = (margin: number, length: number, { scale }: MapFrame): [number, number] => [
  -Math.floor(margin / scale / dotGap) * dotGap,
  (length - margin) / scale,
];

function paintZone(context: CanvasRenderingContext2D, zone: MapZone, plan: Plan): void {
  context.fillStyle = plan.palette(`zone-${zone.tint}`);
  context.beginPath();
  context.roundRect(zone.x, zone.y, zone.width, zone.height, 24);
  context.fill();
}

/** With a rim of its zone's tint, so that no link strikes it through. */
function paintZoneLabel(context: CanvasRenderingContext2D, zone: MapZone, plan: Plan): void {
  context.fillStyle = plan.palette("ink2");
  context.strokeStyle = plan.palette(`zone-${zone.tint}`);
  context.lineWidth = 5;
  context.textAlign = "left";
  for (const { text, font, x, y } of zoneLabel(zone, plan).lines) {
    context.font = font;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}

function paintLink(context: CanvasRenderingContext2D, link: MapLink, plan: Plan): void {
  const { palette, highlighted } = plan;
  if (highlighted.some(({ kind, id }) => kind === "link" && id === link.id)) {
    paintLinkHighlight(context, link.line, plan);
  }
  context.lineWidth = linkWidth;
  context.strokeStyle = palette("link");
  if (link.up) strokeLine(context, link.line);
  else paintCutLine(context, link.line, plan);
}

function paintLinkHighlight(
  context: CanvasRenderingContext2D,
  line: readonly Point[],
  { palette }: Plan,
): void {
  context.lineWidth = linkWidth + highlightEdge * 2 + 5;
  context.strokeStyle = palette("ink");
  context.lineCap = "butt";
  context.setLineDash([6, 5]);
  strokeLine(context, line);
  context.setLineDash([]);
  context.lineCap = "round";
  context.lineWidth = linkWidth + highlightEdge * 2;
  context.strokeStyle = palette("chosen-pale");
  strokeLine(context, line);
}

function paintBoxHighlight(
  context: CanvasRenderingContext2D,
  id: string,
  { scene, palette }: Plan,
): void {
  const box = scene.boxes.find((one) => one.id === id);
  if (box === undefined) return;
  context.beginPath();
  context.arc(box.x, box.y, boxRadius(box) + highlightEdge, 0, Math.PI * 2);
  context.fillStyle = palette("chosen-pale");
  context.fill();
  context.lineWidth = 2.5;
  context.strokeStyle = palette("ink");
  context.setLineDash([6, 5]);
  context.stroke();
  context.setLineDash([]);
}

import { cutDashes, lineLength, type Point, pointAlong } from "../../present/map-line.ts";
import type { Plan } from "../plan.ts";
import { strokeLine } from "./stroke-line.ts";

const gap = 46;
const bar = 11;
const signSize = 13;

/** Paints a line that is cut: only dashes are left of it, a bar stands at each end of a gap, and scissors in between. */
export function paintCutLine(
  context: CanvasRenderingContext2D,
  line: readonly Point[],
  { palette }: Plan,
): void {
  const length = lineLength(line);
  context.save();
  context.lineCap = "butt";
  context.setLineDash(cutDashes(length, gap));
  strokeLine(context, line);
  context.setLineDash([]);
  context.lineWidth = 5;
  context.strokeStyle = palette("error");
  for (const end of [(length - gap) / 2, (length + gap) / 2]) {
    paintBar(context, line, end);
  }
  context.restore();
  paintScissors(context, pointAlong(line, length / 2), palette("error"));
}

function paintBar(
  context: CanvasRenderingContext2D,
  line: readonly Point[],
  distance: number,
): void {
  const { x, y, heading } = pointAlong(line, distance);
  const across = { x: Math.sin(heading) * bar, y: -Math.cos(heading) * bar };
  strokeLine(context, [
    { x: x - across.x, y: y - across.y },
    { x: x + across.x, y: y + across.y },
  ]);
}

/** Two blades that cross, and a ring at the end of each. */
function paintScissors(context: CanvasRenderingContext2D, { x, y }: Point, colour: string): void {
  context.save();
  context.translate(x, y);
  context.lineWidth = 2.6;
  context.strokeStyle = colour;
  for (const side of [-1, 1]) {
    const ring = { x: side * signSize * 0.45, y: signSize * 0.7 };
    strokeLine(context, [
      { x: -side * signSize * 0.45, y: -signSize },
      { x: ring.x * 0.6, y: ring.y - signSize * 0.3 },
    ]);
    context.beginPath();
    context.arc(ring.x, ring.y, signSize * 0.32, 0, Math.PI * 2);
    context.stroke();
  }
  context.restore();
}

import type { Point } from "../../present/map-line.ts";

/** Draws a line of straight pieces with the stroke that is set. */
export function strokeLine(context: CanvasRenderingContext2D, line: readonly Point[]): void {
  context.beginPath();
  for (const { x, y } of line) context.lineTo(x, y);
  context.stroke();
}

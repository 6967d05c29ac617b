import type { Stamp } from "./stamp.ts";

/** A stamp's place in the atlas and its anchor inside that place, all in whole device pixels. */
export type AtlasFrame = {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly anchorX: number;
  readonly anchorY: number;
};

const gap = 2;
const shelfWidth = 1024;

/** Paints stamps side by side on one canvas, each at exactly the size it is shown in: nothing is ever resampled. */
export function bakeAtlas(
  canvas: HTMLCanvasElement,
  stamps: readonly Stamp[],
  scale: number,
): readonly AtlasFrame[] {
  const frames = arrange(stamps, scale);
  canvas.width = Math.max(shelfWidth, ...frames.map(({ x, width }) => x + width));
  canvas.height = Math.max(1, ...frames.map(({ y, height }) => y + height));
  const context = canvas.getContext("2d");
  if (context === null) return frames;
  for (const [index, frame] of frames.entries()) {
    context.save();
    context.setTransform(scale, 0, 0, scale, frame.x + frame.anchorX, frame.y + frame.anchorY);
    stamps[index]?.paint(context);
    context.restore();
  }
  return frames;
}

/** Rows from left to right, each as high as its highest stamp. */
function arrange(stamps: readonly Stamp[], scale: number): readonly AtlasFrame[] {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  return stamps.map(({ name, left, top, right, bottom }) => {
    const anchorX = Math.ceil(left * scale);
    const anchorY = Math.ceil(top * scale);
    const width = anchorX + Math.ceil(right * scale);
    const height = anchorY + Math.ceil(bottom * scale);
    if (x > 0 && x + width > shelfWidth) {
      x = 0;
      y += rowHeight + gap;
      rowHeight = 0;
    }
    const frame = { name, x, y, width, height, anchorX, anchorY };
    x += width + gap;
    rowHeight = Math.max(rowHeight, height);
    return frame;
  });
}

const context = document.createElement("canvas").getContext("2d");

/** How wide a text is in a CSS font, in the font's own unit. */
export function textWidth(text: string, font: string): number {
  if (context === null) return 0;
  context.font = font;
  return context.measureText(text).width;
}

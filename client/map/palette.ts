/** The value of a design token (`ink`, `zone-sand`, `sans`), as the style sheet has it. */
export type Palette = (token: string) => string;

/** The tokens that hold at an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  return (token) => style.getPropertyValue(`--${token}`).trim();
}

/** A picture that moves as one piece: how far it reaches from its anchor, in map units, and how it is painted there. */
export type Stamp = {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  paint(context: CanvasRenderingContext2D): void;
};

/** A stamp that reaches equally far to both sides, and up and down. */
export const centredStamp = (
  name: string,
  width: number,
  height: number,
  paint: Stamp["paint"],
): Stamp => ({
  name,
  left: width / 2,
  right: width / 2,
  top: height / 2,
  bottom: height / 2,
  paint,
});

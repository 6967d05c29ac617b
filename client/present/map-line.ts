/** A place on the map, in the mission's own units. */
export type Point = { readonly x: number; readonly y: number };

/** A point of a line and the direction the line runs in there, in radians. */
export type PointOnLine = Point & { readonly heading: number };

/** About how far one dash of a cut line starts after the other, and how much of that is ink. */
const dashEvery = 16;
const dashShare = 0.6;

/** The length of a line of straight pieces. */
export function lineLength(line: readonly Point[]): number {
  return pieces(line).reduce((sum, piece) => sum + piece.length, 0);
}

/** The point `distance` along a line; before its start and past its end, the end itself. */
export function pointAlong(line: readonly Point[], distance: number): PointOnLine {
  let left = Math.max(0, distance);
  let last: PointOnLine = { x: 0, y: 0, ...line[0], heading: 0 };
  for (const { from, to, length } of pieces(line)) {
    const heading = Math.atan2(to.y - from.y, to.x - from.x);
    if (left <= length) return { ...between(from, to, left / length), heading };
    left -= length;
    last = { ...to, heading };
  }
  return last;
}

/** How far a point is from a line. */
export function distanceToLine(line: readonly Point[], point: Point): number {
  const distances = pieces(line).map(({ from, to, length }) => {
    const along =
      ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length ** 2;
    const nearest = between(from, to, Math.min(1, Math.max(0, along)));
    return Math.hypot(point.x - nearest.x, point.y - nearest.y);
  });
  return Math.min(...distances);
}

/** The dashes and spaces of a line with a gap in its middle: each half has as many as fit, and ends with a dash. */
export function cutDashes(length: number, gap: number): readonly number[] {
  const half = Math.max(0, (length - gap) / 2);
  const count = Math.max(1, Math.round(half / dashEvery));
  const dash = (half / count) * dashShare;
  const space = half / count - dash;
  const before = Array.from({ length: count }, () => [space, dash]).flat();
  return [0, ...before, gap, ...before.toReversed()];
}

type Piece = { readonly from: Point; readonly to: Point; readonly length: number };

function pieces(line: readonly Point[]): readonly Piece[] {
  return line.flatMap((to, index) => {
    const from = line[index - 1];
    const length = from === undefined ? 0 : Math.hypot(to.x - from.x, to.y - from.y);
    return from === undefined || length === 0 ? [] : [{ from, to, length }];
  });
}

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

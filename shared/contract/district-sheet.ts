/** A place on a map's sheet. */
export type MapPoint = readonly [x: number, y: number];

/** How large a sheet is, in the units that missions use: for a map of one district, and for one of two. */
export const sheets = {
  one: { width: 720, height: 520 },
  two: { width: 1_440, height: 700 },
} as const;

/** The sheet that a map with these zones is drawn on. */
export const sheetOf = (zones: readonly { readonly district?: number }[]) =>
  zones.some(({ district }) => district !== undefined) ? sheets.two : sheets.one;

/**
 * Where a place of a mission's own map lies for a district. Two lie side by side, the second one mirrored, so that the
 * servers of both are in the middle; they are a third taller, for the names on them.
 */
export const placeOnSheet = ([x, y]: MapPoint, district: number): MapPoint => [
  district === 1 ? x : sheets.two.width - x,
  Math.trunc((y * 4) / 3),
];

/**
 * The bends of a line on a map of two districts. What goes askew stays at 45°: the height that is won is gone straight,
 * in the middle of the way.
 */
export function bendsOnSheet(
  line: readonly [MapPoint, ...MapPoint[]],
  district: number,
): readonly MapPoint[] {
  const points = line.map((point) => placeOnSheet(point, district));
  const drawn = points.flatMap((end, index) => [...elbows(points[index - 1] ?? end, end), end]);
  return drawn.slice(1, -1);
}

function elbows([x1, y1]: MapPoint, [x2, y2]: MapPoint): readonly MapPoint[] {
  const [width, height] = [x2 - x1, y2 - y1];
  if (width === 0 || height === 0) return [];
  const half = Math.trunc(width / 2);
  const down = Math.sign(height);
  const middle = x1 + half;
  return [
    [middle, y1 + down * Math.abs(half)],
    [middle, y2 - down * Math.abs(width - half)],
  ];
}

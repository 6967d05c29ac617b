import { lineLength, type Point, type PointOnLine, pointAlong } from "./map-line.ts";
import type { MapLetter } from "./map-scene.ts";

/** Something to draw at a place: a letter, a piece of its trail, or the × where one was lost. */
export type MapMark = Point & {
  readonly kind: string;
  readonly alpha: number;
  /** Clockwise, in radians. */
  readonly turn: number;
};

/** How long a lost letter falls, and how long its × stays. */
const lossMs = { fall: 400, cross: 2_000 } as const;
/** The length of one piece of the stripe behind a letter, in map units. */
export const trailStep = 3;
/** How long a box gives way when a letter arrives. */
const squashMs = 120;

const hops = 4;
const crossFadeMs = 80;
/** A box covers so much of a line's end: a letter that stands there would not be seen. */
const covered = { most: 55, share: 0.36 } as const;
const fallDistance = 26;
const fallTurn = 0.5;
const trailLength = 45;

/** Where a letter is at an instant of play time: linear from departure to arrival, for latency is honest. */
export function letterPosition(letter: MapLetter, playNow: number): PointOnLine {
  return pointAlong(letter.line, share(letter, playNow) * lineLength(letter.line));
}

/**
 * The letters to show from now on: those of the newest view, and older ones that still have a way to go. A view drops
 * a letter at its arrival by the lesson's clock, which may be a little ahead of the screen's.
 */
export function keepLetters(
  shown: readonly MapLetter[],
  fresh: readonly MapLetter[],
  playNow: number,
): readonly MapLetter[] {
  const known = new Set(fresh.map(({ id }) => id));
  return [
    ...fresh,
    ...shown.filter((letter) => !known.has(letter.id) && letterEndsAt(letter) > playNow),
  ];
}

/** Whether a letter is between its two boxes, neither waiting nor arrived nor lost. */
export const isUnderWay = (letter: MapLetter, playNow: number): boolean =>
  playNow >= letter.departAt && playNow < (letter.lostAt ?? letter.arriveAt);

/** What is drawn of a letter at an instant: itself, itself falling, the × it leaves, or nothing. */
export function letterMarks(
  letter: MapLetter,
  playNow: number,
  reducedMotion: boolean,
): readonly MapMark[] {
  if (isUnderWay(letter, playNow)) {
    return reducedMotion ? hopMarks(letter, playNow) : [upright(letter, playNow)];
  }
  return letter.lostAt === undefined
    ? []
    : lostMarks(letter, letter.lostAt, playNow, reducedMotion);
}

/**
 * The fading stripe behind a letter under way, bent as its line is bent; the piece next to the letter comes last. It says
 * where a letter goes, so it lies behind one that stands as well.
 */
export function trailMarks(
  letter: MapLetter,
  playNow: number,
  reducedMotion: boolean,
): readonly MapMark[] {
  if (!isUnderWay(letter, playNow)) return [];
  const head = reducedMotion
    ? stopOn(letter, hopNow(letter, playNow))
    : share(letter, playNow) * lineLength(letter.line);
  const count = Math.floor(Math.min(head, trailLength) / trailStep);
  return Array.from({ length: count }, (_, index) => {
    const back = (count - index) * trailStep;
    const { x, y, heading } = pointAlong(letter.line, head - back);
    return {
      kind: letter.kind,
      x,
      y,
      alpha: 1 - back / (trailLength + trailStep),
      turn: heading,
    };
  });
}

/** How far a box has given way to the letters that just arrived: 0 at rest, 1 at the most. */
export function boxSquash(box: string, letters: Iterable<MapLetter>, playNow: number): number {
  let most = 0;
  for (const { to, arriveAt, lostAt } of letters) {
    const since = playNow - arriveAt;
    if (to !== box || lostAt !== undefined || since < 0 || since > squashMs) continue;
    most = Math.max(most, Math.sin((since / squashMs) * Math.PI));
  }
  return most;
}

/** When nothing of a letter is left to see. */
const letterEndsAt = ({ arriveAt, lostAt }: MapLetter): number =>
  lostAt === undefined ? arriveAt + squashMs : lostAt + lossMs.cross;

const share = ({ departAt, arriveAt }: MapLetter, playNow: number): number =>
  Math.min(1, Math.max(0, (playNow - departAt) / Math.max(1, arriveAt - departAt)));

const upright = (letter: MapLetter, playNow: number): MapMark => {
  const { x, y } = letterPosition(letter, playNow);
  return { kind: letter.kind, x, y, alpha: 1, turn: 0 };
};

const hopMsOf = ({ departAt, arriveAt }: MapLetter): number => (arriveAt - departAt) / hops;

const hopNow = (letter: MapLetter, playNow: number): number =>
  Math.floor((playNow - letter.departAt) / hopMsOf(letter));

/** How far along its line a letter stands during this hop: the stops divide what no box covers. */
function stopOn({ line }: MapLetter, hop: number): number {
  const length = lineLength(line);
  const first = Math.min(covered.most, covered.share * length);
  return first + ((length - 2 * first) * hop) / (hops - 1);
}

function hopMarks(letter: MapLetter, playNow: number): readonly MapMark[] {
  const hop = hopNow(letter, playNow);
  const faded = (playNow - letter.departAt - hop * hopMsOf(letter)) / crossFadeMs;
  const at = (stop: number, alpha: number): MapMark => {
    const { x, y } = pointAlong(letter.line, stopOn(letter, stop));
    return { kind: letter.kind, x, y, alpha, turn: 0 };
  };
  if (faded >= 1) return [at(hop, 1)];
  return hop === 0 ? [at(hop, faded)] : [at(hop - 1, 1 - faded), at(hop, faded)];
}

function lostMarks(
  letter: MapLetter,
  lostAt: number,
  playNow: number,
  reducedMotion: boolean,
): readonly MapMark[] {
  const since = playNow - lostAt;
  if (since < 0 || since >= lossMs.cross) return [];
  const place = upright(letter, lostAt);
  const cross = { ...place, kind: "lost" };
  const gone = since / lossMs.fall;
  if (gone >= 1) return [cross];
  const falls = reducedMotion ? 0 : gone ** 2;
  const letterFalling = {
    ...place,
    y: place.y + falls * fallDistance,
    turn: falls * fallTurn,
    alpha: 1 - gone,
  };
  return [letterFalling, cross];
}

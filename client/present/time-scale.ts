import { formatSeconds } from "./shell-time-left.ts";

/** A clock reading beside a drawing that runs from top to bottom. */
type Tick = { readonly y: number; readonly words: string };

/** A stretch in which nothing happened: it is drawn short and says how long it was. */
type Quiet = { readonly y: number; readonly seconds: number };

/** Play time as a way down a drawing. Between two things that happened there is never too little room or too much. */
export type TimeScale = {
  y(at: number): number;
  readonly height: number;
  readonly ticks: readonly Tick[];
  readonly quiets: readonly Quiet[];
};

const margin = 26;
const pixelsPerMs = 0.03;
const step = { least: 26, most: 48, quiet: 68 } as const;
const quietMs = 6_000;

/** The scale of a drawing in which something happens at these instants; some of them need so many pixels of room. */
export function timeScale(
  instants: readonly number[],
  room: ReadonlyMap<number, number> = new Map(),
): TimeScale {
  const stops = [...new Set(instants)].toSorted((a, b) => a - b);
  const places = new Map<number, number>();
  const quiets: Quiet[] = [];
  let y = margin;
  for (const [index, at] of stops.entries()) {
    const before = stops[index - 1] ?? at;
    const passed = at - before;
    if (passed >= quietMs)
      quiets.push({ y: y + step.quiet / 2, seconds: Math.round(passed / 1000) });
    if (index > 0) y += Math.max(stepFor(passed), room.get(before) ?? 0, room.get(at) ?? 0);
    places.set(at, y);
  }
  return {
    y: (at) => places.get(at) ?? margin,
    height: y + margin,
    ticks: ticksOf(places),
    quiets,
  };
}

const stepFor = (passedMs: number): number =>
  passedMs >= quietMs
    ? step.quiet
    : Math.min(step.most, Math.max(step.least, Math.round(passedMs * pixelsPerMs)));

/** Each second is written once, where something first happens in it. */
function ticksOf(places: ReadonlyMap<number, number>): readonly Tick[] {
  const ticks = new Map<string, Tick>();
  for (const [at, y] of places) {
    const words = formatSeconds(Math.floor(at / 1000));
    if (!ticks.has(words)) ticks.set(words, { y, words });
  }
  return [...ticks.values()];
}

import { type TapeRate, tapeRates } from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";

/** Where the host's tape stood at a lesson time, and how fast it went on from there. */
export type SharedTape = { readonly at: number; readonly since: number; readonly rate: TapeRate };

/** The tape that everybody watches, once the host has begun it. */
export function sharedTape(view: View): SharedTape | undefined {
  const { tapeAt, tapeSince, tapeRate } = view.lesson["now"] ?? {};
  const rate = tapeRates.find((one) => one === tapeRate);
  return tapeAt === undefined || tapeSince === undefined || rate === undefined
    ? undefined
    : { at: tapeAt, since: tapeSince, rate };
}

/** Where the tape stands at a lesson time, in play time. */
export const tapeAt = ({ at, since, rate }: SharedTape, lessonNow: number, endMs: number): number =>
  Math.min(endMs, at + Math.max(0, lessonNow - since) * rate);

/** How fast a tape goes, told by its speed and whether it goes at all. */
export const rateOf = (speed: Exclude<TapeRate, 0>, isPlaying: boolean): TapeRate =>
  isPlaying ? speed : 0;

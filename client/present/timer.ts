import type { View } from "../../shared/contract/view.ts";
import { type Clocks, formatSeconds, presentSecondsLeft } from "./shell-time-left.ts";

/** The timer of the round: the time left in words, and as a share of the whole round from 1 to 0. */
export type Timer = { readonly words: string; readonly share: number; readonly isLast: boolean };

const lastSeconds = 10;

/** The timer, once the round's clock is known. Play time starts at 0, so its end is also its length. */
export function presentTimer(view: View, clocks: Clocks): Timer | undefined {
  const seconds = presentSecondsLeft(view, clocks);
  const endsAt = view.clock["now"]?.endsAt;
  if (seconds === undefined || endsAt === undefined) return undefined;
  return {
    words: formatSeconds(seconds),
    share: Math.min(1, (seconds * 1000) / Math.max(1, endsAt)),
    isLast: seconds <= lastSeconds,
  };
}

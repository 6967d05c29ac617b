import type { View } from "../../shared/contract/view.ts";
import type { Instant } from "../../shared/lib/instant.ts";

/** The two clocks of a lesson at one moment. */
export type Clocks = { readonly lessonNow: Instant; readonly playNow: Instant };

/** How many whole seconds the phase still lasts, or nothing where it lasts until somebody ends it. */
export function presentSecondsLeft(view: View, clocks: Clocks): number | undefined {
  const now = view.lesson["now"];
  const clock = view.clock["now"];
  if (now?.phase === "play") return clock && seconds(clock.endsAt - clocks.playNow);
  return now?.phaseEndsAt === undefined ? undefined : seconds(now.phaseEndsAt - clocks.lessonNow);
}

/** How many seconds it takes until a pause is over; nothing while it lasts. */
export function presentCountdown(view: View, lessonNow: Instant): number | undefined {
  const resumesAt = view.lesson["now"]?.resumesAt;
  return resumesAt === undefined ? undefined : Math.max(1, seconds(resumesAt - lessonNow));
}

/** Seconds as a clock shows them: `1:24`. */
export const formatSeconds = (all: number): string =>
  `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;

const seconds = (ms: number): number => Math.max(0, Math.ceil(ms / 1000));

import type { Match, TimelineBin } from "./match.ts";

const binMs = 10_000;

/** Counts what has just happened among what happened in the same ten seconds. */
export function countInTimeline(
  { timeline, world }: Match,
  what: "answered" | "failed" | "lost",
): void {
  const at = world.now - (world.now % binMs);
  const last = timeline.at(-1);
  const bin: TimelineBin =
    last !== undefined && last.at === at ? last : { at, answered: 0, failed: 0, lost: 0 };
  if (bin !== last) timeline.push(bin);
  bin[what] += 1;
}

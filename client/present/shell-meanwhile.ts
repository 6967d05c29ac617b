import type { View } from "../../shared/contract/view.ts";

/** What the autopilot did at my desk while I was away stays in sight for so long, in play milliseconds. */
const shownMs = 12_000;

/** How many acts the autopilot has just done for me, where I came back a moment ago. */
export function presentMeanwhile(view: View, playNow: number): number | undefined {
  const back = Object.values(view.happenings).filter(({ kind }) => kind === "welcomeBack");
  const { at = 0, count = 0 } = back.toSorted((one, other) => other.at - one.at)[0] ?? {};
  return count > 0 && playNow - at < shownMs ? count : undefined;
}

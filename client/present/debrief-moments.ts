import type { Text } from "../../assets/text/text.ts";
import type { Story } from "../../shared/lesson/story.ts";
import type { Change } from "./debrief-changes.ts";
import { badEndsOf } from "./debrief-ends.ts";
import { namePlace } from "./debrief-places.ts";
import { formatSeconds } from "./shell-time-left.ts";
import { wordFor } from "./word-for.ts";

/** Something worth jumping to on the timeline of a round. */
export type Moment = {
  readonly at: number;
  readonly kind: "change" | "loss";
  readonly time: string;
  readonly words: string;
};

/** What befell a network and which letters did not come through, in order. */
export function momentsOf(story: Story, changes: readonly Change[], text: Text): readonly Moment[] {
  const { ends } = text.debrief.replay;
  return [
    ...changes.map((change) => ({
      ...({ at: change.at, kind: "change", time: clockWords(change.at) } as const),
      words: changeWords(story, change, text),
    })),
    ...badEndsOf(story).map(({ at, end, place }) => ({
      ...({ at, kind: "loss", time: clockWords(at) } as const),
      words: ends[end](namePlace(story, place, text)),
    })),
  ].toSorted((one, other) => one.at - other.at);
}

/** Play time as a clock shows it. */
export const clockWords = (ms: number): string => formatSeconds(Math.floor(ms / 1000));

function changeWords(story: Story, { kind, target, amount }: Change, text: Text): string {
  const { changes } = text.debrief.replay;
  if (kind === "programStops" || kind === "programsSwap") {
    const names = target.split(" ").map((service) => wordFor(text.names.services, service));
    return changes[kind](names.join(" · "));
  }
  return changes[kind](namePlace(story, target, text), amount);
}

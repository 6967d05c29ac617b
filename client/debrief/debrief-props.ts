import type { DebriefStep } from "../../shared/contract/debrief-steps.ts";
import type { TapeRate } from "../../shared/contract/intent.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Story } from "../../shared/lesson/story.ts";

/** Who looks: a pupil with the class, its host, the big screen, or somebody by themselves. */
export type Watcher = "pupil" | "host" | "screen" | "alone";

/** What a debrief shows, and to whom. */
export type DebriefProps = {
  readonly story: Story;
  readonly step: DebriefStep;
  readonly watcher: Watcher;
  /** Guesses and standings are read off it. */
  readonly view: View;
  /** What the host has done to this network, where that is known. */
  readonly faults: readonly ViewRow<"faults">[];
  /** Where I sat in this network, if I did. */
  readonly me?: BoxId;
  /** The lesson's clock, where there is a lesson: the host's tape runs by it. */
  readonly lessonNow?: () => number;
  /** There for the host, whose tape is everybody's. */
  readonly onTape?: (at: number, rate: TapeRate) => void;
  /** There for those who guess. */
  readonly onGuess?: (choice: string) => void;
};

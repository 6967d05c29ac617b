import { useMemo } from "preact/hooks";
import type { ViewRow } from "../../shared/contract/view.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { text } from "../look/language.ts";
import { type Change, changesOf } from "../present/debrief-changes.ts";
import { type Moment, momentsOf } from "../present/debrief-moments.ts";
import { type Wait, waitsOf } from "../present/debrief-replay.ts";

/** All that a replay of a round needs to know besides the letters. */
export type Tape = {
  readonly changes: readonly Change[];
  readonly waits: readonly Wait[];
  readonly moments: readonly Moment[];
};

/** Reads a story once, and its words again when the language changes. */
export function useTape(story: Story, faults: readonly ViewRow<"faults">[]): Tape {
  const changes = useMemo(() => changesOf(story, faults), [story, faults]);
  const waits = useMemo(() => waitsOf(story), [story]);
  const moments = useMemo(
    () => momentsOf(story, changes, text.value),
    [story, changes, text.value],
  );
  return { changes, waits, moments };
}

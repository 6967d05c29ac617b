import "./ghost.css";
import { useComputed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { text } from "../look/language.ts";
import type { PracticeLink } from "../net/local-link.ts";
import type { PastRun } from "../present/ghost.ts";
import { gapOf, gapWords, newestSplit, presentSplits } from "../present/splits.ts";
import { useTick } from "./use-tick.ts";

/** How long a split stays in sight, in play milliseconds. */
const shownMs = 7_000;

/** After each answer for some seconds: how much sooner or later it came than in the run before. */
export function GhostSplit({
  link,
  rival,
}: {
  readonly link: PracticeLink;
  readonly rival: PastRun;
}) {
  useTick();
  const answered = useComputed(
    () => Object.values(link.view.value.standings).find(({ you }) => you)?.answered ?? 0,
  );
  const splits = useMemo(() => {
    const story = link.story();
    return story === undefined ? [] : presentSplits(rival.story, story, rival.box);
  }, [link, rival, answered.value]);
  const split = newestSplit(splits, link.playNow(), shownMs);
  const gap = split && gapOf(split);
  const words = text.value.story.ghost;
  return (
    <div class="ghost-split" role="status">
      {split !== undefined && gap !== undefined && (
        <p class={gap.than}>
          <strong>{words.split(split.nth, gapWords(gap, text.value))}</strong>{" "}
          {words.than[gap.than]}
        </p>
      )}
    </div>
  );
}

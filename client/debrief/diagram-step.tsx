import "../shell/sequence.css";
import { useMemo, useRef } from "preact/hooks";
import type { BoxId } from "../../shared/device/act.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { text } from "../look/language.ts";
import { errandToFollow, errandWords } from "../present/debrief-errand.ts";
import { presentSequence } from "../present/sequence-diagram.ts";
import { SequenceCard } from "../shell/sequence-card.tsx";
import { SequencePicture } from "../shell/sequence-picture.tsx";
import { SequenceTable } from "../shell/sequence-table.tsx";
import type { DebriefProps } from "./debrief-props.ts";
import { useSlowScroll } from "./use-slow-scroll.ts";

/** The letters of one errand. Alone one chooses which, and sees one's own acts; together all see the same, without names. */
export function DiagramStep({ story, me, watcher }: DebriefProps) {
  if (watcher === "alone" && me !== undefined)
    return <SequenceCard story={story} me={me} begin={errandToFollow(story, me)?.key} />;
  return <SharedDiagram story={story} me={me ?? ""} isAlone={watcher === "screen"} />;
}

function SharedDiagram(props: {
  readonly story: Story;
  readonly me: BoxId;
  /** Whether nobody is there to scroll it. */
  readonly isAlone: boolean;
}) {
  const { story, me } = props;
  const words = text.value.debrief.diagram;
  const scroll = useRef<HTMLElement>(null);
  const errand = useMemo(() => errandToFollow(story), [story]);
  const diagram = useMemo(() => {
    const nameless = { ...story, nicknames: {} };
    return errand && presentSequence(nameless, me, errand.key, text.value);
  }, [story, me, errand, text.value]);
  useSlowScroll(scroll, props.isAlone);
  if (errand === undefined || diagram === undefined) return <p>{words.none}</p>;
  return (
    <div class="debrief-diagram">
      <p>
        <strong>{errandWords(story, errand, text.value)}</strong>
        <span class="quiet"> {words.how}</span>
        {diagram.hasSegments && <span class="quiet"> {text.value.story.sequence.segments}</span>}
      </p>
      <div class="diagram-picture">
        <SequencePicture diagram={{ ...diagram, marks: [] }} chosen={undefined} scroll={scroll} />
      </div>
      <SequenceTable arrows={diagram.arrows} />
    </div>
  );
}

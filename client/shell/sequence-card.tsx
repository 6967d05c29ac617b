import "./sequence.css";
import { useMemo, useRef, useState } from "preact/hooks";
import type { BoxId } from "../../shared/device/act.ts";
import type { ErrandKey, Story } from "../../shared/lesson/story.ts";
import { text } from "../look/language.ts";
import { presentSequence } from "../present/sequence-diagram.ts";
import { firstChoice, presentErrandChoices } from "../present/sequence-errands.ts";
import { SequenceActs } from "./sequence-acts.tsx";
import { SequencePicture } from "./sequence-picture.tsx";
import { SequenceTable } from "./sequence-table.tsx";

/** What the letters of an errand did, and what I did about them: as a picture, in words, and as a table. */
export function SequenceCard(props: {
  readonly story: Story;
  readonly me: BoxId;
  /** The errand to begin with, where one was talked about. */
  readonly begin?: ErrandKey | undefined;
}) {
  const { story, me, begin } = props;
  const words = text.value.story.sequence;
  const choices = useMemo(
    () => presentErrandChoices(story, me, text.value),
    [story, me, text.value],
  );
  const [picked, setPicked] = useState(() => begin ?? firstChoice(choices));
  const [chosen, setChosen] = useState<number>();
  const scroll = useRef<HTMLElement>(null);
  const diagram = useMemo(
    () => presentSequence(story, me, picked, text.value),
    [story, me, picked, text.value],
  );
  const pick = (key: string) => {
    setPicked(key === "" ? undefined : key);
    setChosen(undefined);
    scroll.current?.scrollTo({ top: 0 });
  };
  const choose = (n: number, y: number) => {
    setChosen(n);
    scroll.current?.scrollTo({ top: y - scroll.current.clientHeight / 2 });
  };
  return (
    <section class="card sequence" aria-labelledby="sequence">
      <div class="sequence-top">
        <h2 id="sequence">{words.title}</h2>
        <p class="quiet">
          {words.how} {diagram.hasSegments && words.segments}
        </p>
        <label class="sequence-pick">
          <span class="label">{words.pick}</span>
          <select value={picked ?? ""} onChange={(event) => pick(event.currentTarget.value)}>
            {choices.map(({ key, words: choice }) => (
              <option key={key} value={key}>
                {choice}
              </option>
            ))}
            <option value="">{words.mine}</option>
          </select>
        </label>
      </div>
      <div class="sequence-both">
        <SequencePicture diagram={diagram} chosen={chosen} scroll={scroll} />
        <SequenceActs marks={diagram.marks} chosen={chosen} onChoose={choose} />
      </div>
      <SequenceTable arrows={diagram.arrows} />
    </section>
  );
}

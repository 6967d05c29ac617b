import { useEffect, useRef } from "preact/hooks";
import { text } from "../look/language.ts";
import { namePlace } from "../present/debrief-places.ts";
import { myGuess, presentGuesses, type Riddle } from "../present/debrief-riddle.ts";
import type { DebriefProps } from "./debrief-props.ts";

/** What really became of the letter, and how the guesses were. */
export function RiddleAnswer(
  props: DebriefProps & {
    readonly riddle: Riddle;
    /** Whether it stands where something was just pressed that is gone now. */
    readonly takesFocus?: boolean;
    readonly onScene?: () => void;
  },
) {
  const { story, view, riddle, onScene } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (props.takesFocus === true) heading.current?.focus();
  }, [props.takesFocus]);
  const words = text.value.debrief;
  const mine = myGuess(view);
  const { all } = presentGuesses(view);
  const right = view.guesses[riddle.place]?.count ?? 0;
  return (
    <section class="riddle-answer" role="status">
      <h3 ref={heading} tabIndex={-1}>
        {words.answer.title(namePlace(story, riddle.place, text.value))}
      </h3>
      <p>{words.answer.fates[riddle.end]}</p>
      {mine === riddle.place && <p class="is-right">{words.answer.right}</p>}
      {mine !== undefined && mine !== riddle.place && (
        <p class="quiet">{words.guess.mine(namePlace(story, mine, text.value))}</p>
      )}
      {all > 1 && <p class="quiet">{words.answer.tally(right, all)}</p>}
      {onScene !== undefined && (
        <button type="button" class="button" onClick={onScene}>
          {words.answer.scene}
        </button>
      )}
    </section>
  );
}

import { useEffect, useRef } from "preact/hooks";
import { text } from "../look/language.ts";
import { countedOptions } from "../present/debrief-question.ts";
import type { Question } from "../present/debrief-question-options.ts";
import { presentGuesses } from "../present/debrief-riddle.ts";
import type { DebriefProps } from "./debrief-props.ts";

/** What was asked, which answer was right, and how many had chosen which. It stands above what shows it. */
export function QuestionAnswer(props: DebriefProps & { readonly question: Question }) {
  const { view, watcher, question } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const options = countedOptions(question, view);
  const mine = options.find(({ isMine }) => isMine);
  const { all } = presentGuesses(view);
  // Whoever is alone has just pressed something that is gone now.
  const takesFocus = watcher === "alone" && mine !== undefined;
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  const words = text.value.debrief;
  return (
    <section class="question-answer" role="status">
      <p class="question-asked">{question.asks}</p>
      <h3 ref={heading} tabIndex={-1}>
        {words.answer.title(question.options[question.right] ?? "")}
      </h3>
      {mine?.isRight === true && <p class="is-right">{words.answer.right}</p>}
      {mine?.isRight === false && <p>{words.question.mine(mine.words)}</p>}
      {watcher !== "alone" && all > 0 && (
        <ol class="question-counts" aria-label={words.question.counted}>
          {options.map(({ choice, words: option, count, isRight }) => (
            <li key={choice} class={isRight ? "right" : ""}>
              {isRight && <span aria-hidden="true">★</span>} {option}
              {" · "}
              <strong>{words.guess.picked(count)}</strong>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

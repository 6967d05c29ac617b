import { text } from "../look/language.ts";
import { countedOptions } from "../present/debrief-question.ts";
import type { Question } from "../present/debrief-question-options.ts";
import { presentGuesses } from "../present/debrief-riddle.ts";
import type { DebriefProps } from "./debrief-props.ts";

type QuestionProps = DebriefProps & { readonly question: Question };

/** Before something is shown everybody says what they think it will be. */
export function QuestionStep(props: QuestionProps) {
  const { question, onGuess } = props;
  return (
    <div class="debrief-question">
      {question.about !== undefined && <p class="question-about">{question.about}</p>}
      <h3>{question.asks}</h3>
      {onGuess === undefined ? <Watched {...props} /> : <Choosing {...props} onGuess={onGuess} />}
    </div>
  );
}

/** For whoever guesses: a button for each answer. */
function Choosing(props: QuestionProps & { readonly onGuess: (choice: string) => void }) {
  const { question, view, onGuess } = props;
  const words = text.value.debrief;
  const options = countedOptions(question, view);
  const mine = options.find(({ isMine }) => isMine);
  return (
    <>
      <ol class="question-options" aria-label={words.question.options}>
        {options.map(({ choice, words: option, isMine }) => (
          <li key={choice}>
            <button
              type="button"
              class="question-option"
              aria-pressed={isMine}
              onClick={() => onGuess(choice)}
            >
              <span class="nth">{choice}</span> {option}
            </button>
          </li>
        ))}
      </ol>
      <p class="debrief-mine" role="status">
        {mine === undefined ? words.question.tap : words.question.mine(mine.words)}
        {mine !== undefined && <span class="quiet">{words.guess.change}</span>}
      </p>
    </>
  );
}

/** For those who lead or only look on: the answers, how many have guessed, and for the host what. */
function Watched({ question, view, watcher }: QuestionProps) {
  const { guess, question: words } = text.value.debrief;
  const { all } = presentGuesses(view);
  return (
    <>
      <ol class="question-options" aria-label={words.options}>
        {countedOptions(question, view).map(({ choice, words: option, count }) => (
          <li key={choice} class="question-option">
            <span class="nth">{choice}</span> {option}
            {watcher === "host" && <span class="option-count">{guess.picked(count)}</span>}
          </li>
        ))}
      </ol>
      <p>{words.everybody}</p>
      <p class="debrief-count" role="status">
        {all === 0 ? guess.nobody : guess.count(all)}
      </p>
    </>
  );
}

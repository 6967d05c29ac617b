import "./debrief.css";
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import {
  type DebriefPart,
  type DebriefStep,
  partOf,
  questionOf,
} from "../../shared/contract/debrief-steps.ts";
import { emptyView, type View } from "../../shared/contract/view.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { text } from "../look/language.ts";
import { beginOf, standAt, stepsOf, type Walk, walkFrom } from "../present/debrief-question.ts";
import { Debrief } from "./debrief.tsx";
import type { DebriefProps } from "./debrief-props.ts";
import { StepButton } from "./step-button.tsx";

/** The card from which one looks back on a round by oneself; what it holds is made when it is opened. */
export function AloneDebrief({ children }: { readonly children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  const words = text.value.debrief.alone;
  return (
    <section class="card alone-debrief" aria-labelledby="alone-debrief">
      <header>
        <h2 id="alone-debrief">{words.title}</h2>
        <button
          type="button"
          class={isOpen ? "button" : "button first"}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.close : words.open}
        </button>
      </header>
      {isOpen ? children : <p class="quiet">{words.how}</p>}
    </section>
  );
}

type AloneProps = {
  readonly story: Story;
  /** Where I sat, or whose desk I look from; nobody's, where all stay nameless. */
  readonly me?: BoxId | undefined;
  readonly parts: readonly DebriefPart[];
  /** What is known of the round besides its story, where the standings are looked at. */
  readonly view?: View;
  /** What the host has done to this network, where there is a host and it is known. */
  readonly faults?: DebriefProps["faults"];
};

/** The steps of looking back, at one's own speed; a guess is answered at once. */
export function AloneSteps({ story, me, parts, view, faults = noFaults }: AloneProps) {
  const [asked, setStep] = useState<DebriefStep>(parts[0] ?? "replay");
  const [guesses, setGuesses] = useState<Readonly<Record<string, string>>>({});
  const steps = useMemo(
    () => stepsOf(story, text.value, me).filter((one) => parts.includes(partOf(one))),
    [story, text.value, me, parts],
  );
  const step = standAt(steps, asked);
  // Another desk is asked something else.
  const guessAt = (one: DebriefStep) => `${questionOf(one)} ${me}`;
  const isAnswered = (one: DebriefStep) => guesses[guessAt(one)] !== undefined;
  const guess = (choice: string) => {
    setGuesses({ ...guesses, [guessAt(step)]: choice });
    if (step !== "guess") setStep(partOf(step));
  };
  const walk = walkFrom(steps, step, story);
  return (
    <>
      <StepChoice
        {...walk}
        parts={parts}
        here={partOf(step)}
        reveals={walk.reveals && !isAnswered(step)}
        onStep={setStep}
        onPart={(part) => setStep(isAnswered(part) ? part : beginOf(steps, part))}
      />
      <Debrief
        {...{ story, step, faults }}
        {...(me === undefined ? {} : { me })}
        watcher="alone"
        view={withGuess(view ?? emptyView(), guesses[guessAt(step)])}
        onGuess={guess}
      />
    </>
  );
}

const noFaults: readonly never[] = [];

function StepChoice(
  props: Walk & {
    readonly parts: readonly DebriefPart[];
    readonly here: DebriefPart;
    readonly onStep: (step: DebriefStep) => void;
    readonly onPart: (part: DebriefPart) => void;
  },
) {
  const { parts, here, back, forward, reveals, onStep, onPart } = props;
  const { debrief, console: led } = text.value;
  return (
    <nav class="alone-steps" aria-label={debrief.steps}>
      <StepButton to={back} words={led.debrief.back} onStep={onStep} />
      <ol>
        {parts.map((part) => (
          <li key={part}>
            <button
              type="button"
              aria-current={part === here ? "step" : undefined}
              onClick={() => onPart(part)}
            >
              {led.debrief.steps[part]}
            </button>
          </li>
        ))}
      </ol>
      <StepButton
        to={forward}
        words={reveals ? led.debrief.reveal : led.debrief.forward}
        onStep={onStep}
      />
    </nav>
  );
}

/** My guess as a room would show it. */
const withGuess = (view: View, guess: string | undefined): View => ({
  ...view,
  guesses: guess === undefined ? {} : { [guess]: { count: 1, mine: true } },
});

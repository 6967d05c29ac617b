import "./debrief.css";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { DebriefStep } from "../../shared/contract/intent.ts";
import { emptyView, type View } from "../../shared/contract/view.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { text } from "../look/language.ts";
import { Debrief } from "./debrief.tsx";
import type { DebriefProps } from "./debrief-props.ts";

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
  readonly steps: readonly DebriefStep[];
  /** What is known of the round besides its story, where the standings are looked at. */
  readonly view?: View;
  /** What the host has done to this network, where there is a host and it is known. */
  readonly faults?: DebriefProps["faults"];
};

/** The steps of looking back, at one's own speed; a guess is answered at once. */
export function AloneSteps({ story, me, steps, view, faults = noFaults }: AloneProps) {
  const [nth, setNth] = useState(0);
  const [guess, setGuess] = useState<string>();
  const step = steps[nth] ?? "replay";
  return (
    <>
      <StepChoice steps={steps} nth={nth} onChoose={setNth} />
      <Debrief
        {...{ story, step, faults }}
        {...(me === undefined ? {} : { me })}
        watcher="alone"
        view={withGuess(view ?? emptyView(), guess)}
        onGuess={setGuess}
      />
    </>
  );
}

const noFaults: readonly never[] = [];

function StepChoice(props: {
  readonly steps: readonly DebriefStep[];
  readonly nth: number;
  readonly onChoose: (nth: number) => void;
}) {
  const { steps, nth, onChoose } = props;
  const { debrief, console: led } = text.value;
  return (
    <nav class="alone-steps" aria-label={debrief.steps}>
      <button type="button" class="button" disabled={nth === 0} onClick={() => onChoose(nth - 1)}>
        {led.debrief.back}
      </button>
      <ol>
        {steps.map((one, place) => (
          <li key={one}>
            <button
              type="button"
              aria-current={place === nth ? "step" : undefined}
              onClick={() => onChoose(place)}
            >
              {led.debrief.steps[one]}
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="button"
        disabled={nth === steps.length - 1}
        onClick={() => onChoose(nth + 1)}
      >
        {led.debrief.forward}
      </button>
    </nav>
  );
}

/** My guess as a room would show it. */
const withGuess = (view: View, guess: string | undefined): View => ({
  ...view,
  guesses: guess === undefined ? {} : { [guess]: { count: 1, mine: true } },
});

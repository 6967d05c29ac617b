import "./debrief.css";
import "./debrief-desks.css";
import "./debrief-mistakes.css";
import "./debrief-question.css";
import "./debrief-replay.css";
import "./debrief-screen.css";
import "./debrief-standings.css";
import { useMemo } from "preact/hooks";
import { type DebriefPart, partOf } from "../../shared/contract/debrief-steps.ts";
import { text } from "../look/language.ts";
import { questionAt, standAt, stepsOf } from "../present/debrief-question.ts";
import { riddleOf } from "../present/debrief-riddle.ts";
import type { DebriefProps } from "./debrief-props.ts";
import { DesksStep } from "./desks-step.tsx";
import { DiagramStep } from "./diagram-step.tsx";
import { GuessStep } from "./guess-step.tsx";
import { MistakesStep } from "./mistakes-step.tsx";
import { QuestionAnswer } from "./question-answer.tsx";
import { QuestionStep } from "./question-step.tsx";
import { ReplayStep } from "./replay-step.tsx";
import { StandingsStep } from "./standings-step.tsx";

/** One step of looking back on a round, the same for everybody in the room and for whoever practises alone. */
export function Debrief(props: DebriefProps) {
  const { story, watcher } = props;
  const me = watcher === "alone" ? props.me : undefined;
  const steps = useMemo(() => stepsOf(story, text.value, me), [story, text.value, me]);
  const step = standAt(steps, props.step);
  const part = partOf(step);
  return (
    <section class={`debrief ${watcher}`} data-step={step} aria-labelledby="debrief-step">
      <h2 id="debrief-step">{text.value.console.debrief.steps[part]}</h2>
      <Step key={`${step} ${story.seed}`} {...{ ...props, step, part, asker: me }} />
    </section>
  );
}

type StepProps = DebriefProps & { readonly part: DebriefPart; readonly asker: string | undefined };

/** A part, or the question before it; once it is shown, the answer stands above it. */
function Step(props: StepProps) {
  const { story, step, part, asker } = props;
  const question = useMemo(
    () => questionAt(step, story, text.value, asker),
    [step, story, text.value, asker],
  );
  if (question === undefined) return <Part {...props} />;
  if (step !== part) return <QuestionStep {...props} question={question} />;
  return (
    <>
      <QuestionAnswer {...props} question={question} />
      <Part {...props} />
    </>
  );
}

function Part(props: StepProps) {
  const { story, part } = props;
  const riddle = useMemo(() => riddleOf(story), [story]);
  switch (part) {
    case "guess":
      if (riddle === undefined) return <p class="debrief-calm">{text.value.debrief.guess.none}</p>;
      return <GuessStep {...props} riddle={riddle} />;
    case "replay":
      return <ReplayStep {...props} riddle={riddle} />;
    case "diagram":
      return <DiagramStep {...props} />;
    case "desks":
      return <DesksStep story={story} />;
    case "mistakes":
      return <MistakesStep {...props} />;
    case "standings":
      return <StandingsStep {...props} />;
  }
}

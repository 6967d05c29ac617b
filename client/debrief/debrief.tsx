import "./debrief.css";
import "./debrief-desks.css";
import "./debrief-mistakes.css";
import "./debrief-replay.css";
import "./debrief-screen.css";
import "./debrief-standings.css";
import { useMemo } from "preact/hooks";
import { text } from "../look/language.ts";
import { riddleOf } from "../present/debrief-riddle.ts";
import type { DebriefProps } from "./debrief-props.ts";
import { DesksStep } from "./desks-step.tsx";
import { DiagramStep } from "./diagram-step.tsx";
import { GuessStep } from "./guess-step.tsx";
import { MistakesStep } from "./mistakes-step.tsx";
import { ReplayStep } from "./replay-step.tsx";
import { StandingsStep } from "./standings-step.tsx";

/** One step of looking back on a round, the same for everybody in the room and for whoever practises alone. */
export function Debrief(props: DebriefProps) {
  const { step, story } = props;
  return (
    <section class={`debrief ${props.watcher}`} data-step={step} aria-labelledby="debrief-step">
      <h2 id="debrief-step">{text.value.console.debrief.steps[step]}</h2>
      <Step key={`${step} ${story.seed}`} {...props} />
    </section>
  );
}

function Step(props: DebriefProps) {
  const { story, step } = props;
  const riddle = useMemo(() => riddleOf(story), [story]);
  switch (step) {
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

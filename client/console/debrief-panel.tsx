import { useMemo } from "preact/hooks";
import {
  type DebriefStep,
  debriefParts,
  debriefSteps,
  partOf,
} from "../../shared/contract/debrief-steps.ts";
import { ToldDebrief, useShownStory } from "../debrief/room-debrief.tsx";
import { StepButton } from "../debrief/step-button.tsx";
import { useLead } from "../debrief/use-lead.ts";
import { type StoryState, useRoomStories } from "../debrief/use-story.ts";
import { text } from "../look/language.ts";
import { networksOf, orderOf, shownNetwork } from "../present/console-network-view.ts";
import { beginOf, standAt, stepsOf, walkFrom } from "../present/debrief-question.ts";
import type { ConsoleState } from "./console-state.ts";
import { Segments } from "./segments.tsx";

/** Leads the class through the debrief: what every screen shows just now, and what comes before and after. */
export function DebriefPanel(props: { readonly console: ConsoleState; readonly hostKey: string }) {
  const { console, hostKey } = props;
  const { view, code, link, ask } = console;
  const words = text.value.console.debrief;
  const state = useShownStory(view.value, useRoomStories(code, hostKey));
  const lead = useLead((at, rate) => ask({ kind: "tape", at, rate }));
  return (
    <section class="card panel debrief-panel" aria-labelledby="debrief">
      <header>
        <h2 id="debrief">{words.title}</h2>
        <span class="quiet">{words.hint}</span>
        <Segments
          legend={words.which}
          options={networksOf(view.value).map((id) => ({
            value: id,
            label: text.value.console.network.name(orderOf(id)),
          }))}
          value={shownNetwork(view.value)}
          onChoose={(network) => ask({ kind: "showNetwork", network })}
        />
      </header>
      <Steps console={console} state={state} />
      <div class="debrief-slot">
        <ToldDebrief
          view={view.value}
          state={state}
          watcher="host"
          lessonNow={() => link.lessonNow()}
          onTape={lead}
        />
      </div>
    </section>
  );
}

/** One button always leads on: it shows the answer to what is asked, and then what comes next. */
function Steps(props: { readonly console: ConsoleState; readonly state: StoryState }) {
  const { console, state } = props;
  const words = text.value.console.debrief;
  const story = state.kind === "here" ? state.story : undefined;
  const steps = useMemo(
    () => (story === undefined ? debriefSteps : stepsOf(story, text.value)),
    [story, text.value],
  );
  const now = console.view.value.lesson["now"]?.step;
  const step = standAt(steps, debriefSteps.find((one) => one === now) ?? debriefSteps[0]);
  const walk = walkFrom(steps, step, story);
  const here = debriefParts.indexOf(partOf(step));
  const goTo = (to: DebriefStep) => void console.ask({ kind: "debrief", step: to });
  return (
    <nav class="debrief-steps" aria-label={words.step(here + 1, debriefParts.length)}>
      <StepButton to={walk.back} words={words.back} onStep={goTo} />
      <ol>
        {debriefParts.map((part, place) => (
          <li key={part}>
            <button
              type="button"
              aria-current={place === here ? "step" : undefined}
              onClick={() => goTo(beginOf(steps, part))}
            >
              <span class="nth">{place + 1}</span> {words.steps[part]}
            </button>
          </li>
        ))}
      </ol>
      <StepButton
        to={walk.forward}
        words={walk.reveals ? words.reveal : words.forward}
        isFirst
        onStep={goTo}
      />
    </nav>
  );
}

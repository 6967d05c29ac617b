import { debriefParts, debriefSteps, partOf } from "../../shared/contract/debrief-steps.ts";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { MyResult } from "../shell/result.tsx";
import { Heading, Screen } from "../shell/screen.tsx";
import { RoomDebrief } from "./room-debrief.tsx";
import type { StorySource } from "./use-story.ts";

/** A pupil's screen while the class looks back together: it follows the host, and takes one's guess. */
export function DebriefScreen(props: { readonly link: MatchLink; readonly stories: StorySource }) {
  const { link, stories } = props;
  const view = link.view.value;
  const words = text.value;
  const step = debriefSteps.find((one) => one === view.lesson["now"]?.step) ?? debriefSteps[0];
  const nth = debriefParts.indexOf(partOf(step)) + 1;
  return (
    <Screen name="debrief" title={words.debrief.title}>
      <header class="debrief-top">
        <Heading>{words.debrief.title}</Heading>
        <span class="quiet">{words.console.debrief.step(nth, debriefParts.length)}</span>
        <span class="quiet">{words.debrief.follow}</span>
      </header>
      <div class="card debrief-card">
        <RoomDebrief
          {...{ view, stories }}
          watcher="pupil"
          lessonNow={() => link.lessonNow()}
          onGuess={(guess) => void link.send({ kind: "guess", ...guess })}
        />
      </div>
      {step === "standings" && <MyResult view={view} />}
    </Screen>
  );
}

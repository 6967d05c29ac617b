import { text } from "../look/language.ts";
import type { StoryState } from "./use-story.ts";

/** What stands while the story of a round is not there. */
export function StoryWaiting({ state }: { readonly state: Exclude<StoryState, { kind: "here" }> }) {
  const words = text.value.debrief;
  if (state.kind === "coming") {
    return (
      <p class="debrief-calm" role="status">
        {words.loading}
      </p>
    );
  }
  return (
    <div class="debrief-calm" role="alert">
      <p>{words.failed}</p>
      <button type="button" class="button" onClick={state.again}>
        {text.value.shell.tryAgain}
      </button>
    </div>
  );
}

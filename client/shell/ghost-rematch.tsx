import "./ghost.css";
import { text } from "../look/language.ts";
import type { PastRun } from "../present/ghost.ts";
import { scoreWords } from "../present/splits.ts";

/** How the race went, if there was one, and the way to the same round once more, against the run that has just ended. */
export function GhostRematch(props: {
  readonly run: PastRun;
  readonly rival: PastRun | undefined;
  readonly onRematch: (rival: PastRun) => void;
}) {
  const { run, rival, onRematch } = props;
  const words = text.value.story.ghost;
  return (
    <div class="ghost-rematch">
      {rival !== undefined && (
        <p class="ghost-outcome">{scoreWords(run.story.score - rival.story.score, text.value)}</p>
      )}
      <button
        type="button"
        class="button"
        aria-describedby="rematch"
        onClick={() => onRematch(run)}
      >
        {words.rematch}
      </button>
      <p id="rematch" class="quiet">
        {words.rematchHint}
      </p>
    </div>
  );
}

import type { Concept } from "../../shared/contract/reasons.ts";
import type { View } from "../../shared/contract/view.ts";
import { text } from "../look/language.ts";
import { challengeOutcome, rightActsNeeded } from "../present/shell-challenge.ts";
import { DeedMark } from "./deed-mark.tsx";

/** Whether the idea of a short round is known now, or what it still takes. */
export function ChallengeOutcome(props: {
  readonly concept: Concept;
  readonly tallies: View["tallies"];
}) {
  const { coach, practice } = text.value;
  const words = practice.challenge;
  const name = coach.concepts[props.concept];
  const { right, wrong, passed } = challengeOutcome(props.concept, props.tallies);
  return (
    <div class={passed ? "challenge-outcome passed" : "challenge-outcome"} role="status">
      <DeedMark deed={passed ? "right" : "missed"} />
      <div>
        <p>{passed ? words.passed(name, right) : words.notYet(name, right, wrong)}</p>
        {!passed && <p class="quiet">{words.needed(rightActsNeeded)}</p>}
      </div>
    </div>
  );
}

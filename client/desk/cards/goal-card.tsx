import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import { presentGoalCard } from "../../present/desk-cards.ts";
import { Stars } from "../../shell/stars.tsx";

/** How many errands my team has answered, and the stars they are worth so far. */
export function GoalCard({ desk }: { readonly desk: DeskState }) {
  const goal = presentGoalCard(desk.link.view.value);
  const words = text.value.desk.goal;
  return (
    <section class="card goal-card" data-panel="role" aria-label={words.title}>
      <div class="goal-line">
        <span>{words.title}</span>
        <strong>{words.answered(goal.answered)}</strong>
        {goal.isScored ? (
          <Stars stars={goal.stars} />
        ) : (
          <span class="chip unscored">{words.noScore}</span>
        )}
      </div>
      {goal.failed > 0 && <p class="quiet">{words.failed(goal.failed)}</p>}
    </section>
  );
}

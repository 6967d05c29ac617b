import type { View } from "../../shared/contract/view.ts";
import { language, text } from "../look/language.ts";
import { orderOf } from "../present/console-network-view.ts";
import { presentStandings } from "../present/screen-standings.ts";
import { Stars } from "../shell/stars.tsx";

/** The more teams there are, the less room each has; all of them are seen. */
const crowdOf = (teams: number): string => {
  if (teams <= 5) return "";
  return teams <= 7 ? "many" : "many crowd";
};

/** How the teams do, the first one on top; an experiment has no points to show. */
export function ScreenStandings({ view }: { readonly view: View }) {
  const words = text.value.console;
  const { isScored, isOver, teams } = presentStandings(view);
  const format = (points: number) => points.toLocaleString(language.value);
  return (
    <section class="screen-standings" aria-labelledby="screen-standings">
      <h2 id="screen-standings">{words.screen.standings}</h2>
      {!isScored && <p>{words.screen.experiment}</p>}
      <ol class={crowdOf(teams.length)}>
        {teams.map(({ network, score, bonus, answered, stars }) => (
          <li key={network} class="screen-team">
            <strong>{words.network.name(orderOf(network))}</strong>
            {isOver && isScored ? (
              <Stars stars={stars} />
            ) : (
              <span class="quiet">{words.screen.answered(answered)}</span>
            )}
            {isScored && <span class="screen-points">{format(score + bonus)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

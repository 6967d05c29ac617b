import { useRef } from "preact/hooks";
import { language, text } from "../look/language.ts";
import { nameNetwork } from "../present/console-troubles.ts";
import { type TeamPlace, teamPlaces } from "../present/debrief-team-places.ts";
import { Stars } from "../shell/stars.tsx";
import type { DebriefProps } from "./debrief-props.ts";
import { useSlowScroll } from "./use-slow-scroll.ts";

/** How the teams did. It comes last, when everybody knows why. */
export function StandingsStep({ view, watcher }: Pick<DebriefProps, "view" | "watcher">) {
  const words = text.value.debrief.standings;
  const { isScored, teams } = teamPlaces(view);
  const scroll = useRef<HTMLDivElement>(null);
  useSlowScroll(scroll, watcher === "screen");
  return (
    <div ref={scroll} class={teams.length > 6 ? "debrief-standings long" : "debrief-standings"}>
      {!isScored && <p>{words.experiment}</p>}
      <table>
        <caption class="unseen">{words.caption}</caption>
        <thead>
          <tr>
            {isScored && <th scope="col">{words.rank}</th>}
            <th scope="col">{words.team}</th>
            {isScored && <th scope="col">{words.stars}</th>}
            <th scope="col">{words.answered}</th>
            {isScored && <th scope="col">{words.points}</th>}
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <Team key={team.network} team={team} isScored={isScored} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Team({ team, isScored }: { readonly team: TeamPlace; readonly isScored: boolean }) {
  const words = text.value.debrief.standings;
  const format = (points: number) => points.toLocaleString(language.value);
  return (
    <tr class={team.you ? "ours" : ""}>
      {isScored && <td>{words.nth(team.place)}</td>}
      <th scope="row">
        {nameNetwork(team.network, text.value)}
        {team.you && <span class="chip">{words.ours}</span>}
      </th>
      {isScored && (
        <td>
          <Stars stars={team.stars} />
        </td>
      )}
      <td>{team.answered}</td>
      {isScored && (
        <td>
          <strong>{format(team.points)}</strong>
          {team.bonus > 0 && <span class="quiet">{words.bonus(format(team.bonus))}</span>}
        </td>
      )}
    </tr>
  );
}

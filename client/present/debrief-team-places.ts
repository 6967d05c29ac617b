import type { View } from "../../shared/contract/view.ts";
import { presentStandings, type Standing } from "./screen-standings.ts";

/** A team in the final standings: teams with the same points share a place. */
export type TeamPlace = Standing & {
  readonly place: number;
  readonly points: number;
  readonly you: boolean;
};

/** All teams by their points at the end, what they earned together included. */
export function teamPlaces(view: View): {
  readonly isScored: boolean;
  readonly teams: readonly TeamPlace[];
} {
  const { isScored, teams } = presentStandings(view);
  const pointsOf = ({ score, bonus }: Standing): number => score + bonus;
  return {
    isScored,
    teams: teams.map((team) => ({
      ...team,
      points: pointsOf(team),
      place: 1 + teams.filter((other) => pointsOf(other) > pointsOf(team)).length,
      you: view.standings[team.network]?.you === true,
    })),
  };
}

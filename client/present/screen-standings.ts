import type { View } from "../../shared/contract/view.ts";
import { networksOf } from "./console-network-view.ts";
import { missionOf } from "./mission-of.ts";

/** A team's place in the standings. What its members earned together comes on top once the round is over. */
export type Standing = {
  readonly network: string;
  readonly score: number;
  readonly bonus: number;
  readonly answered: number;
  readonly stars: number;
};

/** The standings of a round, if it is scored at all. */
export type Standings = {
  readonly isScored: boolean;
  readonly isOver: boolean;
  readonly teams: readonly Standing[];
};

/** All teams, the best first; without points they stay in their order. */
export function presentStandings(view: View): Standings {
  const phase = view.lesson["now"]?.phase;
  const isScored = missionOf(view)?.kind !== "experiment";
  const teams = networksOf(view).flatMap((network): Standing[] => {
    const row = view.standings[network];
    if (row === undefined) return [];
    const { score, bonus = 0, answered, stars } = row;
    return [{ network, score, bonus, answered, stars }];
  });
  return {
    isScored,
    isOver: phase === "result" || phase === "debrief",
    teams: isScored
      ? teams.toSorted((one, other) => other.score + other.bonus - one.score - one.bonus)
      : teams,
  };
}

import type { Mission } from "../../shared/contract/mission.ts";
import { type Skill, skills } from "../kit/pupil.ts";
import { conceptless, understanding } from "./concept-scripts.ts";
import { rounded } from "./table.ts";
import { teamRounds, wholeTeam } from "./team-rounds.ts";

/** What a whole team comes to that does everything right but for one idea, and what it comes to with it. */
export type ConceptRow = {
  readonly concept: string;
  readonly without: string;
  readonly seats: number;
  readonly seeds: number;
  /** The seeds without a star, and the best pace of all. */
  readonly noStar: number;
  readonly mostPace: number;
  /** The seeds with three stars once the idea is there, and the worst pace of all. */
  readonly threeStars: number;
  readonly leastPace: number;
  /** No star without the idea, ever, and three with it in nine rounds of ten. */
  readonly isOnlyWay: boolean;
};

const flawless: Skill = { ...skills.sharp, errorPercent: 0 };

/** Plays a scored mission without its idea and with it. */
export function conceptRow(mission: Mission, seeds: number): ConceptRow {
  const lacking = conceptless[mission.id];
  if (lacking === undefined) throw new Error(`nobody knows what ${mission.id} is about`);
  const seats = wholeTeam(mission);
  const without = teamRounds(mission, seats, seeds, (own) => lacking.make(flawless, own));
  const withIt = teamRounds(mission, seats, seeds, (own) => understanding(flawless, own));
  const noStar = without.filter(({ stars }) => stars === 0).length;
  const threeStars = withIt.filter(({ stars }) => stars === 3).length;
  return {
    ...{ concept: lacking.concept, without: lacking.how, seats, seeds, noStar, threeStars },
    mostPace: rounded(Math.max(...without.map(({ pace }) => pace)), 2),
    leastPace: rounded(Math.min(...withIt.map(({ pace }) => pace)), 2),
    isOnlyWay: noStar === seeds && threeStars >= 0.9 * seeds,
  };
}

import type { Mission } from "../../shared/contract/mission.ts";
import { type Skill, skills } from "../kit/pupil.ts";
import { rememberRound } from "./last-round.ts";
import { type Lazy, lazyStrategies } from "./lazy-strategies.ts";
import { rounded } from "./table.ts";
import { isAllPeople, sizesOf, teamRounds } from "./team-rounds.ts";

/** What a lazy team of one size came to, over all seeds. */
export type LazyRow = {
  readonly strategy: string;
  readonly seats: number;
  /** Whether the team does all of the shirked part itself; what autopilots do for it is not its own. */
  readonly counts: boolean;
  readonly mostStars: number;
  /** The seeds in which it earned more than one star. */
  readonly failures: number;
  readonly mostPace: number;
  readonly pace: number;
};

const skill: Skill = skills.sharp;
/** The round before is another seed's. */
const seedsApart = 5_000;

/** Lets whole teams play lazily, at sharp speed. */
export const lazyRows = (
  mission: Mission,
  seeds: number,
  sizes: readonly number[] = sizesOf(mission),
): readonly LazyRow[] =>
  Object.entries(lazyStrategies(mission)).flatMap(([strategy, lazy]) =>
    sizes.map((seats) => ({ strategy, ...lazyRow(mission, lazy, seats, seeds) })),
  );

/** Whether no lazy team of the mission earned more than one star. */
export const isLazinessPoor = (rows: readonly LazyRow[]): boolean =>
  rows.every(({ counts, failures }) => !counts || failures === 0);

function lazyRow(
  mission: Mission,
  { make, shirks }: Lazy,
  seats: number,
  seeds: number,
): Omit<LazyRow, "strategy"> {
  const rounds = teamRounds(mission, seats, seeds, (seed, round) =>
    make({ skill, seed, lastRound: rememberRound(mission, round + seedsApart, seats) }),
  );
  const paces = rounds.map(({ pace }) => pace);
  return {
    seats,
    counts: shirks === undefined || isAllPeople(mission, seats, shirks),
    mostStars: Math.max(...rounds.map(({ stars }) => stars)),
    failures: rounds.filter(({ stars }) => stars > 1).length,
    mostPace: rounded(Math.max(...paces), 2),
    pace: rounded(paces.reduce((sum, pace) => sum + pace, 0) / seeds, 2),
  };
}

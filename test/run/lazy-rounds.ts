import type { Mission } from "../../shared/contract/mission.ts";
import { type Skill, skills } from "../kit/pupil.ts";
import { rememberRound } from "./last-round.ts";
import { type Lazy, lazyStrategies } from "./lazy-strategies.ts";
import { rounded } from "./table.ts";
import { isAllPeople, roundsFor, sizesOf, teamRounds } from "./team-rounds.ts";

/** What a lazy team of one size came to, over all seeds. */
export type LazyRow = {
  readonly strategy: string;
  readonly seats: number;
  readonly mostStars: number;
  /** The seeds in which it earned more than one star. */
  readonly failures: number;
  readonly mostPace: number;
  readonly pace: number;
};

const skill: Skill = skills.sharp;
/** The round before is another seed's. */
const seedsApart = 5_000;

/** Lets whole teams play lazily, at sharp speed, where no autopilot does for them what they shirk. */
export const lazyRows = (
  mission: Mission,
  seeds: number,
  sizes: readonly number[] = sizesOf(mission),
): readonly LazyRow[] =>
  Object.entries(lazyStrategies(mission)).flatMap(([strategy, lazy]) =>
    sizes
      .filter((size) => lazy.shirks === undefined || isAllPeople(mission, size, lazy.shirks))
      .map((size) => ({
        strategy,
        ...lazyRow(mission, lazy, size, roundsFor(size, seeds)),
      })),
  );

/** Whether no lazy team of the mission earned more than one star. */
export const isLazinessPoor = (rows: readonly LazyRow[]): boolean =>
  rows.every(({ failures }) => failures === 0);

function lazyRow(
  mission: Mission,
  { make }: Lazy,
  seats: number,
  seeds: number,
): Omit<LazyRow, "strategy"> {
  const rounds = teamRounds(mission, seats, seeds, (seed, round) =>
    make({ skill, seed, lastRound: rememberRound(mission, round + seedsApart, seats) }),
  );
  const paces = rounds.map(({ pace }) => pace);
  return {
    seats,
    mostStars: Math.max(...rounds.map(({ stars }) => stars)),
    failures: rounds.filter(({ stars }) => stars > 1).length,
    mostPace: rounded(Math.max(...paces), 2),
    pace: rounded(paces.reduce((sum, pace) => sum + pace, 0) / seeds, 2),
  };
}

import type { Mission } from "../../shared/contract/mission.ts";
import { paceOf, starsOf } from "../../shared/match/result.ts";
import { type Skill, skills } from "../kit/pupil.ts";
import { rememberRound } from "./last-round.ts";
import { lazyStrategies } from "./lazy-strategies.ts";
import { playRound, pupilSeed } from "./play-round.ts";
import { rounded } from "./table.ts";

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

/** Lets whole teams play lazily, at sharp speed. */
export const lazyRows = (
  mission: Mission,
  sizes: readonly number[],
  seeds: number,
): readonly LazyRow[] =>
  Object.keys(lazyStrategies).flatMap((strategy) =>
    sizes.map((seats) => {
      const rounds = Array.from({ length: seeds }, (_, index) =>
        playLazily(mission, strategy, seats, index + 1),
      );
      const paces = rounds.map(({ pace }) => pace);
      return {
        ...{ strategy, seats },
        mostStars: Math.max(...rounds.map(({ stars }) => stars)),
        failures: rounds.filter(({ stars }) => stars > 1).length,
        mostPace: rounded(Math.max(...paces), 2),
        pace: rounded(paces.reduce((sum, pace) => sum + pace, 0) / seeds, 2),
      };
    }),
  );

function playLazily(mission: Mission, strategy: string, seats: number, seed: number) {
  const make = lazyStrategies[strategy];
  if (make === undefined) throw new Error(`no lazy strategy ${strategy}`);
  const lastRound = rememberRound(mission, seed + seedsApart, seats);
  const scripts = Array.from({ length: seats }, (_, index) =>
    make({ skill, seed: pupilSeed(seed, index), lastRound }),
  );
  const { match } = playRound({ mission, seed, scripts });
  return { stars: starsOf(match), pace: paceOf(match) };
}

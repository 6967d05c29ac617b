import type { Mission } from "../../shared/contract/mission.ts";
import { skills } from "../kit/pupil.ts";
import { type AimOutcome, aimOutcomes } from "./aims.ts";
import { type BalanceFigures, balanceFigures } from "./balance-figures.ts";
import { type ConceptRow, conceptRow } from "./concept-rounds.ts";
import { type GuidedRow, guidedRows } from "./guided-run.ts";
import { isLazinessPoor, type LazyRow, lazyRows } from "./lazy-rounds.ts";
import { emptyQueueRoundTripMs } from "./round-trip.ts";
import { rounded } from "./table.ts";
import { sizesOf } from "./team-rounds.ts";

/** All that is measured about one mission. */
export type MissionReport = BalanceFigures & {
  readonly mission: string;
  readonly kind: Mission["kind"];
  readonly bars: string;
  readonly lazy: readonly LazyRow[];
  readonly concept: readonly ConceptRow[];
  readonly guided: readonly GuidedRow[];
  readonly retry: { readonly roundTripS: number; readonly retryS: number };
  readonly aims: readonly AimOutcome[];
  /** Laziness does not pay, the idea is the only way to win, no guided run drags, and no aim is missed. */
  readonly isSound: boolean;
};

/** A lazy way pays or does not: of so many rounds one is enough. */
const lazyShare = 4;

/** Measures a mission; an experiment is not scored, so that nobody can win it lazily. */
export function missionReport(
  mission: Mission,
  seeds: number,
  sizes: readonly number[] = sizesOf(mission),
): MissionReport {
  const figures = balanceFigures(mission, skills, sizes, seeds);
  const isScored = mission.kind !== "experiment";
  const lazy = isScored ? lazyRows(mission, Math.ceil(seeds / lazyShare), sizes) : [];
  const concept = isScored ? [conceptRow(mission, seeds)] : [];
  const guided = guidedRows(mission, seeds);
  const aims = aimOutcomes(mission, figures);
  return {
    ...{ mission: mission.id, kind: mission.kind, bars: mission.stars.join(" · ") },
    ...figures,
    ...{ lazy, concept, guided },
    retry: {
      roundTripS: rounded(emptyQueueRoundTripMs(mission, 1) / 1_000, 1),
      retryS: mission.retryMs / 1_000,
    },
    aims,
    isSound:
      isLazinessPoor(lazy) &&
      concept.every(({ isOnlyWay }) => isOnlyWay) &&
      guided.every(({ isWithin }) => isWithin) &&
      aims.every(({ misses }) => misses.length === 0),
  };
}

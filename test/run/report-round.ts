import type { View } from "../../shared/contract/view.ts";
import type { Lesson } from "../../shared/lesson/lesson.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import type { Evidence, Match } from "../../shared/match/match.ts";
import { paceOf, resultOf, scoreOf, starsOf } from "../../shared/match/result.ts";

/** Everything that is worth keeping of one finished round, as plain data. */
export type RoundReport = {
  readonly mission: string;
  readonly seed: number;
  readonly endedAt: number;
  readonly result: {
    readonly answered: number;
    readonly failed: number;
    readonly points: number;
    readonly waste: number;
    readonly score: number;
    readonly pace: number;
    readonly stars: number;
  };
  readonly standings: View["standings"];
  readonly pupils: readonly PupilRow[];
  readonly evidence: readonly Evidence[];
};

/** One pupil's own result. */
type PupilRow = {
  readonly player: string;
  readonly seat: string;
  readonly role: string;
} & View["mine"][string];

/** Reads the round off the lesson that stands at its result. */
export function reportRound(lesson: Lesson, match: Match): RoundReport {
  const { answered, failed, points, waste, evidence } = match;
  const score = scoreOf(match);
  return {
    mission: match.mission.id,
    seed: lesson.options.seed,
    endedAt: match.now,
    result: { answered, failed, points, waste, score, pace: paceOf(match), stars: starsOf(match) },
    standings: viewFor(lesson, { kind: "host" }).standings,
    pupils: Object.values(match.seats).flatMap(({ player, box: seat, role }) =>
      player === undefined ? [] : [{ player, seat, role, ...resultOf(match, player) }],
    ),
    evidence,
  };
}

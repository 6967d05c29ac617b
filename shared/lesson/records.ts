import type { PlayerId } from "../contract/intent.ts";
import { remembered } from "../lib/remembered.ts";
import { resultOfTally, tallyOf } from "../match/result.ts";
import { type Lesson, placeOf, type RoundRecord } from "./lesson.ts";

/** What each player has done in the round that is on, for the teacher. */
export const recordsOf = (lesson: Lesson): readonly RoundRecord[] =>
  Object.keys(lesson.players).flatMap((player) => {
    const place = placeOf(lesson, player);
    if (place === undefined) return [];
    const tally = tallyOf(place.network.match, player);
    const { role } = place.seat;
    return [{ round: lesson.round, mission: lesson.mission.id, player, role, tally }];
  });

/** Fewer than this are not told of as a mean: it would be somebody's own score. */
const leastOthers = 2;

/** How well others did at desks of the same role in the round that is over, as a mean of their shares. */
export function shareOfOthers(
  { records, round }: Pick<Lesson, "records" | "round">,
  player: PlayerId,
): number | undefined {
  const all = sharesOf(records).filter((one) => one.round === round);
  const role = all.find((one) => one.player === player)?.role;
  const others = all.filter((one) => one.role === role && one.player !== player);
  if (role === undefined || others.length < leastOthers) return undefined;
  return Math.round(others.reduce((sum, { share }) => sum + share, 0) / others.length);
}

/** Everybody's share in every round in which they did anything. */
const sharesOf = remembered((records: Lesson["records"]) =>
  records
    .filter(({ tally }) => Object.keys(tally).length > 0)
    .map(({ round, player, role, tally }) => ({
      ...{ round, player, role },
      share: resultOfTally(tally).share,
    })),
);

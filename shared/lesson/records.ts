import { tallyOf } from "../match/result.ts";
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

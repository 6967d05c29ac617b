import { missions } from "../../assets/missions/missions.ts";
import type { Mission } from "../../shared/contract/mission.ts";

/** A lesson of 45 minutes: one chapter in four rounds. */
export type LessonPreset = { readonly chapter: number; readonly missions: readonly string[] };

/** For each chapter its lesson: the experiment, the mechanism twice so that roles rotate, and the twist. */
export const lessonPresets: readonly LessonPreset[] = presetsOf(Object.values(missions));

/** Several lessons in a row, saved and gone on with: the first chapters, one each. */
export type CoursePreset = { readonly lessons: number; readonly missions: readonly string[] };

/** So many lessons a class may have for it; there are never more than there are chapters. */
const courseLengths = [3, 6] as const;

/** The courses that the chapters are enough for. */
export const coursePresets: readonly CoursePreset[] = courseLengths.map((wished) => {
  const lessons = lessonPresets.slice(0, wished);
  return { lessons: lessons.length, missions: lessons.flatMap(({ missions: listed }) => listed) };
});

function presetsOf(all: readonly Mission[]): readonly LessonPreset[] {
  const chapters = [...new Set(all.map(({ chapter }) => chapter))];
  return chapters.map((chapter) => ({
    chapter,
    missions: all
      .filter((mission) => mission.chapter === chapter)
      .flatMap(({ id, kind }) => (kind === "mechanism" ? [id, id] : [id])),
  }));
}

/** The list without its entry at this place. */
export const without = (list: readonly string[], place: number): readonly string[] =>
  list.filter((_, nth) => nth !== place);

/** The list with the entry at this place one place earlier. */
export const earlier = (list: readonly string[], place: number): readonly string[] =>
  list.map((entry, nth) => {
    if (nth === place - 1) return list[place] ?? entry;
    return nth === place ? (list[place - 1] ?? entry) : entry;
  });

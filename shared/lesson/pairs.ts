import type { View } from "../contract/view.ts";
import type { SharedTables } from "../match/shared-tables.ts";
import { viewSheet } from "../match/view-sheet.ts";
import { type Lesson, placeOf } from "./lesson.ts";

/** The sheet of a seat. */
export const sheetOf = (
  { player, network, seat }: NonNullable<ReturnType<typeof placeOf>>,
  shared: SharedTables,
): View["sheets"] =>
  shared.table(seat, "sheet", () => viewSheet(network.match, player.network ?? "", seat));

/** The sheets of all seats that two share, while they are of use. */
export function sheetsOf(lesson: Lesson, shared: SharedTables): View["sheets"] {
  if (lesson.phase !== "briefing" && lesson.phase !== "play") return {};
  const places = Object.values(lesson.players).flatMap(({ id, partner }) =>
    partner === undefined ? [] : (placeOf(lesson, id) ?? []),
  );
  return Object.assign({}, ...places.map((place) => sheetOf(place, shared)));
}

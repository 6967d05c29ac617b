import { missions } from "../../assets/missions/missions.ts";
import { replay } from "../../shared/lesson/journal.ts";
import type { Lesson } from "../../shared/lesson/lesson.ts";
import { instant } from "../../shared/lib/instant.ts";
import { readJournal } from "./journal-file.ts";

/** A lesson as its journal has left it, and how many players have ever asked to come in. */
export type FoldedLesson = { readonly lesson: Lesson; readonly joined: number };

/** The lesson where its journal ends. */
export function foldLesson(path: string): FoldedLesson {
  const journal = readJournal(path);
  const joined = new Set(
    journal.moves.flatMap(({ intent }) => (intent.kind === "join" ? [intent.player] : [])),
  );
  const until = journal.moves.at(-1)?.at ?? instant(0);
  return { lesson: replay(journal, missions, until), joined: joined.size };
}

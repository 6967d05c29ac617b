import type { Move } from "../contract/intent.ts";
import type { Mission } from "../contract/mission.ts";
import { hashOf } from "../lib/hash.ts";
import type { Instant } from "../lib/instant.ts";
import { advance } from "./advance.ts";
import { createLesson, type Lesson, type LessonOptions } from "./lesson.ts";
import { receive } from "./receive.ts";

/** The rules that a journal was written under: it is replayed under the same ones or not at all. */
export const rules = "2";

/** Everything a lesson was: its options and every move in order. */
export type Journal = {
  readonly format: 1;
  readonly rules: string;
  readonly options: LessonOptions;
  readonly moves: readonly Move[];
};

/** Where a journal's lesson stood when it was given away, and its hash there: a changed line makes another one. */
type Seal = { readonly at: Instant; readonly hash: string };

/** A journal as a file, with which it can be shown that it replays to what was seen. */
export type SealedJournal = Journal & { readonly seal: Seal };

/** Seals a journal at an instant. Whoever reads it learns nothing of anybody's key. */
export function sealJournal(
  journal: Journal,
  missions: Readonly<Record<string, Mission>>,
  at: Instant,
): SealedJournal {
  const moves = journal.moves.filter((move) => move.at <= at).map(withoutKey);
  const open = { ...journal, moves };
  return { ...open, seal: { at, hash: hashOf(replay(open, missions, at)) } };
}

const withoutKey = (move: Move): Move =>
  move.intent.kind === "join" ? { ...move, intent: { ...move.intent, keyHash: "" } } : move;

/** Why a journal cannot be replayed. */
export type JournalFault = "formatUnknown" | "rulesDiffer" | "missionUnknown";

/** The fault of a journal under these missions; undefined when it can be replayed. */
export function journalFault(
  journal: Journal,
  missions: Readonly<Record<string, Mission>>,
): JournalFault | undefined {
  if (journal.format !== 1) return "formatUnknown";
  if (journal.rules !== rules) return "rulesDiffer";
  return missions[journal.options.mission] === undefined ? "missionUnknown" : undefined;
}

/** The lesson that the journal tells, up to the instant: a fold over its moves. */
export function replay(
  journal: Journal,
  missions: Readonly<Record<string, Mission>>,
  until: Instant,
): Lesson {
  const lesson = createLesson(journal.options, missions);
  for (const move of journal.moves) if (move.at <= until) receive(lesson, move);
  advance(lesson, until);
  return lesson;
}

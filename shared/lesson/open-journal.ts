import type { Mission } from "../contract/mission.ts";
import type { View } from "../contract/view.ts";
import { hashOf } from "../lib/hash.ts";
import { advance } from "./advance.ts";
import { type JournalFault, journalFault, type SealedJournal } from "./journal.ts";
import { createLesson } from "./lesson.ts";
import { parseJournal, type TextFault } from "./parse-journal.ts";
import { receive } from "./receive.ts";
import { viewFor } from "./view-for.ts";

/** A round of a lesson that is over, as its host saw it at its end. */
export type SavedRound = { readonly round: number; readonly view: View };

/** A journal that replays to what was seen when it was sealed. */
export type OpenedJournal = {
  readonly journal: SealedJournal;
  readonly rounds: readonly SavedRound[];
};

/** Why a file is not opened; `differs`: it does not replay to its own seal. */
export type OpeningFault = TextFault | JournalFault | "differs";

/** Opens a journal that was given away as a file. */
export function openJournal(
  text: string,
  missions: Readonly<Record<string, Mission>>,
): OpenedJournal | OpeningFault {
  const journal = parseJournal(text);
  if (typeof journal === "string") return journal;
  const fault = journalFault(journal, missions);
  if (fault !== undefined) return fault;
  const { rounds, hash } = foldRounds(journal, missions);
  return hash === journal.seal.hash ? { journal, rounds } : "differs";
}

function foldRounds(
  { options, moves, seal }: SealedJournal,
  missions: Readonly<Record<string, Mission>>,
): { readonly rounds: readonly SavedRound[]; readonly hash: string } {
  const lesson = createLesson(options, missions);
  const rounds: SavedRound[] = [];
  const noteEnd = () => {
    const { phase, round } = lesson;
    if (phase !== "result" || rounds.at(-1)?.round === round) return;
    rounds.push({ round, view: viewFor(lesson, { kind: "host" }) });
  };
  for (const move of moves) {
    advance(lesson, move.at);
    noteEnd();
    receive(lesson, move);
    noteEnd();
  }
  advance(lesson, seal.at);
  noteEnd();
  return { rounds, hash: hashOf(lesson) };
}

import { missions } from "../../assets/missions/missions.ts";
import type { SealedJournal } from "../../shared/lesson/journal.ts";
import { type OpeningFault, openJournal } from "../../shared/lesson/open-journal.ts";
import { storiesOf } from "../../shared/lesson/story.ts";
import type { JournalQuestion, OpenedFile, Reply } from "./journal-reader.ts";

/** The thread behind `JournalReader`: it holds the journal that was opened last. */
let journal: SealedJournal | undefined;
type Stories = ReturnType<typeof storiesOf>;
const stories: Record<number, Stories> = {};

addEventListener("message", ({ data }: MessageEvent<JournalQuestion>) => {
  const told = data.kind === "open" ? open(data.text) : tell(data.round)[data.network];
  postMessage({ id: data.id, told } satisfies Reply);
});

postMessage({ id: 0, told: undefined } satisfies Reply);

function open(text: string): OpenedFile | OpeningFault {
  const opened = openedOrFault(text);
  if (typeof opened === "string") return opened;
  journal = opened.journal;
  for (const round of Object.keys(stories)) delete stories[Number(round)];
  return { rounds: opened.rounds, hash: journal.seal.hash };
}

/** The rules throw at what cannot be; a file may hold even that. */
function openedOrFault(text: string): ReturnType<typeof openJournal> {
  try {
    return openJournal(text, missions);
  } catch {
    return "damaged";
  }
}

function tell(round: number): Stories {
  if (journal === undefined) return {};
  stories[round] ??= storiesOf(journal, missions, journal.seal.at, round);
  return stories[round];
}

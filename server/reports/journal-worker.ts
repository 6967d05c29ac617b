import { parentPort } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { missions } from "../../assets/missions/missions.ts";
import { captureWords } from "../../assets/text/capture-words.ts";
import { languages, texts } from "../../assets/text/text.ts";
import { captureLinks } from "../../shared/lesson/captures.ts";
import { sealJournal } from "../../shared/lesson/journal.ts";
import { storiesOf } from "../../shared/lesson/story.ts";
import { encodeCaptureFile } from "../../shared/wire/capture-file.ts";
import { foldLesson } from "./fold-lesson.ts";
import { readJournal } from "./journal-file.ts";
import type { Question, Reading, Reply } from "./journal-reader.ts";
import { zipFiles } from "./zip-file.ts";

/** The thread behind `JournalReader`: what it can read out of a journal. */
const reading: Reading = {
  fold: foldLesson,
  stories: (path, until, round) => {
    const stories = storiesOf(readJournal(path), missions, until, round);
    return Object.fromEntries(
      Object.entries(stories).map(([network, story]) => [network, pack(story)]),
    );
  },
  captures(path, until, round, language) {
    const stories = storiesOf(readJournal(path), missions, until, round);
    const words = captureWords(texts[languages.find((one) => one === language) ?? "ko"]);
    const files = Object.entries(stories).flatMap(([network, story]) =>
      captureLinks(story, words).map((capture) => [
        `${network}/${capture.link}.pcapng`,
        encodeCaptureFile(capture),
      ]),
    );
    return zipFiles(Object.fromEntries(files));
  },
  journal: (path, until) => pack(sealJournal(readJournal(path), missions, until)),
};

const pack = (value: object): Uint8Array => gzipSync(JSON.stringify(value));

parentPort?.on("message", ({ id, name, asked }: Question) => {
  let reply: Reply;
  try {
    const read = reading[name] as (...asked: readonly unknown[]) => unknown;
    reply = { id, told: read(...(asked as readonly unknown[])) };
  } catch (error) {
    reply = { id, failed: String(error) };
  }
  parentPort?.postMessage(reply);
});

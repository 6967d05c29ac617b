import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Move } from "../../shared/contract/intent.ts";
import { type Journal, rules } from "../../shared/lesson/journal.ts";
import type { LessonOptions } from "../../shared/lesson/lesson.ts";

/** A lesson's journal on disk: a line for the lesson, then one for each move, in the order they were made. */
export class JournalFile {
  readonly path: string;
  readonly #options: LessonOptions;
  #file: number | undefined;

  constructor(path: string, options: LessonOptions) {
    this.path = path;
    this.#options = options;
  }

  /** Returns once the move is with the operating system. A lesson in which nothing happened leaves no file. */
  write(move: Move): void {
    this.#file ??= this.#open();
    writeLine(this.#file, move);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #open(): number {
    mkdirSync(dirname(this.path), { recursive: true });
    const file = openSync(this.path, "a");
    const head: Omit<Journal, "moves"> = { format: 1, rules, options: this.#options };
    if (fstatSync(file).size === 0) writeLine(file, head);
    return file;
  }
}

/** Where the journal of a room that opens now is kept. */
export function journalPath(dataDir: string, code: string): string {
  const opened = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return join(dataDir, "journals", `${code}-${opened}.ndjson`);
}

/** The journal that a file holds. */
export function readJournal(path: string): Journal {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const [head, ...moves] = lines.map((line) => JSON.parse(line));
  return { ...head, moves };
}

const writeLine = (file: number, line: object): void =>
  void writeSync(file, `${JSON.stringify(line)}\n`);

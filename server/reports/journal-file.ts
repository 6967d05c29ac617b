import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Move } from "../../shared/contract/intent.ts";
import { type Journal, rules } from "../../shared/lesson/journal.ts";
import type { LessonOptions } from "../../shared/lesson/lesson.ts";
import type { KeyHashes } from "../rooms/key.ts";

/** The first line of a journal on disk: the lesson, and whose keys open it again. The keys themselves are nowhere. */
export type JournalHead = Omit<Journal, "moves"> & { readonly keys: KeyHashes };

/** A lesson's journal on disk: a line for the lesson, then one for each move, in the order they were made. */
export class JournalFile {
  readonly path: string;
  readonly #options: LessonOptions;
  readonly #keys: KeyHashes;
  #file: number | undefined;

  constructor(path: string, options: LessonOptions, keys: KeyHashes) {
    this.path = path;
    this.#options = options;
    this.#keys = keys;
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
    const file = openSync(this.path, "a+");
    const head: JournalHead = { format: 1, rules, options: this.#options, keys: this.#keys };
    if (fstatSync(file).size === 0) writeLine(file, head);
    else ftruncateSync(file, wholeLines(readFileSync(this.path)).length);
    return file;
  }
}

/** The journal that a file holds. */
export function readJournal(path: string): Journal {
  const lines = wholeLines(readFileSync(path)).toString("utf8").trimEnd().split("\n");
  const [{ keys: _, ...head }, ...moves] = lines.map((line) => JSON.parse(line));
  return { ...head, moves };
}

/** The head of the journal that a file holds. */
export async function readHead(path: string): Promise<JournalHead> {
  const file = await open(path);
  try {
    for await (const line of file.readLines()) return JSON.parse(line);
  } finally {
    await file.close();
  }
  throw new Error(`${path} is empty`);
}

/** A machine that lost its power may have written half a line; its move was never answered. */
const wholeLines = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf("\n") + 1);

const writeLine = (file: number, line: object): void =>
  void writeSync(file, `${JSON.stringify(line)}\n`);

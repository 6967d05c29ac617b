import type { OpeningFault, SavedRound } from "../../shared/lesson/open-journal.ts";
import type { Story } from "../../shared/lesson/story.ts";
import type { Told } from "../net/room-reports.ts";

/** What a journal's file has told of its lesson; the hash is the lesson's where it ends. */
export type OpenedFile = { readonly rounds: readonly SavedRound[]; readonly hash: string };

/** Why a file stays closed. */
export type FileFault = OpeningFault | "tooLarge";

/** What the thread is asked. */
export type JournalQuestion = { readonly id: number } & (
  | { readonly kind: "open"; readonly text: string }
  | { readonly kind: "story"; readonly round: number; readonly network: string }
);
type Asked = JournalQuestion extends infer Q ? (Q extends unknown ? Omit<Q, "id"> : never) : never;

/** What the thread answers; before the first question it says that it is there, as if it had been asked number 0. */
export type Reply = { readonly id: number; readonly told: unknown };

/** Forty people who act every three seconds for 45 minutes write a third of it. */
const mostBytes = 16 * 1024 * 1024;

/** Reads journals in a thread of its own: folding the lesson of a class would make the page stand still. */
export class JournalReader {
  readonly #worker = new Worker(new URL("./journal-worker.ts", import.meta.url), {
    type: "module",
  });
  readonly #waiting = new Map<number, (told: unknown) => void>();
  #asked = 0;

  /** Once it stands, nothing more is fetched. It rejects where the thread cannot be fetched. */
  readonly ready: Promise<unknown>;

  constructor() {
    this.ready = new Promise((resolve, reject) => {
      this.#waiting.set(0, resolve);
      this.#worker.addEventListener("error", reject);
    });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      this.#waiting.get(data.id)?.(data.told);
      this.#waiting.delete(data.id);
    });
  }

  /** Opens a file; one that is not a journal leaves open what was opened before. */
  async open(file: File): Promise<OpenedFile | FileFault> {
    if (file.size > mostBytes) return "tooLarge";
    return (await this.#ask({ kind: "open", text: await file.text() })) as OpenedFile | FileFault;
  }

  /** What happened in a network of the lesson that is open. */
  async story(round: number, network: string): Promise<Told<Story>> {
    const told = (await this.#ask({ kind: "story", round, network })) as Story | undefined;
    return told === undefined ? { kind: "refused", reason: "noSuchRound" } : { kind: "told", told };
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask(question: Asked): Promise<unknown> {
    return new Promise((resolve) => {
      const id = ++this.#asked;
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ id, ...question });
    });
  }
}

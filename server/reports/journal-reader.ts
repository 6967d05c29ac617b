import { Worker } from "node:worker_threads";
import type { NetworkId } from "../../shared/lesson/lesson.ts";
import type { Instant } from "../../shared/lib/instant.ts";
import type { FoldedLesson } from "./fold-lesson.ts";

/** The stories of a round, packed JSON by network. */
export type PackedStories = Readonly<Record<NetworkId, Uint8Array>>;

/** What can be asked of the reader, with what it answers. Reading anew costs up to a second of a long lesson. */
export type Reading = {
  fold: (path: string) => FoldedLesson;
  stories: (path: string, until: Instant, round: number) => PackedStories;
  captures: (path: string, until: Instant, round: number, language: string) => Uint8Array;
  journal: (path: string, until: Instant) => Uint8Array;
};
export type ReadingName = keyof Reading;
export type Question = { readonly id: number; readonly name: ReadingName; readonly asked: unknown };
export type Reply =
  | { readonly id: number; readonly told: unknown }
  | { readonly id: number; readonly failed: string };

type Waiting = { readonly resolve: (told: never) => void; readonly reject: (error: Error) => void };

/** So many rounds are kept as they were told: a class looks at the last one all at once. */
const keptRounds = 24;

/** Reads journals in a thread of its own: folding a lesson would make every room of the process wait. */
export class JournalReader {
  #worker: Worker | undefined;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #rounds = new Map<string, Promise<PackedStories>>();

  fold(path: string): Promise<FoldedLesson> {
    return this.#ask("fold", path);
  }

  /** The stories of a round that is over: they never change. */
  stories(path: string, until: Instant, round: number): Promise<PackedStories> {
    const key = `${path} ${round}`;
    const known = this.#rounds.get(key);
    if (known !== undefined) return known;
    const told = this.#ask("stories", path, until, round);
    told.catch(() => this.#rounds.delete(key));
    this.#rounds.set(key, told);
    const [oldest] = this.#rounds.keys();
    if (this.#rounds.size > keptRounds && oldest !== undefined) this.#rounds.delete(oldest);
    return told;
  }

  /** A zip with a capture of each link in each network. */
  captures(path: string, until: Instant, round: number, language: string): Promise<Uint8Array> {
    return this.#ask("captures", path, until, round, language);
  }

  /** The journal without anybody's key and sealed, as packed JSON. */
  journal(path: string, until: Instant): Promise<Uint8Array> {
    return this.#ask("journal", path, until);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask<N extends ReadingName>(name: N, ...asked: Parameters<Reading[N]>) {
    return new Promise<ReturnType<Reading[N]>>((resolve, reject) => {
      const id = ++this.#asked;
      this.#waiting.set(id, { resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, name, asked } satisfies Question);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./journal-worker.ts", import.meta.url));
    // a reader with nothing to read does not keep the process alive
    worker.unref();
    worker.on("message", (reply: Reply) => this.#settle(reply));
    worker.on("error", (error) => console.error("journal reader", error));
    worker.on("exit", () => this.#lose());
    return worker;
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ("failed" in reply) waiting?.reject(new Error(reply.failed));
    else waiting?.resolve(reply.told as never);
  }

  /** The next question starts another thread. */
  #lose(): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error("the journal reader ended"));
    this.#waiting.clear();
  }
}

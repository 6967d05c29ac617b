import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { movesPerGame } from "./fuzz-game.ts";
import type { Report, Share } from "./fuzz-worker.ts";

/** A move that takes longer than this will never end. */
const patienceMs = 30_000;

/** Plays the games on every processor there is; each worker stops at the first law that breaks, or that never answers. */
export function playApart(seed: number, moves: number): Promise<readonly Report[]> {
  const workers = Math.min(availableParallelism(), Math.ceil(moves / movesPerGame));
  const stop = new Uint32Array(new SharedArrayBuffer(4));
  return Promise.all(
    Array.from({ length: workers }, (_, first) => {
      const progress = new Uint32Array(new SharedArrayBuffer(8));
      return play({ seed, moves, first, step: workers, progress, stop });
    }),
  );
}

async function play(share: Share): Promise<Report> {
  const worker = new Worker(new URL("./fuzz-worker.ts", import.meta.url), { workerData: share });
  const watch = new AbortController();
  try {
    return await Promise.race([reportOf(worker), standstillOf(share, watch.signal)]);
  } finally {
    watch.abort();
    await worker.terminate();
  }
}

const reportOf = (worker: Worker): Promise<Report> =>
  new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });

/** Answers when the worker has stood at one move for too long. */
const standstillOf = ({ progress, stop }: Share, signal: AbortSignal): Promise<Report> =>
  new Promise((resolve) => {
    let before = "";
    const timer = setInterval(() => {
      const [seed = 0, moves = 0] = progress;
      const here = `${seed} ${moves}`;
      if (here === before) {
        stop[0] = 1;
        resolve({ counts: {}, broken: { seed, moves, reason: "a move never ends" } });
      }
      before = here;
    }, patienceMs);
    signal.addEventListener("abort", () => clearInterval(timer));
  });

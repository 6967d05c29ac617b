import { parentPort, workerData } from "node:worker_threads";
import { type Break, movesPerGame, playGame } from "./fuzz-game.ts";

/** Which games one worker plays: from `first` on every `step`-th, until `moves` have been made by all of them. */
export type Share = {
  readonly seed: number;
  readonly moves: number;
  readonly first: number;
  readonly step: number;
  /** Where the worker notes the seed and the move that it is at, for those who wait for it. */
  readonly progress: Uint32Array;
  /** Set by the first worker that finds a broken law: the others need not go on. */
  readonly stop: Uint32Array;
};

/** What a worker has to say at its end: what came up and how often, and the law that broke, if one did. */
export type Report = {
  readonly counts: Readonly<Record<string, number>>;
  readonly broken: Break | undefined;
};

/** Plays a share of the games, up to the first broken law. */
function playShare({ seed, moves, first, step, progress, stop }: Share): Report {
  const counts: Record<string, number> = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const begin = (move: number) => {
    progress[1] = move;
  };
  for (let game = first; game * movesPerGame < moves && stop[0] === 0; game += step) {
    const left = moves - game * movesPerGame;
    progress[0] = seed + game;
    progress[1] = 0;
    const broken = playGame((seed + game) >>> 0, Math.min(left, movesPerGame), count, begin);
    if (broken === undefined) continue;
    stop[0] = 1;
    return { counts, broken };
  }
  return { counts, broken: undefined };
}

parentPort?.postMessage(playShare(workerData as Share));

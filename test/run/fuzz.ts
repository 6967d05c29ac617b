import { commandLine, jsonOption } from "./command-line.ts";
import { playApart } from "./fuzz-apart.ts";
import { movesPerGame, reproduction } from "./fuzz-game.ts";
import type { Report } from "./fuzz-worker.ts";
import { formatTable, rounded } from "./table.ts";

/** `npm run fuzz`: random legal and illegal play, with every law looked at after every move. */

const options = commandLine("fuzz", {
  moves: { about: "how many moves", standard: 100_000, least: 1 },
  seed: {
    about: "the seed of the first game; each game of a thousand moves has the next",
    standard: 1,
  },
  ...jsonOption,
});

const { moves, seed } = options;
const startedAt = performance.now();
const reports = await playApart(seed, moves);
const seconds = (performance.now() - startedAt) / 1_000;
const counts = reports.map((report) => report.counts).reduce(bothCounts, {});
const [broken] = reports.flatMap((report) => report.broken ?? []);

const row = {
  moves,
  games: Math.ceil(moves / movesPerGame),
  workers: reports.length,
  seconds: rounded(seconds, 1),
  movesPerSecond: rounded(moves / seconds),
  broken: reports.filter((report) => report.broken !== undefined).length,
};
const again = broken && reproduction(broken);

if (options.json) console.log(JSON.stringify({ ...row, counts, again, reason: broken?.reason }));
else {
  const reached = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  console.log(formatTable([row]));
  console.log(`\n${formatTable(reached.map(([what, times]) => ({ what, times })))}`);
  if (broken !== undefined) console.log(`\n${broken.reason}\n${again}`);
}
process.exitCode = broken === undefined ? 0 : 1;

function bothCounts(a: Report["counts"], b: Report["counts"]): Report["counts"] {
  const sums = Object.entries(b).map(([what, times]) => [what, (a[what] ?? 0) + times]);
  return { ...a, ...Object.fromEntries(sums) };
}

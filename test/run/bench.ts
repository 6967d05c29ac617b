import { roundOf, viewsOf } from "./bench-class.ts";
import { crossChain } from "./chain-of-routers.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import { type Comparison, compare, type Subject } from "./interleaved.ts";
import { searchPrefixes } from "./prefix-floor.ts";
import { formatTable, rounded } from "./table.ts";

/** `npm run bench`: what the engine costs beside a baseline that is timed in the same breath. */

const options = commandLine("bench", {
  runs: {
    about: "how often each pair is timed; the middle counts",
    standard: 9,
    least: 1,
    most: 99,
  },
  strict: { about: "fail when a ratio is above its bound", standard: false },
  ...jsonOption,
});

const letters = 500;
const million = 1_000_000;

const hops: Subject = { name: "a hop of the world", run: () => crossChain(1, letters) };
const searches: Subject = {
  name: "a search through 20 prefixes",
  run: () => {
    searchPrefixes(million);
    return million;
  },
};
const millionSearches: Subject = {
  name: "a million such searches",
  run: () => {
    searchPrefixes(million);
    return 1;
  },
};
const { mirrored, asText } = viewsOf(6);

/** Bounds are a few times what a quiet machine measures: they catch a change of order, not of taste. */
const rows = [
  { ...rowOf(compare(hops, searches, options.runs)), bound: 150 },
  { ...rowOf(compare(mirrored, asText, options.runs)), bound: 12 },
  { ...rowOf(compare(roundOf(40), millionSearches, options.runs)), bound: 25 },
].map((row) => ({ ...row, isWithin: row.ratio <= row.bound }));

if (options.json) console.log(JSON.stringify({ runs: options.runs, strict: options.strict, rows }));
else console.log(formatTable(rows));

if (options.strict && rows.some(({ isWithin }) => !isWithin)) process.exitCode = 1;

function rowOf({ subject, baseline, ratio }: Comparison) {
  return {
    subject: subject.name,
    perSecond: rounded(1e9 / subject.nanoseconds, 1),
    baseline: baseline.name,
    baselinePerSecond: rounded(1e9 / baseline.nanoseconds, 1),
    ratio: rounded(ratio, 2),
  };
}

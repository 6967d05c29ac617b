import { barePlaces, hopBare } from "./bare-chain.ts";
import { roundOf, viewsOf } from "./bench-class.ts";
import { exportOfRound } from "./bench-export.ts";
import { Stream } from "./bench-stream.ts";
import type { ChainSize } from "./chain-of-routers.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import { type Comparison, compare, type Subject } from "./interleaved.ts";
import { formatTable, rounded } from "./table.ts";

/** `npm run bench`: what the engine costs beside a baseline that is timed in the same breath. */

const options = commandLine("bench", {
  runs: {
    about: "how often each pair is timed; the quickest tenth counts",
    standard: 21,
    least: 1,
    most: 99,
  },
  ...jsonOption,
});

const million = 1_000_000;
const hopsOfPage = 250_000;

/** So many are the way there and back of a thousand letters, and take about as long as that many bare ones. */
const hopsThereAndBack = 40_000;
const manyBareHops = 500_000;

const bareHops: Subject = {
  name: `a bare hop, ${barePlaces} prefixes`,
  run: () => {
    hopBare(manyBareHops);
    return manyBareHops;
  },
};
const millionBareHops: Subject = {
  name: "a million bare hops",
  run: () => {
    hopBare(million);
    return 1;
  },
};
/** First of all, before other play makes the compiler think of more than this. */
const calmHops = hopsThrough({ nodes: barePlaces, cardsUnderWay: 10 });
/** Where there is a bound, a ratio above it fails: a hop is at least 5 % as fast as its floor, and nothing grows twofold. */
const hopRows = [
  rowOf(compare(calmHops, bareHops, options.runs), 20),
  rowOf(compare(hopsThrough({ nodes: 20, cardsUnderWay: 1_000 }), calmHops, options.runs), 2),
  rowOf(compare(hopsThrough({ nodes: 200, cardsUnderWay: 10 }), calmHops, options.runs), 2),
];

const { mirrored, asText } = viewsOf(6);
const exported = exportOfRound();
const rows = [
  ...hopRows,
  rowOf(compare(exported.captures, exported.asText, options.runs)),
  rowOf(compare(mirrored, asText, options.runs)),
  rowOf(compare(roundOf(40), millionBareHops, options.runs)),
];

if (options.json) console.log(JSON.stringify({ runs: options.runs, rows }));
else console.log(formatTable(rows));

if (rows.some(({ isWithin }) => isWithin === false)) process.exitCode = 1;

function hopsThrough(size: ChainSize): Subject {
  const stream = new Stream(size);
  // After two pages, how they begin and end is compiled as well.
  stream.run(2 * hopsOfPage);
  return {
    name: `a hop, ${size.nodes} nodes, ${size.cardsUnderWay} under way`,
    run: () => stream.run(hopsThereAndBack),
  };
}

function rowOf({ subject, baseline, ratio }: Comparison, bound?: number) {
  return {
    subject: subject.name,
    perSecond: rounded(1e9 / subject.nanoseconds, 1),
    baseline: baseline.name,
    baselinePerSecond: rounded(1e9 / baseline.nanoseconds, 1),
    ratio: rounded(ratio, 2),
    share: `${rounded(100 / ratio, 1)} %`,
    bound: bound === undefined ? "" : bound,
    isWithin: bound === undefined ? "" : ratio <= bound,
  };
}

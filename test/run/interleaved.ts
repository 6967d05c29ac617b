import { performance } from "node:perf_hooks";

/** What is timed: a name, and one run of it that says how much it did. */
export type Subject = { readonly name: string; run(): number };

/** What a subject took for one of what it does, in a quick one of its runs, in nanoseconds. */
type Timing = { readonly name: string; readonly nanoseconds: number };

/** How often slower the subject is than the baseline. */
export type Comparison = {
  readonly subject: Timing;
  readonly baseline: Timing;
  readonly ratio: number;
};

/** Times both in turns, so that whatever else the machine does falls on both; it only adds, so the quickest tenth counts. */
export function compare(subject: Subject, baseline: Subject, runs: number): Comparison {
  // The first runs only warm the compiler.
  for (const warm of [baseline, subject, baseline, subject]) warm.run();
  const pairs = Array.from({ length: runs }, () => {
    const below = timeOne(baseline);
    return { below, above: timeOne(subject) };
  });
  const above = quick(pairs.map((pair) => pair.above));
  const below = quick(pairs.map((pair) => pair.below));
  return {
    subject: { name: subject.name, nanoseconds: above },
    baseline: { name: baseline.name, nanoseconds: below },
    ratio: above / below,
  };
}

function timeOne(subject: Subject): number {
  const start = performance.now();
  const done = subject.run();
  return ((performance.now() - start) * 1_000_000) / done;
}

function quick(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)] ?? Number.NaN;
}

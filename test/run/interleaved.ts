import { performance } from "node:perf_hooks";

/** What is timed: a name, and one run of it that says how much it did. */
export type Subject = { readonly name: string; run(): number };

/** What a subject took for one of what it does, in the middle of its runs, in nanoseconds. */
type Timing = { readonly name: string; readonly nanoseconds: number };

/** How often slower the subject is than the baseline, in the middle of the runs. */
export type Comparison = {
  readonly subject: Timing;
  readonly baseline: Timing;
  readonly ratio: number;
};

/** Times both in turns, so that whatever else the machine does falls on both. */
export function compare(subject: Subject, baseline: Subject, runs: number): Comparison {
  // The first runs only warm the compiler.
  for (const warm of [baseline, subject, baseline, subject]) warm.run();
  const pairs = Array.from({ length: runs }, () => {
    const below = timeOne(baseline);
    return { below, above: timeOne(subject) };
  });
  return {
    subject: { name: subject.name, nanoseconds: median(pairs.map(({ above }) => above)) },
    baseline: { name: baseline.name, nanoseconds: median(pairs.map(({ below }) => below)) },
    ratio: median(pairs.map(({ above, below }) => above / below)),
  };
}

function timeOne(subject: Subject): number {
  const start = performance.now();
  const done = subject.run();
  return ((performance.now() - start) * 1_000_000) / done;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

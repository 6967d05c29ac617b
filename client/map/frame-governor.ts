const sampleSize = 90;
const slowMs = 24;
/** Longer gaps are a hidden tab or a sleeping machine, not a slow one. */
const gapMs = 250;

/** Watches frame times; `true` once, when half of them are too slow to look smooth. */
export function frameGovernor(): (frameMs: number) => boolean {
  let samples: number[] = [];
  let settled = false;
  return (frameMs) => {
    if (settled || frameMs > gapMs) return false;
    samples.push(frameMs);
    if (samples.length < sampleSize) return false;
    const median = samples.toSorted((a, b) => a - b)[sampleSize / 2] ?? 0;
    samples = [];
    settled = median > slowMs;
    return settled;
  };
}

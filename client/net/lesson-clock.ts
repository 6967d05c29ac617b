import { type Instant, instant } from "../../shared/lib/instant.ts";

type Sample = { readonly offset: number; readonly roundTripMs: number };

/** A machine's own clock drifts and sleeps: older samples tell nothing. */
const keptSamples = 6;

/** The server's lesson clock, read off this machine's: the answer that came back fastest knows best. */
export class LessonClock {
  #samples: readonly Sample[] = [];
  #isStale = false;

  /** Learns from one question: when it was asked, the lesson time in the answer, and when that came. */
  learn(askedAt: number, lesson: number, answeredAt: number): void {
    const roundTripMs = answeredAt - askedAt;
    const offset = lesson - (askedAt + roundTripMs / 2);
    const kept = this.#isStale ? [] : this.#samples;
    this.#samples = [...kept, { offset, roundTripMs }].slice(-keptSamples);
    this.#isStale = false;
  }

  /** The machine may have slept: what it learnt so far holds only until the next answer. */
  doubt(): void {
    this.#isStale = true;
  }

  now(): Instant {
    const [first, ...others] = this.#samples;
    if (first === undefined) return instant(0);
    const best = others.reduce((a, b) => (b.roundTripMs < a.roundTripMs ? b : a), first);
    return instant(performance.now() + best.offset);
  }
}

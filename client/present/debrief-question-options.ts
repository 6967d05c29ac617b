import type { Story } from "../../shared/lesson/story.ts";

/** What is asked before something is shown: three or four options, one of which is right. `about` says of what. */
export type Question = {
  readonly about: string | undefined;
  readonly asks: string;
  readonly options: readonly string[];
  /** The right option's place among them. */
  readonly right: number;
};

/** One of the questions that a round gives: every screen draws the same, and the next round's is another one. */
export function oneOf<T>({ seed }: Story, found: readonly (T | undefined)[]): T | undefined {
  const there = found.filter((one) => one !== undefined);
  return there[seed % Math.max(1, there.length)];
}

/** So many of a list in its own order, the right one among them. */
export function optionsFrom<T>(all: readonly T[], right: T, most: number): readonly T[] {
  const shown = all.slice(0, most);
  return shown.includes(right) ? shown : [...shown.slice(0, -1), right];
}

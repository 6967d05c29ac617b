import type { Text } from "../../assets/text/text.ts";
import type { Seen, Sight } from "./play-sight.ts";

/** One thing that a hand does; an act is what counts for the game, the rest only leads up to it. */
export type Step =
  | {
      readonly kind: "press";
      readonly at: Seen;
      readonly keys?: readonly string[];
      readonly isAct: boolean;
    }
  | { readonly kind: "put"; readonly letter: Seen; readonly at: Seen; readonly isAct: true }
  | { readonly kind: "write"; readonly at: Seen; readonly written: string; readonly isAct: false }
  | { readonly kind: "choose"; readonly at: Seen; readonly value: string; readonly isAct: false };

/** What is to be decided: all that is seen, in which words, and whether to get it wrong on purpose. */
export type Situation = {
  readonly sight: Sight;
  readonly words: Text;
  readonly isWrong: boolean;
};

/** Decides on the next step by nothing but what is seen; undefined where there is nothing to do, or nothing is known. */
export type Reader = (situation: Situation) => Step | undefined;

/** Presses something; `keys` do the same where it has no key of its own. */
export const press = (
  at: Seen | undefined,
  isAct: boolean,
  keys?: readonly string[],
): Step | undefined => at && { kind: "press", at, isAct, ...(keys === undefined ? {} : { keys }) };

/** Puts a letter into a place. */
export const put = (letter: Seen, at: Seen | undefined): Step | undefined =>
  at && { kind: "put", letter, at, isAct: true };

/** The first reader that knows what to do decides. */
export const firstOf =
  (...readers: readonly Reader[]): Reader =>
  (situation) => {
    for (const reader of readers) {
      const step = reader(situation);
      if (step !== undefined) return step;
    }
    return undefined;
  };

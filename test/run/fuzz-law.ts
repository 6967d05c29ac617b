/** Ends a game of the fuzz when a law does not hold; the message says which one, and by what it was broken. */
export function must(holds: boolean, law: string, by?: unknown): void {
  if (holds) return;
  throw new Error(by === undefined ? `not so: ${law}` : `not so: ${law}, by ${JSON.stringify(by)}`);
}

/** Counts what came up, to tell afterwards how far a fuzz has reached. */
export type Count = (what: string) => void;

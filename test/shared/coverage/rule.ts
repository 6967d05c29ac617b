/** The tests that show a rule: their titles, by file under `test/shared`, without `.test.ts`. */
type Shown = Readonly<Record<string, readonly string[]>>;

/** A rule of a protocol in our own words, where it is written, and what shows that it holds or why nothing does. */
export type Rule = {
  readonly source: string;
  readonly says: string;
} & ({ readonly shownBy: Shown } | { readonly notModelled: string });

/** Rules by their numbers. */
export type Rules = Readonly<Record<string, Rule>>;

/** A rule that tests show. */
export const shown = (source: string, says: string, shownBy: Shown): Rule => ({
  source,
  says,
  shownBy,
});

/** A rule that the game leaves out, because … */
export const leftOut = (source: string, says: string, reason: string): Rule => ({
  source,
  says,
  notModelled: `because ${reason}`,
});

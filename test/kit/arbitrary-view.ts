import fc from "fast-check";
import { type View, viewTables } from "../../shared/contract/view.ts";

const plain = {
  string: fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: "grapheme", maxLength: 40 })),
  // every quantity of a view is whole: the wire rounds fractions to single precision
  number: fc.oneof(fc.integer(), fc.maxSafeInteger()),
  boolean: fc.boolean(),
};

function arbitraryRow(columns: Readonly<Record<string, string>>) {
  const entries = Object.entries(columns);
  return fc.record(
    Object.fromEntries(
      entries.map(([column, type]) => [column, plain[type.replace("?", "") as keyof typeof plain]]),
    ),
    { requiredKeys: entries.filter(([, type]) => !type.endsWith("?")).map(([column]) => column) },
  );
}

/** Any view that the contract's tables allow: a few rows in every table, every `?` column sometimes absent. */
export const arbitraryView = fc.record(
  Object.fromEntries(
    Object.entries(viewTables).map(([name, columns]) => [
      name,
      fc.dictionary(fc.constantFrom("now", "1", "2", "p1/x"), arbitraryRow(columns), {
        noNullPrototype: true,
        maxKeys: 3,
      }),
    ]),
  ),
  { noNullPrototype: true },
) as unknown as fc.Arbitrary<View>;

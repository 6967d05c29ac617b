import { type Concept, concepts } from "../../shared/contract/reasons.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { networksOf } from "./console-network-view.ts";

/** How well an idea was shown without help: the share of right acts, of how many. */
export type ConceptCell = { readonly share: number; readonly count: number; readonly level: Level };

/** From hardly ever right to nearly always. */
type Level = 0 | 1 | 2 | 3 | 4;

/** A network's cells by idea; the row of all networks has none. */
type ConceptRow = {
  readonly network: string | undefined;
  readonly cells: readonly (ConceptCell | undefined)[];
};

/** Networks by ideas, those ideas that anybody has met. */
export type ConceptTable = {
  readonly concepts: readonly Concept[];
  readonly rows: readonly ConceptRow[];
};

/** What each network has shown of each idea; acts under light do not count. */
export function presentConcepts(view: View): ConceptTable {
  const all = Object.values(view.concepts);
  const met = concepts.filter((concept) => all.some((row) => row.concept === concept));
  const rowFor = (network: string | undefined): ConceptRow => ({
    network,
    cells: met.map((concept) =>
      cellOf(
        all.filter(
          (row) => row.concept === concept && (network === undefined || row.network === network),
        ),
      ),
    ),
  });
  return { concepts: met, rows: [rowFor(undefined), ...networksOf(view).map(rowFor)] };
}

/** The smallest share of each level above the lowest. */
const steps = [40, 60, 75, 90] as const;

function cellOf(rows: readonly ViewRow<"concepts">[]): ConceptCell | undefined {
  const right = rows.reduce((sum, row) => sum + row.right, 0);
  const count = rows.reduce((sum, row) => sum + row.right + row.wasteful + row.wrong, 0);
  if (count === 0) return undefined;
  const share = Math.round((100 * right) / count);
  const level = steps.filter((step) => share >= step).length as Level;
  return { share, count, level };
}

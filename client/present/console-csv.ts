import type { Text } from "../../assets/text/text.ts";
import type { PlayerId } from "../../shared/contract/intent.ts";
import { type Concept, concepts, reasonNames, reasons } from "../../shared/contract/reasons.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { Labels } from "./console-labels.ts";
import { namePlayer } from "./shell-host.ts";
import { arrival } from "./shell-people.ts";

/** What one player has shown of one idea in all rounds. Right, wasteful and wrong count acts without lit help. */
export type ConceptResult = {
  readonly player: PlayerId;
  readonly concept: Concept;
  readonly rounds: readonly number[];
  readonly right: number;
  readonly wasteful: number;
  readonly wrong: number;
  readonly lit: number;
  /** Of a hundred; absent where nothing was done without help. */
  readonly share: number | undefined;
};

/** Everybody's results, one for each player and idea that they met. */
export function presentConceptResults(view: View): readonly ConceptResult[] {
  const rows = Object.values(view.results);
  const players = [...new Set(rows.map(({ player }) => player))].toSorted(
    (one, other) => arrival(one) - arrival(other),
  );
  return players.flatMap((player) =>
    concepts.flatMap((concept) => {
      const own = rows.filter((row) => row.player === player && conceptOf(row) === concept);
      return own.length === 0 ? [] : [countUp(player, concept, own)];
    }),
  );
}

/** The columns of the file, in their order; what each means is written in the language's `console.results.columns`. */
export const csvColumns = [
  "label",
  "nickname",
  "concept",
  "rounds",
  "right",
  "wasteful",
  "wrong",
  "lit",
  "share",
] as const;

/**
 * The results as a file for spreadsheets: UTF-8 with the mark that spreadsheets need to see Hangul, and lines that end
 * as RFC 4180 says.
 */
export function resultsCsv(view: View, labels: Labels, text: Text): string {
  const { columns } = text.console.results;
  const head = csvColumns.map((column) => columns[column][0] ?? column);
  const lines = presentConceptResults(view).map(
    ({ player, concept, rounds, right, wasteful, wrong, lit, share }) => [
      labels[player] ?? "",
      namePlayer(view, player, text),
      text.coach.concepts[concept],
      rounds.join(" "),
      ...[right, wasteful, wrong, lit].map(String),
      share === undefined ? "" : String(share),
    ],
  );
  return `\uFEFF${[head, ...lines].map((line) => `${line.map(field).join(",")}\r\n`).join("")}`;
}

/** A field that a spreadsheet takes as text, even where somebody typed a formula into a label. */
function field(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function countUp(
  player: PlayerId,
  concept: Concept,
  rows: readonly ViewRow<"results">[],
): ConceptResult {
  const own = (verdict: string) =>
    rows
      .filter((row) => verdictOf(row) === verdict)
      .reduce((sum, row) => sum + row.count - row.lit, 0);
  const [right, wasteful, wrong] = [own("right"), own("wasteful"), own("wrong")];
  const all = right + wasteful + wrong;
  return {
    ...{ player, concept, right, wasteful, wrong },
    rounds: [...new Set(rows.map(({ round }) => round))].toSorted((one, other) => one - other),
    lit: rows.reduce((sum, row) => sum + row.lit, 0),
    share: all === 0 ? undefined : Math.round((100 * right) / all),
  };
}

const reasonOf = ({ reason }: ViewRow<"results">) => reasonNames.find((name) => name === reason);

function conceptOf(row: ViewRow<"results">): Concept | undefined {
  const reason = reasonOf(row);
  return reason && reasons[reason].concept;
}

function verdictOf(row: ViewRow<"results">): string | undefined {
  const reason = reasonOf(row);
  return reason && reasons[reason].verdict;
}

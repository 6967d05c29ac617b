import { reasonNames } from "../../shared/contract/reasons.ts";
import type { View } from "../../shared/contract/view.ts";
import { markersIn } from "./marked-bytes.ts";
import {
  type Fact,
  mayKnow,
  type Reader,
  type Relation,
  type Row,
  relationOf,
} from "./marked-fact.ts";
import type { Marks } from "./marked-lesson.ts";

const columns: readonly Relation[] = [
  "own",
  "neighbour",
  "same network",
  "other network",
  "host",
  "big screen",
];

/** What became of facts of one kind for readers of one relation. */
type Cell = { reached: number; kept: number };

/** The table of who may know what, as it is read off the bytes: what reached whom, and what was kept from whom. */
export class Ledger {
  readonly #rows = new Map<Row, Record<Relation, Cell>>();

  /** Searches bytes that a reader was sent; what was found and must not be known. */
  search(bytes: Buffer, reader: Reader, { facts, verdicts }: Marks): readonly string[] {
    const text = bytes.toString("latin1");
    const found = [...markersIn(bytes)].map((marker) => facts.get(marker));
    const said = [...verdicts].filter(([word]) => text.includes(word));
    return this.#judge([...found, ...said.map(([, fact]) => fact)], reader);
  }

  /** Reads off a whole view what no marker fits into: a lamp is on or off, a result is a count. */
  read(view: View, reader: Reader, { lamps, verdicts }: Marks): readonly string[] {
    const out = Object.entries(view.links).filter(([, { up }]) => !up);
    const { right = 0, wasteful = 0, wrong = 0, missed = 0 } = view.mine["now"] ?? {};
    const whose = reasonNames[right + wasteful + wrong + missed - 1] ?? "";
    const network = [...reader.places][0]?.split("/").slice(0, 2).join("/");
    const dark = out.map(([link]) => lamps.get(`${network}/${link}`));
    return this.#judge([...dark, verdicts.get(whose)], reader);
  }

  /** Counts what is there and must be kept from whom. */
  count(readers: readonly Reader[], { facts, verdicts, lamps }: Marks): void {
    for (const fact of [...facts.values(), ...verdicts.values(), ...lamps.values()]) {
      for (const reader of readers) {
        const relation = relationOf(reader, fact);
        if (!mayKnow(fact, relation)) this.#cell(fact.row, relation).kept += 1;
      }
    }
  }

  /** A line for each kind of fact; own, neighbour, same network, other network, host, big screen: it came, was kept, or neither. */
  get table(): Readonly<Record<string, string>> {
    const lines = [...this.#rows].map(([row, cells]) => [
      row,
      columns.map((column) => wordFor(cells[column])).join(" "),
    ]);
    return Object.fromEntries(lines);
  }

  #judge(facts: readonly (Fact | undefined)[], reader: Reader): readonly string[] {
    return facts.flatMap((fact) => {
      if (fact === undefined) return [];
      const relation = relationOf(reader, fact);
      this.#cell(fact.row, relation).reached += 1;
      if (mayKnow(fact, relation)) return [];
      return [`${reader.id} (${relation}) was sent ${fact.row} of ${fact.network}/${fact.boxes}`];
    });
  }

  #cell(row: Row, relation: Relation): Cell {
    const fresh = columns.map((column) => [column, { reached: 0, kept: 0 }]);
    const cells = this.#rows.get(row) ?? (Object.fromEntries(fresh) as Record<Relation, Cell>);
    this.#rows.set(row, cells);
    return cells[relation];
  }
}

function wordFor({ reached, kept }: Cell): string {
  if (reached > 0) return "yes";
  return kept > 0 ? "no" : "-";
}

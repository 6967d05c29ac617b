import { firstMarker, lastMarker } from "./marked-bytes.ts";
import type { Fact } from "./marked-fact.ts";

/** The markers of one lesson: a fact keeps its own for as long as its value stays. */
export type Markers = Map<string, number>;

type Fields = Record<string, unknown>;

/** What says of which kind a thing is, or where to look it up: the view chooses by it, and it is nobody's secret. */
const kept = new Set("kind protocol error state news flag reason length row".split(" "));

/** Replaces values by markers, and remembers what each marker stands for. */
export class MarkedValues {
  readonly facts = new Map<number, Fact>();
  readonly #markers: Markers;

  constructor(markers: Markers) {
    this.#markers = markers;
  }

  /** The marker of one value. */
  of(value: unknown, fact: Fact, at: string): number {
    const key = `${fact.network} ${fact.boxes} ${fact.row} ${fact.audience} ${at} ${value}`;
    const marker = this.#markers.get(key) ?? firstMarker + this.#markers.size;
    if (marker > lastMarker) throw new Error("a lesson has no more markers");
    this.#markers.set(key, marker);
    this.facts.set(marker, fact);
    return marker;
  }

  /** Replaces every number and every word inside. */
  inside(thing: object, fact: Fact, at = ""): void {
    this.fields(thing, Object.keys(thing), fact, at);
  }

  /** Replaces the numbers and words of some fields, as deep as they go. */
  fields(thing: object, names: readonly string[], fact: Fact, at = ""): void {
    const fields = thing as Fields;
    for (const name of names) {
      const value = fields[name];
      if (kept.has(name) || value === undefined || value === null) continue;
      const path = `${at}.${name}`;
      if (typeof value === "object") this.inside(value, fact, path);
      if (typeof value === "number") fields[name] = this.of(value, fact, path);
      if (typeof value === "string") fields[name] = String(this.of(value, fact, path));
    }
  }

  /** Replaces the rows of a record and the names that they go by. */
  rows(record: object, fact: Fact): void {
    this.inside(record, fact);
    const fields = record as Fields;
    for (const [name, row] of Object.entries(fields)) {
      delete fields[name];
      fields[String(this.of(name, fact, "row"))] = row;
    }
  }
}

import { remembered } from "../lib/remembered.ts";

type Rows<R extends object = object> = Readonly<Record<string, R>>;

/** Tables that are worked out together, by name. */
type Tables = Readonly<Record<string, Rows>>;

/** How often something was to be looked at again. */
export type RenewalCounter = { readonly renewals: number };

/**
 * Tables that several viewers are shown alike, or that one viewer is shown again and again: worked out once for all of
 * these times, and the same object for as long as they say the same. They hold what they are given and decide nothing
 * about who may know it.
 */
export class SharedTables {
  readonly #glances = new Owned();
  readonly #owned = new Map<object, Owned>();
  readonly #joined = new Map<string, Joined>();
  /** How often anything was to be looked at again, and how often everything was. */
  #renewals = 0;
  #renewalsOfAll = 0;

  /** Counts how often anything was to be looked at again. */
  get renewals(): number {
    return this.#renewals;
  }

  /** Counts how often everything was to be looked at again. */
  get renewalsOfAll(): number {
    return this.#renewalsOfAll;
  }

  /** Counts how often this owner is to be looked at again, until everything is. */
  counterOf(owner: object): RenewalCounter {
    return this.#of(owner);
  }

  /** Counts how often the tables of the whole class are to be looked at again. */
  get glanceCounter(): RenewalCounter {
    return this.#glances;
  }

  /** Something may have happened to this owner: what changes with it is looked at again when it is asked for. */
  renew(owner: object): void {
    this.#renewals += 1;
    this.#owned.get(owner)?.renew();
  }

  /** Tables of the whole class are looked at again. */
  renewGlances(): void {
    this.#renewals += 1;
    this.#glances.renew();
  }

  /** Everything is looked at again; who was not asked about since the last time may be gone, and is forgotten. */
  renewAll(): void {
    this.#renewals += 1;
    this.#renewalsOfAll += 1;
    for (const [owner, owned] of this.#owned) {
      owned.renew();
      if (!owned.takeAsked()) this.#owned.delete(owner);
    }
    this.#glances.renew();
  }

  /** A table that changes with what happens to its owner: a network, a desk, a player. */
  table<T extends Rows>(owner: object, name: string, work: () => T): T {
    const owned = this.#of(owner);
    return owned.fresh<{ now: T }>(name)?.now ?? owned.put(name, { now: work() }).now;
  }

  /** Several tables of one owner. */
  tables<T extends Tables>(owner: object, name: string, work: () => T): T {
    const owned = this.#of(owner);
    return owned.fresh<T>(name) ?? owned.put(name, work());
  }

  /** A table of the whole class: what happens at desks may show in it a glance later. */
  glance<T extends Rows>(name: string, work: () => T): T {
    const glances = this.#glances;
    return glances.fresh<{ now: T }>(name)?.now ?? glances.put(name, { now: work() }).now;
  }

  /** The tables of several owners as one; what they are is not even asked for until something happens to any owner. */
  join<T extends Rows>(name: string, partsOf: () => readonly T[]): T {
    const before = this.#joined.get(name);
    if (before?.renewals === this.#renewals) return before.table as T;
    const parts = partsOf();
    const isAsBefore = before !== undefined && areSame(before.parts, parts);
    const table = isAsBefore ? before.table : Object.assign({}, ...parts);
    this.#joined.set(name, { renewals: this.#renewals, parts, table });
    return table;
  }

  #of(owner: object): Owned {
    const owned = this.#owned.get(owner) ?? new Owned();
    this.#owned.set(owner, owned);
    return owned;
  }
}

type Joined = {
  readonly renewals: number;
  readonly parts: readonly Rows[];
  readonly table: Rows;
};

/** What was worked out for one owner. */
class Owned {
  /** How often it was to be looked at again. */
  renewals = 0;
  #isAsked = false;
  readonly #known = new Map<string, { tables: Tables; at: number }>();

  renew(): void {
    this.renewals += 1;
  }

  /** Whether anything was worked out for it since this was last asked. */
  takeAsked(): boolean {
    const isAsked = this.#isAsked;
    this.#isAsked = false;
    return isAsked;
  }

  fresh<T extends Tables>(name: string): T | undefined {
    const known = this.#known.get(name);
    return known?.at === this.renewals ? (known.tables as T) : undefined;
  }

  put<T extends Tables>(name: string, worked: T): T {
    const tables = keepSameTables(this.#known.get(name)?.tables as T | undefined, worked);
    this.#known.set(name, { tables, at: this.renewals });
    this.#isAsked = true;
    return tables;
  }
}

const areSame = (before: readonly Rows[], parts: readonly Rows[]): boolean =>
  before.length === parts.length && parts.every((part, index) => part === before[index]);

/** The table in which the viewer's own row says so; everybody else's rows are the shared ones. */
export function withYours<R extends { readonly you: boolean }>(
  table: Rows<R>,
  id: string | undefined,
): Rows<R> {
  const row = id === undefined ? undefined : table[id];
  if (id === undefined || row === undefined) return table;
  const views = yours.get(table) ?? {};
  yours.set(table, views);
  views[id] ??= { ...table, [id]: yoursOf(row) as R };
  return views[id] as Rows<R>;
}

const yoursOf = remembered((row: object) => ({ ...row, you: true }));

const yours = new WeakMap<Rows, Record<string, Rows>>();

function keepSameTables<T extends Tables>(before: T | undefined, now: T): T {
  if (before === undefined) return now;
  const tables: Record<string, Rows> = {};
  for (const name in now) tables[name] = keepSame(before[name], now[name] as Rows);
  return tables as T;
}

/** The new table with every row that says the same as before in its old place; the old table, if all of it does. */
function keepSame<T extends Rows>(before: T | undefined, now: T): T {
  if (before === undefined || before === now) return now;
  return isAsBefore(before, now) ? before : withOldRows(before, now);
}

function isAsBefore(before: Rows, now: Rows): boolean {
  let rows = 0;
  for (const id in now) {
    const [old, row] = [before[id], now[id] as object];
    if (old === undefined || !saysTheSame(old, row)) return false;
    rows += 1;
  }
  for (const _ in before) rows -= 1;
  return rows === 0;
}

function withOldRows<T extends Rows>(before: T, now: T): T {
  const rows: Record<string, object> = {};
  for (const id in now) {
    const [old, row] = [before[id], now[id] as object];
    rows[id] = old !== undefined && saysTheSame(old, row) ? old : row;
  }
  return rows as T;
}

function saysTheSame(a: object, b: object): boolean {
  if (a === b) return true;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let columns = 0;
  for (const column in one) {
    if (one[column] !== other[column]) return false;
    if (one[column] !== undefined) columns += 1;
  }
  for (const column in other) if (other[column] !== undefined) columns -= 1;
  return columns === 0;
}

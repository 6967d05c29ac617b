type Rows<R extends object = object> = Readonly<Record<string, R>>;

/**
 * Tables that several viewers are shown alike: worked out once a moment for all of them, and the same object for as long
 * as they say the same. They hold what they are given and decide nothing about who may know it.
 */
export class SharedTables {
  readonly #known = new Map<string, Rows>();
  readonly #joined = new Map<string, { readonly parts: readonly Rows[]; readonly table: Rows }>();
  readonly #looked = new Set<string>();
  readonly #glanced = new Set<string>();

  /** Something may have happened at desks: what changes with them is looked at again when it is asked for. */
  renew(): void {
    this.#looked.clear();
  }

  /** Everything is looked at again. */
  renewAll(): void {
    this.#looked.clear();
    this.#glanced.clear();
  }

  /** A table that changes with what happens at desks. */
  table<T extends Rows>(name: string, work: () => T): T {
    return this.#table(name, this.#looked, work);
  }

  /** A table of the whole class: what happens at desks may show in it a glance later. */
  glance<T extends Rows>(name: string, work: () => T): T {
    return this.#table(name, this.#glanced, work);
  }

  /** The tables of several networks as one. */
  join<T extends Rows>(name: string, parts: readonly T[]): T {
    const before = this.#joined.get(name);
    if (before !== undefined && areSame(before.parts, parts)) return before.table as T;
    const table: T = Object.assign({}, ...parts);
    this.#joined.set(name, { parts, table });
    return table;
  }

  #table<T extends Rows>(name: string, seen: Set<string>, work: () => T): T {
    const known = this.#known.get(name) as T | undefined;
    if (known !== undefined && seen.has(name)) return known;
    const table = keepSame(known, work());
    this.#known.set(name, table);
    seen.add(name);
    return table;
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
  views[id] ??= { ...table, [id]: { ...row, you: true } };
  return views[id] as Rows<R>;
}

const yours = new WeakMap<Rows, Record<string, Rows>>();

/** The new table with every row that says the same as before in its old place; the old table, if all of it does. */
function keepSame<T extends Rows>(before: T | undefined, now: T): T {
  if (before === undefined) return now;
  const rows: Record<string, object> = {};
  let same = 0;
  let count = 0;
  for (const id in now) {
    const [old, row] = [before[id], now[id] as object];
    const isSame = old !== undefined && saysTheSame(old, row);
    rows[id] = isSame ? old : row;
    if (isSame) same += 1;
    count += 1;
  }
  return same === count && count === Object.keys(before).length ? before : (rows as T);
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

import { contains, type Ipv4Address, maskOf, type Prefix } from "../../wire/ipv4-address.ts";

/** One row of a routing table: everything inside the prefix leaves through the exit. */
export type Route = { readonly prefix: Prefix; readonly exit: string; readonly metric?: number };

/** Rows in the order they are tried: the longest prefix first. */
export type RoutingTable = readonly Route[];

/** A table with the longest prefixes first, and of one length the least metric; equals keep their order. */
export const routingTable = (routes: readonly Route[]): RoutingTable =>
  [...routes].sort((a, b) => b.prefix.length - a.prefix.length || metricOf(a) - metricOf(b));

/**
 * The row with the longest matching prefix, and of several the least metric (RFC 1812 §5.2.4.3); undefined where
 * nothing matches. Rows whose exit is down do not count.
 */
export const longestMatch = (
  table: RoutingTable,
  destination: Ipv4Address,
  down: readonly string[] = noneDown,
): Route | undefined => {
  for (const { mask, rows } of compiled(table)) {
    for (const route of rows.get(destination & mask) ?? noRows) {
      if (!down.includes(route.exit)) return route;
    }
  }
  return undefined;
};

export const metricOf = (route: Route): number => route.metric ?? 1;

const noneDown: readonly string[] = [];
const noRows: readonly Route[] = [];

/** The rows of one length, found by the bits that they compare. */
type Compiled = { readonly mask: number; readonly rows: Map<number, Route[]> };

/** What was compiled from a table: every packet asks, and no table changes. */
const known = new WeakMap<RoutingTable, readonly Compiled[]>();

function compiled(table: RoutingTable): readonly Compiled[] {
  const before = known.get(table);
  if (before !== undefined) return before;
  const lengths: Compiled[] = [];
  for (const route of table) {
    const mask = maskOf(route.prefix.length);
    if (lengths.at(-1)?.mask !== mask) lengths.push({ mask, rows: new Map() });
    const bits = route.prefix.address & mask;
    const rows = lengths.at(-1)?.rows;
    rows?.set(bits, [...(rows.get(bits) ?? noRows), route]);
  }
  known.set(table, lengths);
  return lengths;
}

/** Whether any row of the table leads this destination out of this exit, long or short. */
export const matchesExit = (table: RoutingTable, destination: Ipv4Address, exit: string): boolean =>
  table.some((route) => route.exit === exit && contains(route.prefix, destination));

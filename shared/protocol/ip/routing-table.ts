import { contains, type Ipv4Address, type Prefix } from "../../wire/ipv4-address.ts";

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
  for (const route of table) {
    if (contains(route.prefix, destination) && !down.includes(route.exit)) return route;
  }
  return undefined;
};

export const metricOf = (route: Route): number => route.metric ?? 1;

const noneDown: readonly string[] = [];

/** Whether any row of the table leads this destination out of this exit, long or short. */
export const matchesExit = (table: RoutingTable, destination: Ipv4Address, exit: string): boolean =>
  table.some((route) => route.exit === exit && contains(route.prefix, destination));

import { contains, type Ipv4Address, type Prefix } from "../../wire/ipv4-address.ts";

/** One row of a routing table: everything inside the prefix leaves through the exit. */
export type Route = { readonly prefix: Prefix; readonly exit: string };

/** Rows in the order they are tried: the longest prefix first. */
export type RoutingTable = readonly Route[];

/** A table with the longest prefixes first; rows of one length keep their order. */
export const routingTable = (routes: readonly Route[]): RoutingTable =>
  [...routes].sort((a, b) => b.prefix.length - a.prefix.length);

/** The row with the longest matching prefix (RFC 1812 §5.2.4.3); undefined where nothing matches. */
export const longestMatch = (table: RoutingTable, destination: Ipv4Address): Route | undefined =>
  table.find((route) => contains(route.prefix, destination));

/** Whether any row of the table leads this destination out of this exit, long or short. */
export const matchesExit = (table: RoutingTable, destination: Ipv4Address, exit: string): boolean =>
  table.some((route) => route.exit === exit && contains(route.prefix, destination));

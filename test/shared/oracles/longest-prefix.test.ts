import { expect, test } from "vitest";
import { type Chance, drawBits, drawWhole, namedChance } from "../../../shared/lib/chance.ts";
import {
  longestMatch,
  type Route,
  routingTable,
} from "../../../shared/protocol/ip/routing-table.ts";
import type { Ipv4Address } from "../../../shared/wire/ipv4-address.ts";

const prefixes = 100_000;
const lookups = 1_000;

const chance = namedChance(1, "longest prefix");

/** A hundred thousand random rows; of two for one prefix the first counts. */
const routes = Array.from({ length: prefixes }, (_, row) => drawRoute(chance, `exit ${row}`));

function drawRoute(chance: Chance, exit: string): Route {
  const length = drawWhole(chance, 0, 32);
  const address = (drawBits(chance) & maskOf(length)) >>> 0;
  return { prefix: { address: address as Ipv4Address, length }, exit };
}

function maskOf(length: number): number {
  return length === 0 ? 0 : -1 << (32 - length);
}

/** Any address, or one inside a row that was drawn: only few rows are long and match at all. */
function drawAddress(chance: Chance): Ipv4Address {
  const { prefix } = routes[drawWhole(chance, 0, prefixes - 1)] as Route;
  const host = drawBits(chance) & ~maskOf(prefix.length);
  return ((prefix.address | host) >>> 0) as Ipv4Address;
}

/** All rows, one after the other, by division instead of masks; of equals the first. */
function searchNaively(address: Ipv4Address): Route | undefined {
  let best: Route | undefined;
  for (const route of routes) {
    const { prefix } = route;
    const size = 2 ** (32 - prefix.length);
    if (Math.floor(address / size) !== Math.floor(prefix.address / size)) continue;
    if (best === undefined || prefix.length > best.prefix.length) best = route;
  }
  return best;
}

test(`over ${prefixes} random prefixes it finds what a naive search finds`, () => {
  const table = routingTable(routes);
  const lengths = new Set<number>();
  for (let lookup = 0; lookup < lookups; lookup++) {
    const address = drawAddress(chance);
    const found = longestMatch(table, address);
    expect(found).toBe(searchNaively(address));
    lengths.add(found?.prefix.length ?? -1);
  }
  expect(lengths.size).toBeGreaterThan(15);
});

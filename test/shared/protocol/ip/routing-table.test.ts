import fc from "fast-check";
import { expect, test } from "vitest";
import {
  longestMatch,
  matchesExit,
  metricOf,
  type Route,
  routingTable,
} from "../../../../shared/protocol/ip/routing-table.ts";
import {
  formatPrefix,
  type Ipv4Address,
  ipv4Address,
  parseIpv4Address,
} from "../../../../shared/wire/ipv4-address.ts";

const route = (text: string, exit: string, metric?: number): Route => {
  const [address = "", length] = text.split("/");
  return {
    prefix: {
      address: parseIpv4Address(address) ?? ipv4Address(0, 0, 0, 0),
      length: Number(length),
    },
    exit,
    ...(metric === undefined ? {} : { metric }),
  };
};

const table = routingTable([
  route("0.0.0.0/0", "default"),
  route("10.0.0.0/16", "backbone"),
  route("10.0.3.0/24", "class3"),
  route("10.0.3.80/32", "server"),
  route("10.0.3.0/25", "front row"),
]);

test.each([
  ["10.0.3.80", "server"],
  ["10.0.3.81", "front row"],
  ["10.0.3.127", "front row"],
  ["10.0.3.128", "class3"],
  ["10.0.4.1", "backbone"],
  ["10.1.0.0", "default"],
  ["255.255.255.255", "default"],
])("%s leaves by %s: the longest prefix wins", (address, exit) => {
  expect(longestMatch(table, parseIpv4Address(address) as Ipv4Address)?.exit).toBe(exit);
});

test("a table without a default has no route for what lies outside", () => {
  const inside = routingTable([route("10.0.0.0/16", "backbone")]);
  expect(longestMatch(inside, ipv4Address(192, 0, 2, 1))).toBeUndefined();
  expect(longestMatch(routingTable([]), ipv4Address(10, 0, 0, 1))).toBeUndefined();
});

test("of two equal prefixes the one written first is taken", () => {
  const twice = routingTable([route("10.0.0.0/16", "first"), route("10.0.0.0/16", "second")]);
  expect(longestMatch(twice, ipv4Address(10, 0, 9, 9))?.exit).toBe("first");
});

/** Two ways to class 3, a short one and a detour, and a third by way of everything. */
const withDetour = routingTable([
  route("10.0.0.0/16", "backbone"),
  route("10.0.3.0/24", "detour", 2),
  route("10.0.3.0/24", "short way"),
  route("10.0.4.0/24", "class4", 7),
]);

test.each([
  ["10.0.3.80", [], "short way"],
  ["10.0.3.80", ["short way"], "detour"],
  ["10.0.3.80", ["detour"], "short way"],
  ["10.0.3.80", ["short way", "detour"], "backbone"],
  ["10.0.3.80", ["short way", "detour", "backbone"], undefined],
  ["10.0.4.1", [], "class4"],
  ["10.0.4.1", ["class4"], "backbone"],
  ["10.0.9.9", ["short way", "class4"], "backbone"],
])("%s leaves, while %j are down, by %s", (address, down, exit) => {
  const to = parseIpv4Address(address) as Ipv4Address;
  expect(longestMatch(withDetour, to, down)?.exit).toBe(exit);
});

test("a longer prefix wins over a shorter one, however large its metric", () => {
  const table = routingTable([
    route("10.0.0.0/16", "backbone", 1),
    route("10.0.3.0/24", "far", 16),
  ]);
  expect(longestMatch(table, ipv4Address(10, 0, 3, 1))?.exit).toBe("far");
});

test("a row without a metric has metric 1", () => {
  const table = routingTable([
    route("10.0.3.0/24", "two", 2),
    route("10.0.3.0/24", "plain"),
    route("10.0.3.0/24", "one", 1),
  ]);
  expect(table.map((row) => [row.exit, metricOf(row)])).toEqual([
    ["plain", 1],
    ["one", 1],
    ["two", 2],
  ]);
});

const bitsOf = (address: number): string => address.toString(2).padStart(32, "0");

/** The same rule, written as slowly as RFC 1812 §5.2.4.3 says it: compare bit by bit, keep the longest, then the nearest. */
function naiveMatch(
  routes: readonly Route[],
  address: Ipv4Address,
  down: readonly string[] = [],
): Route | undefined {
  let best: Route | undefined;
  for (const candidate of routes.filter(({ exit }) => !down.includes(exit))) {
    const { prefix, metric = 1 } = candidate;
    const isInside = bitsOf(address).startsWith(bitsOf(prefix.address).slice(0, prefix.length));
    if (!isInside) continue;
    const [length, least] = [best?.prefix.length ?? -1, best?.metric ?? 1];
    if (prefix.length > length || (prefix.length === length && metric < least)) best = candidate;
  }
  return best;
}

/** Addresses that share many leading bits, so that several rows match. */
const anAddress = fc
  .tuple(fc.constantFrom(0x0a000300, 0x0a00ff00, 0xc0000200), fc.nat(0xffff))
  .map(([base, low]) => ((base ^ low) >>> 0) as Ipv4Address);
const anExit = fc.constantFrom("a", "b", "c", "d");
const someRoutes = fc.array(
  fc
    .tuple(anAddress, fc.integer({ min: 0, max: 32 }), anExit, fc.constantFrom(undefined, 1, 2, 3))
    .map(([address, length, exit, metric]): Route => {
      const row = { prefix: { address, length }, exit };
      return metric === undefined ? row : { ...row, metric };
    }),
  { maxLength: 20 },
);

test("over any table, with any exits down, it finds what a bit-by-bit search finds", () => {
  fc.assert(
    fc.property(someRoutes, anAddress, fc.uniqueArray(anExit), (routes, address, down) => {
      const found = longestMatch(routingTable(routes), address, down);
      expect(found).toBe(naiveMatch(routes, address, down));
    }),
    { numRuns: 400 },
  );
});

test("an exit matches when any row, long or short, leads out of it", () => {
  fc.assert(
    fc.property(someRoutes, anAddress, anExit, (routes, to, exit) => {
      const mine = routes.filter((row) => row.exit === exit);
      expect(matchesExit(routingTable(routes), to, exit)).toBe(naiveMatch(mine, to) !== undefined);
    }),
  );
});

test("a table lists its longest prefixes first", () => {
  expect(table.map(({ prefix }) => formatPrefix(prefix))).toEqual([
    "10.0.3.80/32",
    "10.0.3.0/25",
    "10.0.3.0/24",
    "10.0.0.0/16",
    "0.0.0.0/0",
  ]);
});

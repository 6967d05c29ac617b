import fc from "fast-check";
import { expect, test } from "vitest";
import {
  longestMatch,
  matchesExit,
  type Route,
  routingTable,
} from "../../../../shared/protocol/ip/routing-table.ts";
import {
  formatPrefix,
  type Ipv4Address,
  ipv4Address,
  parseIpv4Address,
} from "../../../../shared/wire/ipv4-address.ts";

const route = (text: string, exit: string): Route => {
  const [address = "", length] = text.split("/");
  return {
    prefix: {
      address: parseIpv4Address(address) ?? ipv4Address(0, 0, 0, 0),
      length: Number(length),
    },
    exit,
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

const bitsOf = (address: number): string => address.toString(2).padStart(32, "0");

/** The same rule, written as slowly as RFC 1812 §5.2.4.3 says it: compare bit by bit, keep the longest. */
function naiveMatch(routes: readonly Route[], address: Ipv4Address): Route | undefined {
  let best: Route | undefined;
  for (const candidate of routes) {
    const { prefix } = candidate;
    const isInside = bitsOf(address).startsWith(bitsOf(prefix.address).slice(0, prefix.length));
    if (isInside && (best === undefined || prefix.length > best.prefix.length)) best = candidate;
  }
  return best;
}

/** Addresses that share many leading bits, so that several rows match. */
const anAddress = fc
  .tuple(fc.constantFrom(0x0a000300, 0x0a00ff00, 0xc0000200), fc.nat(0xffff))
  .map(([base, low]) => ((base ^ low) >>> 0) as Ipv4Address);
const someRoutes = fc.array(
  fc
    .tuple(anAddress, fc.integer({ min: 0, max: 32 }), fc.constantFrom("a", "b", "c", "d"))
    .map(([address, length, exit]): Route => ({ prefix: { address, length }, exit })),
  { maxLength: 20 },
);

test("over any table it finds what a bit-by-bit search finds", () => {
  fc.assert(
    fc.property(someRoutes, anAddress, (routes, address) => {
      expect(longestMatch(routingTable(routes), address)).toBe(naiveMatch(routes, address));
    }),
  );
});

test("an exit matches when any row, long or short, leads out of it", () => {
  fc.assert(
    fc.property(someRoutes, anAddress, fc.constantFrom("a", "b", "c", "d"), (routes, to, exit) => {
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

import fc from "fast-check";
import { IPv4 } from "ipaddr.js";
import { expect, test } from "vitest";
import {
  contains,
  formatIpv4Address,
  formatPrefix,
  type Ipv4Address,
  parseIpv4Address,
} from "../../../shared/wire/ipv4-address.ts";
import { anAddress } from "../wire/arbitraries.ts";

/** Four octets in decimal, of which some are too large, empty, signed, or written with a zero in front. */
const anOctet = fc.oneof(
  { weight: 8, arbitrary: fc.nat(255).map(String) },
  { weight: 1, arbitrary: fc.nat(999).map(String) },
  { weight: 1, arbitrary: fc.constantFrom("", "00", "007", "0x1f", "-1", "+1", " 1", "1e2", "1.") },
);
const aText = fc
  .array(anOctet, { minLength: 3, maxLength: 5 })
  .map((octets) => octets.join("."))
  .chain((text) => fc.constantFrom(text, text, text, ` ${text}`, `${text}\n`, `${text}/24`));

const octetsOf = (address: Ipv4Address): number[] =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);

test("ipaddr.js takes a text for four octets in decimal exactly when we do, and reads the same address", () => {
  fc.assert(
    fc.property(aText, (text) => {
      const ours = parseIpv4Address(text);
      expect(ours !== undefined).toBe(IPv4.isValidFourPartDecimal(text));
      if (ours !== undefined) expect(octetsOf(ours)).toEqual(IPv4.parse(text).octets);
    }),
    { numRuns: 5_000 },
  );
});

test("ipaddr.js writes and reads every address as we do", () => {
  fc.assert(
    fc.property(anAddress, (address) => {
      const text = new IPv4(octetsOf(address)).toString();
      expect(formatIpv4Address(address)).toBe(text);
      expect(parseIpv4Address(text)).toBe(address);
    }),
    { numRuns: 2_000 },
  );
});

/** Two addresses that share some leading bits, often as many as the prefix is long. */
const aPrefixAndAnAddress = fc
  .tuple(anAddress, fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 32 }), anAddress)
  .map(([address, length, shared, other]) => ({
    prefix: { address, length },
    address: ((address ^ (shared === 32 ? 0 : other >>> shared)) >>> 0) as Ipv4Address,
  }));

test("ipaddr.js finds an address inside a prefix exactly when we do", () => {
  fc.assert(
    fc.property(aPrefixAndAnAddress, ({ prefix, address }) => {
      const range = IPv4.parseCIDR(formatPrefix(prefix));
      expect(contains(prefix, address)).toBe(new IPv4(octetsOf(address)).match(range));
    }),
    { numRuns: 5_000 },
  );
});

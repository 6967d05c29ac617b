import fc from "fast-check";
import { expect, test } from "vitest";
import {
  broadcastAddress,
  contains,
  formatIpv4Address,
  formatPrefix,
  type Ipv4Address,
  ipv4Address,
  isUnicast,
  parseIpv4Address,
} from "../../../shared/wire/ipv4-address.ts";
import { anAddress } from "./arbitraries.ts";

test("an address survives being written as text", () => {
  fc.assert(
    fc.property(anAddress, (address) => {
      expect(parseIpv4Address(formatIpv4Address(address))).toBe(address);
    }),
  );
});

test.each([
  "",
  "10.0.3",
  "10.0.3.80.1",
  "10.0.3.256",
  "10.0.03.80",
  "10.0.3.-1",
  "10.0.3.80 ",
  "0x0a.0.3.80",
])("%j is no address", (text) => {
  expect(parseIpv4Address(text)).toBeUndefined();
});

test.each([
  [0, "10.0.3.80", "198.51.100.7"],
  [8, "10.255.0.1", "11.0.0.1"],
  [23, "10.0.3.255", "10.0.4.0"],
  [24, "10.0.2.0", "10.0.3.0"],
  [31, "10.0.2.1", "10.0.2.2"],
  [32, "10.0.2.0", "10.0.2.1"],
])("a prefix of %i bits compares those, and no more (RFC 4632 §3.1)", (length, inside, outside) => {
  const prefix = { address: ipv4Address(10, 0, 2, 0), length };
  const at = (text: string) => contains(prefix, parseIpv4Address(text) as Ipv4Address);
  expect(at(inside)).toBe(true);
  expect(at(outside)).toBe(length === 0);
});

test("a prefix is written with its length behind it", () => {
  expect(formatPrefix({ address: ipv4Address(10, 0, 3, 0), length: 24 })).toBe("10.0.3.0/24");
});

test.each([
  ["0.0.0.0", false],
  ["0.1.2.3", false],
  ["1.0.0.0", true],
  ["10.0.3.80", true],
  ["126.255.255.255", true],
  ["127.0.0.1", false],
  ["128.0.0.1", true],
  ["223.255.255.255", true],
  ["224.0.0.1", false],
  ["240.0.0.1", false],
  ["255.255.255.255", false],
])("%s is the address of one machine on a link: %s (RFC 1122 §3.2.1.3)", (text, is) => {
  expect(isUnicast(parseIpv4Address(text) as Ipv4Address)).toBe(is);
});

test("the address of everybody is all ones", () => {
  expect(formatIpv4Address(broadcastAddress)).toBe("255.255.255.255");
});

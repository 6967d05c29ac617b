import fc from "fast-check";
import { expect, test } from "vitest";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import {
  broadcastMacAddress,
  formatMacAddress,
  isGroupMacAddress,
  isLinkMacAddress,
  type MacAddress,
  macAddressOf,
  parseMacAddress,
  readMacAddress,
  writeMacAddress,
} from "../../../shared/wire/mac-address.ts";
import { aMacAddress, anAddress } from "./arbitraries.ts";

test("an address survives being written as text", () => {
  fc.assert(
    fc.property(aMacAddress, (address) => {
      expect(parseMacAddress(formatMacAddress(address))).toBe(address);
    }),
  );
});

test("an address survives travelling", () => {
  fc.assert(
    fc.property(aMacAddress, (address) => {
      const fields = new DataView(new ArrayBuffer(8));
      writeMacAddress(fields, 2, address);
      expect(readMacAddress(fields, 2)).toBe(address);
      expect(fields.getUint16(0)).toBe(0);
    }),
  );
});

test("a box carries its IPv4 address in a locally administered one", () => {
  expect(formatMacAddress(macAddressOf(ipv4Address(10, 0, 3, 80)))).toBe("02:00:0a:00:03:50");
  expect(formatMacAddress(broadcastMacAddress)).toBe("ff:ff:ff:ff:ff:ff");
});

test("two boxes never share a hardware address", () => {
  fc.assert(
    fc.property(anAddress, anAddress, (one, other) => {
      expect(macAddressOf(one) === macAddressOf(other)).toBe(one === other);
    }),
  );
});

test.each(["", "02:00:0a:00:03", "02:00:0a:00:03:50:01", "2:0:a:0:3:50", "02-00-0a-00-03-50"])(
  "%j is no hardware address",
  (text) => {
    expect(parseMacAddress(text)).toBeUndefined();
  },
);

test.each([
  ["02:00:0a:00:03:50", false, false],
  ["01:00:5e:00:00:01", true, false],
  ["33:33:00:00:00:01", true, false],
  ["fe:ff:ff:ff:ff:ff", false, false],
  ["01:80:c2:00:00:00", true, true],
  ["01:80:c2:00:00:0f", true, true],
  ["01:80:c2:00:00:10", true, false],
  ["ff:ff:ff:ff:ff:ff", true, false],
])("%s stands for many: %s, and for the ends of one line: %s", (text, isGroup, isLink) => {
  const address = parseMacAddress(text) as MacAddress;
  expect(isGroupMacAddress(address)).toBe(isGroup);
  expect(isLinkMacAddress(address)).toBe(isLink);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decodeEthernetFrame,
  encodeEthernetFrame,
  etherTypes,
} from "../../../shared/wire/ethernet-frame.ts";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import { macAddressOf } from "../../../shared/wire/mac-address.ts";
import { aMacAddress, mangled } from "./arbitraries.ts";
import { hex } from "./hex.ts";

const aFrame = fc.record({
  destination: aMacAddress,
  source: aMacAddress,
  etherType: fc.integer({ min: 0x0600, max: 0xffff }),
  payload: fc.uint8Array({ maxLength: 200 }),
});

test("a frame starts with both addresses and the type, and is padded to 60 octets", () => {
  const octets = encodeEthernetFrame({
    destination: macAddressOf(ipv4Address(10, 0, 3, 80)),
    source: macAddressOf(ipv4Address(10, 0, 1, 10)),
    etherType: etherTypes.ipv4,
    payload: hex("45 00"),
  });
  expect(octets).toEqual(hex(`02 00 0a 00 03 50 02 00 0a 00 01 0a 08 00 45 00${"00".repeat(44)}`));
});

test("the type of IPv4 is 0800, and that of ARP 0806", () => {
  const box = macAddressOf(ipv4Address(10, 0, 3, 80));
  const frame = { destination: box, source: box, payload: hex("") };
  const typeOf = (etherType: number) =>
    encodeEthernetFrame({ ...frame, etherType }).subarray(12, 14);
  expect(typeOf(etherTypes.ipv4)).toEqual(hex("0800"));
  expect(typeOf(etherTypes.arp)).toEqual(hex("0806"));
});

test("decoding gives back what was encoded, and zeros where the frame was padded", () => {
  fc.assert(
    fc.property(aFrame, (frame) => {
      const padded = new Uint8Array(Math.max(46, frame.payload.length));
      padded.set(frame.payload);
      expect(decodeEthernetFrame(encodeEthernetFrame(frame))).toEqual({
        ok: true,
        value: { ...frame, payload: padded },
      });
    }),
  );
});

test.each([
  ["tooShort", "02 00 0a 00 03 50 02 00 0a 00 01 0a 08"],
  ["lengthInsteadOfType", "02 00 0a 00 03 50 02 00 0a 00 01 0a 05 ff"],
])("%s", (reason, octets) => {
  expect(decodeEthernetFrame(hex(octets))).toEqual({ ok: false, reason });
});

test("whatever arrives, decoding answers", () => {
  fc.assert(
    fc.property(mangled(aFrame.map(encodeEthernetFrame)), (octets) => {
      expect(decodeEthernetFrame(octets)).toHaveProperty("ok");
    }),
  );
});

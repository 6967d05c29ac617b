import fc from "fast-check";
import { expect, test } from "vitest";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import type { Port } from "../../../shared/wire/packet.ts";
import {
  decodeQuotedPorts,
  decodeUdpDatagram,
  encodeUdpDatagram,
} from "../../../shared/wire/udp-datagram.ts";
import { aPair, aUdpDatagram, mangled } from "./arbitraries.ts";
import { hex } from "./hex.ts";

const pair = { source: ipv4Address(10, 0, 1, 10), destination: ipv4Address(10, 0, 3, 80) };
const ports = { sourcePort: 49_152 as Port, destinationPort: 13 as Port };

test("a datagram of RFC 768, summed by hand", () => {
  // pseudo-header 0a00 + 010a + 0a00 + 0350 + 0011 + 000c = 1877; with c000 + 000d + 000c + 7469 + 6d65 = ba5f
  const octets = hex("c000 000d 000c 45a0 7469 6d65");
  const datagram = { ...ports, payload: hex("7469 6d65") };
  expect(encodeUdpDatagram(datagram, pair)).toEqual(octets);
  expect(decodeUdpDatagram(octets, pair)).toEqual({ ok: true, value: datagram });
});

test("a checksum that comes out as zero is sent as all ones", () => {
  // pseudo-header 1875 + c000 + 000d + 000a = d88c, and d88c + 2773 = ffff
  const datagram = { ...ports, payload: hex("2773") };
  const octets = hex("c000 000d 000a ffff 2773");
  expect(encodeUdpDatagram(datagram, pair)).toEqual(octets);
  expect(decodeUdpDatagram(octets, pair)).toEqual({ ok: true, value: datagram });
});

test("a received zero says that there is no checksum", () => {
  expect(decodeUdpDatagram(hex("c000 000d 000a 0000 cafe"), pair)).toEqual({
    ok: true,
    value: { ...ports, payload: hex("cafe") },
  });
});

test("decoding gives back what was encoded, and no checksum on the wire is zero", () => {
  fc.assert(
    fc.property(aUdpDatagram, aPair, (datagram, between) => {
      const octets = encodeUdpDatagram(datagram, between);
      expect(decodeUdpDatagram(octets, between)).toEqual({ ok: true, value: datagram });
      expect(octets.subarray(6, 8)).not.toEqual(hex("0000"));
    }),
  );
});

test("octets behind the datagram are padding", () => {
  expect(decodeUdpDatagram(hex("c000 000d 000c 45a0 7469 6d65 0000"), pair)).toEqual({
    ok: true,
    value: { ...ports, payload: hex("7469 6d65") },
  });
});

test.each([
  ["tooShort", "c000 000d 0008 00"],
  ["badLength", "c000 000d 0007 0000 7469"],
  ["badLength", "c000 000d 000d 45a0 7469 6d65"],
  ["badChecksum", "c000 000d 000c 45a1 7469 6d65"],
  ["badChecksum", "c001 000d 000c 45a0 7469 6d65"],
])("%s: %s", (reason, octets) => {
  expect(decodeUdpDatagram(hex(octets), pair)).toEqual({ ok: false, reason });
});

test("one flipped bit of the text is always noticed", () => {
  fc.assert(
    fc.property(aUdpDatagram, aPair, fc.nat(), fc.nat(7), (datagram, between, pick, bit) => {
      fc.pre(datagram.payload.length > 0);
      const octets = encodeUdpDatagram(datagram, between);
      const at = 8 + (pick % datagram.payload.length);
      octets[at] = (octets[at] ?? 0) ^ (1 << bit);
      expect(decodeUdpDatagram(octets, between)).toEqual({ ok: false, reason: "badChecksum" });
    }),
  );
});

test("a datagram brought to another address is noticed", () => {
  const octets = hex("c000 000d 000c 45a0 7469 6d65");
  const elsewhere = { ...pair, destination: ipv4Address(10, 0, 3, 81) };
  expect(decodeUdpDatagram(octets, elsewhere)).toEqual({ ok: false, reason: "badChecksum" });
});

test("a quote gives its ports though the datagram is cut off", () => {
  expect(decodeQuotedPorts(hex("c000 000d 000c 45a0"))).toEqual({ ok: true, value: ports });
  expect(decodeQuotedPorts(hex("c000 000d"))).toEqual({ ok: false, reason: "tooShort" });
});

test("whatever arrives, decoding answers, and what it accepts it would send again", () => {
  const good = aUdpDatagram.map((datagram) => encodeUdpDatagram(datagram, pair));
  const withoutChecksum = (octets: Uint8Array) => octets.map((it, at) => (at >> 1 === 3 ? 0 : it));
  const bad = mangled(good);
  fc.assert(
    fc.property(fc.oneof(bad, bad.map(withoutChecksum)), (octets) => {
      const answer = decodeUdpDatagram(octets, pair);
      if (answer.ok)
        expect(decodeUdpDatagram(encodeUdpDatagram(answer.value, pair), pair)).toEqual(answer);
    }),
    { numRuns: 500 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { checksumOf, updateChecksum } from "../../../shared/wire/checksum.ts";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import {
  decodeIpv4Packet,
  decodeQuotedIpv4Packet,
  encodeIpv4Packet,
  type Ipv4Packet,
  ipProtocols,
} from "../../../shared/wire/ipv4-packet.ts";
import { anIpv4Packet, mangled } from "./arbitraries.ts";
import { hex } from "./hex.ts";

const packet: Ipv4Packet = {
  header: {
    source: ipv4Address(10, 0, 1, 10),
    destination: ipv4Address(10, 0, 3, 80),
    ttl: 7,
    identification: 0x0101,
  },
  protocol: ipProtocols.udp,
  dontFragment: false,
  payload: hex("c000 000d 000c 45a0 7469 6d65"),
};

// 4500 + 0020 + 0101 + 0711 + 0a00 + 010a + 0a00 + 0350 = 658c, and ~658c = 9a73
const golden = "4500 0020 0101 0000 0711 9a73 0a00 010a 0a00 0350 c000 000d 000c 45a0 7469 6d65";

/** The octets with their header checksum made right again after a change. */
function sealed(octets: Uint8Array): Uint8Array {
  if (octets.length < 20) return octets;
  const fields = new DataView(octets.buffer, octets.byteOffset);
  fields.setUint16(10, 0);
  fields.setUint16(10, checksumOf(octets.subarray(0, (fields.getUint8(0) & 15) * 4)));
  return octets;
}

test("a packet of RFC 791 §3.1, summed by hand", () => {
  expect(encodeIpv4Packet(packet)).toEqual(hex(golden));
  expect(decodeIpv4Packet(hex(golden))).toEqual({ ok: true, value: packet });
});

test("decoding gives back what was encoded, with or without padding behind it", () => {
  fc.assert(
    fc.property(anIpv4Packet, fc.nat(40), (any, padding) => {
      const octets = Uint8Array.from([...encodeIpv4Packet(any), ...new Uint8Array(padding)]);
      expect(decodeIpv4Packet(octets)).toEqual({ ok: true, value: any });
    }),
  );
});

test("options are skipped", () => {
  const octets = sealed(
    hex("4700 001e 0101 4000 0711 0000 0a00 010a 0a00 0350 0101 0101 0101 0100 cafe"),
  );
  expect(decodeIpv4Packet(octets)).toEqual({
    ok: true,
    value: { ...packet, dontFragment: true, payload: hex("cafe") },
  });
});

const route = "0a00 010a 0a00 0350";
test.each([
  ["tooShort", hex("4500 0014 0101 0000 0711 9a7f 0a00 010a 0a00 03")],
  ["otherVersion", sealed(hex(`6500 0014 0101 0000 0711 0000 ${route}`))],
  ["badHeaderLength", sealed(hex(`4400 0014 0101 0000 0711 0000 ${route}`))],
  ["badHeaderLength", sealed(hex(`4600 0018 0101 0000 0711 0000 ${route}`))],
  ["badTotalLength", sealed(hex(`4500 0013 0101 0000 0711 0000 ${route}`))],
  ["badTotalLength", sealed(hex(`4500 0015 0101 0000 0711 0000 ${route}`))],
  ["badChecksum", hex(`4500 0014 0101 0000 0711 9a80 ${route}`)],
  ["fragment", sealed(hex(`4500 0014 0101 2000 0711 0000 ${route}`))],
  ["fragment", sealed(hex(`4500 0014 0101 0001 0711 0000 ${route}`))],
])("%s", (reason, octets) => {
  expect(decodeIpv4Packet(octets)).toEqual({ ok: false, reason });
});

test("a quote may end before its own total length", () => {
  expect(decodeQuotedIpv4Packet(hex(golden).subarray(0, 28))).toEqual({
    ok: true,
    value: { ...packet, payload: hex("c000 000d 000c 45a0") },
  });
});

test("a hop updates the checksum as if it were computed anew (RFC 1624)", () => {
  fc.assert(
    fc.property(anIpv4Packet, (any) => {
      fc.pre(any.header.ttl > 0);
      const word = (ttl: number) => (ttl << 8) | any.protocol;
      const ttl = any.header.ttl - 1;
      const before = new DataView(encodeIpv4Packet(any).buffer).getUint16(10);
      const next = encodeIpv4Packet({ ...any, header: { ...any.header, ttl } });
      expect(updateChecksum(before, word(ttl + 1), word(ttl))).toBe(
        new DataView(next.buffer).getUint16(10),
      );
    }),
  );
});

test("more octets than the total length can count are refused", () => {
  expect(() => encodeIpv4Packet({ ...packet, payload: new Uint8Array(65_516) })).toThrow(
    RangeError,
  );
});

test("whatever arrives, decoding answers, and what it accepts it would send again", () => {
  const bad = mangled(anIpv4Packet.map(encodeIpv4Packet));
  fc.assert(
    fc.property(fc.oneof(bad, bad.map(sealed)), (octets) => {
      const answer = decodeIpv4Packet(octets);
      if (answer.ok) expect(decodeIpv4Packet(encodeIpv4Packet(answer.value))).toEqual(answer);
      expect(decodeQuotedIpv4Packet(octets)).toHaveProperty("ok");
    }),
    { numRuns: 500 },
  );
});

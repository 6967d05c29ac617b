import fc from "fast-check";
import { expect, test } from "vitest";
import { checksumOf, pseudoHeaderSum } from "../../../shared/wire/checksum.ts";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import { ipProtocols } from "../../../shared/wire/ipv4-packet.ts";
import type { Port } from "../../../shared/wire/packet.ts";
import {
  decodeTcpSegment,
  encodeTcpSegment,
  type TcpSegment,
} from "../../../shared/wire/tcp-segment.ts";
import { aPair, aTcpSegment, mangled } from "./arbitraries.ts";
import { hex } from "./hex.ts";

const pair = { source: ipv4Address(10, 0, 1, 10), destination: ipv4Address(10, 0, 3, 80) };

const syn: TcpSegment = {
  sourcePort: 49_152 as Port,
  destinationPort: 80 as Port,
  sequence: 100,
  acknowledgment: 0,
  flags: ["syn"],
  window: 40,
  urgentPointer: 0,
  maximumSegmentSize: 10,
  payload: hex(""),
};

/** The octets with their checksum made right again after a change. */
function sealed(octets: Uint8Array): Uint8Array {
  if (octets.length < 20) return octets;
  octets.set([0, 0], 16);
  const checksum = checksumOf(octets, pseudoHeaderSum(pair, ipProtocols.tcp, octets.length));
  octets.set([checksum >>> 8, checksum & 0xff], 16);
  return octets;
}

/** A SYN with these octets as its options, padded with end-of-list to whole words. */
function synWith(options: Uint8Array): Uint8Array {
  const octets = new Uint8Array(20 + Math.ceil(options.length / 4) * 4);
  octets.set([0xc0, 0, 0, 80]);
  octets.set([(octets.length / 4) << 4, 0x02], 12);
  octets.set(options, 20);
  return sealed(octets);
}

const sizeIn = (octets: Uint8Array) => {
  const answer = decodeTcpSegment(octets, pair);
  return answer.ok ? answer.value.maximumSegmentSize : answer.reason;
};

test("a SYN of RFC 9293 §3.1, summed by hand", () => {
  // pseudo-header 185a + 0006 + 0018 = 1878; with c000 + 0050 + 0064 + 6002 + 0028 + 0204 + 000a = 3b65
  const octets = hex("c000 0050 0000 0064 0000 0000 6002 0028 c49a 0000 0204 000a");
  expect(encodeTcpSegment(syn, pair)).toEqual(octets);
  expect(decodeTcpSegment(octets, pair)).toEqual({ ok: true, value: syn });
});

test("every flag has its own bit, CWR the highest", () => {
  const bits = (flags: TcpSegment["flags"]) => encodeTcpSegment({ ...syn, flags }, pair)[13];
  const rising = ["fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr"] as const;
  expect(rising.map((flag) => bits([flag]))).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
  expect(bits(["syn", "ack"])).toBe(0x12);
});

test("decoding gives back what was encoded", () => {
  fc.assert(
    fc.property(aTcpSegment, aPair, (segment, between) => {
      const octets = encodeTcpSegment(segment, between);
      expect(decodeTcpSegment(octets, between)).toEqual({ ok: true, value: segment });
    }),
  );
});

test("a segment without SYN neither sends nor believes a segment size", () => {
  const ack: TcpSegment = { ...syn, flags: ["ack"] };
  expect(encodeTcpSegment(ack, pair)).toHaveLength(20);
  const foreign = encodeTcpSegment(syn, pair);
  foreign[13] = 0x10;
  expect(sizeIn(sealed(foreign))).toBeUndefined();
});

test.each([
  ["alone", "0204 05b4", 1460],
  ["behind no-operations", "01 01 02 04 05b4", 1460],
  ["not on a word boundary", "01 02 04 05b4 00", 1460],
  ["behind options nobody knows", "03 03 07 08 0a 0000 0001 0000 0000 fd 02 02 04 05b4", 1460],
  ["behind the end of the list", "00 02 02 04 05b4", undefined],
  ["with a length that is not its own", "02 03 05 02 04 05b4", 1460],
  ["behind a length of zero", "63 00 02 04 05b4", undefined],
  ["behind a length of one", "63 01 02 04 05b4", undefined],
  ["behind a length that leaves the header", "63 ff 02 04 05b4", undefined],
  ["cut off by the end of the header", "01 01 01 02", undefined],
  ["cut off behind its length", "01 01 02 04", undefined],
])("a segment size %s", (_, options, size) => {
  expect(sizeIn(synWith(hex(options)))).toBe(size);
});

const start = "c000 0050 0000 0064 0000 0000";
test.each([
  ["tooShort", hex(`${start} 5002 0028 d4b6 00`)],
  ["badChecksum", hex(`${start} 5002 0028 0000 0000`)],
  ["badDataOffset", sealed(hex(`${start} 4002 0028 0000 0000`))],
  ["badDataOffset", sealed(hex(`${start} 6002 0028 0000 0000`))],
])("%s", (reason, octets) => {
  expect(decodeTcpSegment(octets, pair)).toEqual({ ok: false, reason });
});

test("one flipped bit is always noticed", () => {
  fc.assert(
    fc.property(aTcpSegment, fc.nat(), fc.nat(7), (segment, pick, bit) => {
      const octets = encodeTcpSegment(segment, pair);
      const at = pick % octets.length;
      octets[at] = (octets[at] ?? 0) ^ (1 << bit);
      expect(decodeTcpSegment(octets, pair)).toEqual({ ok: false, reason: "badChecksum" });
    }),
  );
});

test("whatever stands in the options, the segment can be read", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (options) => {
      expect(decodeTcpSegment(synWith(options), pair)).toMatchObject({
        ok: true,
        value: { sourcePort: 49_152, destinationPort: 80, flags: ["syn"] },
      });
    }),
    { numRuns: 1_000 },
  );
});

test("whatever arrives, decoding answers, and what it accepts it would send again", () => {
  const bad = mangled(aTcpSegment.map((segment) => encodeTcpSegment(segment, pair)));
  fc.assert(
    fc.property(fc.oneof(bad, bad.map(sealed)), (octets) => {
      const answer = decodeTcpSegment(octets, pair);
      if (answer.ok)
        expect(decodeTcpSegment(encodeTcpSegment(answer.value, pair), pair)).toEqual(answer);
    }),
    { numRuns: 500 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { checksumOf } from "../../../shared/wire/checksum.ts";
import {
  decodeIcmpMessage,
  encodeIcmpMessage,
  quoteOf,
  type RawIcmpMessage,
} from "../../../shared/wire/icmp-message.ts";
import { encodeIpv4Packet } from "../../../shared/wire/ipv4-packet.ts";
import { anIcmpMessage, anIpv4Packet, mangled } from "./arbitraries.ts";
import { hex } from "./hex.ts";

// The header of the quote sums to ffff, its ports to 05ba: 05ba + the type and code gives the checksum.
const quoted = "4500 0020 0101 0000 0511 9c73 0a00 010a 0a00 0350 c000 000d 000c 45a0";
const quote = hex(quoted);

test.each<[RawIcmpMessage, string]>([
  [{ kind: "netUnreachable", quote }, `0300 f745 0000 0000 ${quoted}`],
  [{ kind: "hostUnreachable", quote }, `0301 f744 0000 0000 ${quoted}`],
  [{ kind: "portUnreachable", quote }, `0303 f742 0000 0000 ${quoted}`],
  [{ kind: "fragmentationNeeded", mtu: 0x05dc, quote }, `0304 f165 0000 05dc ${quoted}`],
  [{ kind: "timeExceeded", quote }, `0b00 ef45 0000 0000 ${quoted}`],
  [
    { kind: "echoRequest", identifier: 1, sequence: 1, data: hex("6162") },
    "0800 969b 0001 0001 6162",
  ],
  [
    { kind: "echoReply", identifier: 1, sequence: 1, data: hex("6162") },
    "0000 9e9b 0001 0001 6162",
  ],
])("$kind, summed by hand", (message, octets) => {
  expect(encodeIcmpMessage(message)).toEqual(hex(octets));
  expect(decodeIcmpMessage(hex(octets))).toEqual({ ok: true, value: message });
});

test("decoding gives back what was encoded", () => {
  fc.assert(
    fc.property(anIcmpMessage, (message) => {
      expect(decodeIcmpMessage(encodeIcmpMessage(message))).toEqual({ ok: true, value: message });
    }),
  );
});

test("a quote is the header and 8 octets, or all there is", () => {
  fc.assert(
    fc.property(anIpv4Packet, (packet) => {
      const octets = encodeIpv4Packet(packet);
      expect(quoteOf(octets)).toEqual(octets.slice(0, 28));
    }),
  );
});

test("a quote takes the options of the header along", () => {
  const octets = Uint8Array.from({ length: 60 }, (_, at) => (at === 0 ? 0x47 : at));
  expect(quoteOf(octets)).toEqual(octets.slice(0, 36));
});

test.each([
  ["tooShort", "0303 fcfc 0000 00"],
  ["badChecksum", "0303 fcfd 0000 0000"],
  ["unknownKind", "0302 fcfd 0000 0000"],
  ["unknownKind", "0b01 f4fe 0000 0000"],
  ["unknownKind", "0d00 f2ff 0000 0000"],
])("%s: %s", (reason, octets) => {
  expect(decodeIcmpMessage(hex(octets))).toEqual({ ok: false, reason });
});

test("whatever arrives, decoding answers, and what it accepts it would send again", () => {
  const sealed = (octets: Uint8Array) => {
    if (octets.length < 8) return octets;
    octets.set([0, 0], 2);
    const checksum = checksumOf(octets);
    octets.set([checksum >>> 8, checksum & 0xff], 2);
    return octets;
  };
  const bad = mangled(anIcmpMessage.map(encodeIcmpMessage));
  fc.assert(
    fc.property(fc.oneof(bad, bad.map(sealed)), (octets) => {
      const answer = decodeIcmpMessage(octets);
      if (answer.ok) expect(decodeIcmpMessage(encodeIcmpMessage(answer.value))).toEqual(answer);
    }),
    { numRuns: 500 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  finNumber,
  fromTcpSegment,
  lengthOf,
  resetFor,
  textStart,
  toTcpSegment,
} from "../../../../shared/protocol/tcp/segment.ts";
import type { Port } from "../../../../shared/wire/packet.ts";
import { decodeTcpSegment, encodeTcpSegment } from "../../../../shared/wire/tcp-segment.ts";
import { aPair, aTcpSegment } from "../../wire/arbitraries.ts";
import { segmentOf } from "./end.ts";

const ports = { sourcePort: 49_152 as Port, destinationPort: 80 as Port };

test("a segment comes back from the wire as it was sent", () => {
  fc.assert(
    fc.property(aTcpSegment, aPair, (segment, addresses) => {
      const { sourcePort, destinationPort } = segment;
      const sent = toTcpSegment(fromTcpSegment(segment), { sourcePort, destinationPort });
      const answer = decodeTcpSegment(encodeTcpSegment(sent, addresses), addresses);
      expect(answer).toEqual({ ok: true, value: segment });
    }),
  );
});

test("text beyond octets is nobody's to send", () => {
  expect(() => toTcpSegment(segmentOf({ text: "가" }), ports)).toThrow("not an octet");
});

test("SYN and FIN take one number each, around the text", () => {
  const segment = segmentOf({ seq: 2 ** 32 - 1, ack: 1, flags: ["syn", "fin"], text: "four" });
  expect(lengthOf(segment)).toBe(6);
  expect(textStart(segment)).toBe(0);
  expect(finNumber(segment)).toBe(4);
});

test("a reset takes its number from the ACK, or acknowledges everything", () => {
  expect(resetFor(segmentOf({ seq: 50, ack: 70 }))).toMatchObject({ sequence: 70, flags: ["rst"] });
  expect(resetFor(segmentOf({ seq: 50, flags: ["syn"], text: "four" }))).toMatchObject({
    sequence: 0,
    acknowledgment: 55,
    flags: ["rst", "ack"],
  });
  expect(resetFor(segmentOf({ seq: 50, ack: 70, flags: ["rst"] }))).toBeUndefined();
});

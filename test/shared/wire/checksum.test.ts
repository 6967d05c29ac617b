import fc from "fast-check";
import { expect, test } from "vitest";
import { checksumOf, isSound, sumOf, updateChecksum } from "../../../shared/wire/checksum.ts";
import { hex } from "./hex.ts";

const words = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 60 });
const octetsOf = (values: readonly number[]) =>
  Uint8Array.from(values.flatMap((value) => [value >>> 8, value & 0xff]));

test("the example of RFC 1071 §3 sums to ddf2", () => {
  expect(sumOf(hex("0001 f203 f4f5 f6f7"))).toBe(0xddf2);
  expect(checksumOf(hex("0001 f203 f4f5 f6f7"))).toBe(0x220d);
});

test("the example of RFC 1624 §4 updates to zero, not to all ones", () => {
  expect(updateChecksum(0xdd2f, 0x5555, 0x3285)).toBe(0x0000);
});

test("an odd last octet counts as the high half of a word", () => {
  expect(sumOf(hex("0102 03"))).toBe(0x0402);
});

test("octets followed by their checksum are sound", () => {
  fc.assert(
    fc.property(words, (values) => {
      expect(isSound(octetsOf([...values, checksumOf(octetsOf(values))]))).toBe(true);
    }),
  );
});

test("one flipped bit is always noticed", () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(15), (values, pick, bit) => {
      const sent = [...values, checksumOf(octetsOf(values))];
      const at = pick % sent.length;
      sent[at] = (sent[at] ?? 0) ^ (1 << bit);
      expect(isSound(octetsOf(sent))).toBe(false);
    }),
  );
});

test("the order of the words does not matter, so swapped words go unnoticed", () => {
  fc.assert(
    fc.property(words, (values) => {
      expect(sumOf(octetsOf(values.toReversed()))).toBe(sumOf(octetsOf(values)));
    }),
  );
});

test("a sum can be taken in two parts (RFC 1071 §2A)", () => {
  fc.assert(
    fc.property(words, words, (first, second) => {
      const whole = sumOf(octetsOf([...first, ...second]));
      expect(sumOf(octetsOf(second), sumOf(octetsOf(first)))).toBe(whole);
    }),
  );
});

test("swapping the octets of every word swaps the octets of the sum (RFC 1071 §2B)", () => {
  fc.assert(
    fc.property(words, (values) => {
      const swapped = (value: number) => ((value & 0xff) << 8) | (value >>> 8);
      expect(sumOf(octetsOf(values.map(swapped)))).toBe(swapped(sumOf(octetsOf(values))));
    }),
  );
});

test("updating one word gives the checksum that computing anew gives", () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.integer({ min: 0, max: 0xffff }), (values, pick, after) => {
      const before = [0x4500, ...values]; // a header is never all zeros (RFC 1624 §3)
      const at = 1 + (pick % values.length);
      const changed = before.with(at, after);
      const updated = updateChecksum(checksumOf(octetsOf(before)), before[at] ?? 0, after);
      expect(updated).toBe(checksumOf(octetsOf(changed)));
    }),
  );
});

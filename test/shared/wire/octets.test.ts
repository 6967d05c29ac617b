import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeAscii, encodeAscii, encodeUtf8, joinOctets } from "../../../shared/wire/octets.ts";
import { hex } from "./hex.ts";

test("ASCII text survives travelling", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      expect(decodeAscii(encodeAscii(text))).toBe(text);
    }),
  );
});

test("an octet above 7f is no ASCII text, and a Korean letter no ASCII octet", () => {
  expect(decodeAscii(hex("68 69 80"))).toBeUndefined();
  expect(() => encodeAscii("é")).toThrow(RangeError);
  expect(() => encodeAscii("문")).toThrow(RangeError);
  expect(() => encodeAscii("🐳")).toThrow(RangeError);
});

test.each([0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x1_0000, 0x10_ffff])(
  "UTF-8 agrees with the platform at the border %i",
  (point) => {
    const text = String.fromCodePoint(point);
    expect(encodeUtf8(text, 4)).toEqual(Uint8Array.from(new TextEncoder().encode(text)));
  },
);

test("UTF-8 agrees with the platform for every text, half surrogate pairs included", () => {
  const unit = fc.oneof(fc.nat(0x7ff), fc.nat(0xffff), fc.nat(0x10_ffff));
  fc.assert(
    fc.property(fc.array(unit), (points) => {
      const text = String.fromCodePoint(...points);
      expect(encodeUtf8(text, 1_000)).toEqual(Uint8Array.from(new TextEncoder().encode(text)));
    }),
    { numRuns: 500 },
  );
});

test.each([
  [6, "ed 95 ad ea b5 ac"],
  [5, "ed 95 ad"],
  [2, ""],
])("with room for %i octets, 항구 is cut between its letters", (limit, octets) => {
  expect(encodeUtf8("항구", limit)).toEqual(hex(octets));
});

test("joined parts stand in their order", () => {
  expect(joinOctets([hex("01"), hex(""), hex("02 03")])).toEqual(hex("01 02 03"));
});

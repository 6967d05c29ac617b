import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../../shared/lib/instant.ts";
import { type CaptureFile, encodeCaptureFile } from "../../../shared/wire/capture-file.ts";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import { anAddress } from "./arbitraries.ts";
import { hex } from "./hex.ts";

const capture: CaptureFile = {
  link: "l",
  comment: "hi",
  names: [{ address: ipv4Address(10, 0, 3, 80), name: "s" }],
  frames: [{ at: instant(1), octets: hex("cafe"), comment: "ok" }],
};

test("the smallest capture, block by block", () => {
  expect(encodeCaptureFile(capture)).toEqual(
    hex(`0a0d0d0a 38000000 4d3c2b1a 01000000 ffffffff ffffffff
           01000200 68690000 04000c00 506f7274206f662043616c6c 00000000 38000000
         01000000 28000000 01000000 00000000
           02000100 6c000000 09000100 09000000 00000000 28000000
         04000000 1c000000 01000600 0a000350 73000000 00000000 1c000000
         06000000 30000000 00000000 00000000 e8030000 02000000 02000000 cafe0000
           01000200 6f6b0000 00000000 30000000`),
  );
});

type Block = { readonly type: number; readonly body: DataView };

/** Walks the file forwards by the first length of each block and checks the second. */
function blocksOf(file: Uint8Array): Block[] {
  const fields = new DataView(file.buffer);
  const blocks: Block[] = [];
  for (let at = 0; at < file.length; ) {
    const length = fields.getUint32(at + 4, true);
    expect(length % 4).toBe(0);
    expect(fields.getUint32(at + length - 4, true)).toBe(length);
    const body = new DataView(file.buffer, at + 8, length - 12);
    blocks.push({ type: fields.getUint32(at, true), body });
    at += length;
  }
  return blocks;
}

/** The values of code `code` in the list of options (or of names) that starts at `from`. */
function valuesOf(body: DataView, from: number, code: number): Uint8Array[] {
  const values: Uint8Array[] = [];
  for (let at = from; at < body.byteLength && body.getUint16(at, true) !== 0; ) {
    const length = body.getUint16(at + 2, true);
    const value = new Uint8Array(body.buffer, body.byteOffset + at + 4, length);
    if (body.getUint16(at, true) === code) values.push(value);
    at += 4 + length + (-length & 3);
  }
  return values;
}

const textsOf = (body: DataView, from: number, code: number): string[] =>
  valuesOf(body, from, code).map((value) => new TextDecoder().decode(value));

const aText = fc.string({ unit: "grapheme", maxLength: 40 });
const aCapture: fc.Arbitrary<CaptureFile> = fc.record({
  link: aText,
  comment: aText,
  names: fc.array(fc.record({ address: anAddress, name: aText }), { maxLength: 5 }),
  frames: fc.array(
    fc.record(
      {
        at: fc.nat().map(instant),
        octets: fc.uint8Array({ minLength: 1, maxLength: 100 }),
        comment: aText,
      },
      { requiredKeys: ["at", "octets"] },
    ),
    { maxLength: 8 },
  ),
});

test("every frame, time, name and comment can be read back", () => {
  fc.assert(
    fc.property(aCapture, (any) => {
      const [section, link, names, ...frames] = blocksOf(encodeCaptureFile(any));
      expect(textsOf(bodyOf(section), 16, 1)).toEqual([any.comment]);
      expect(textsOf(bodyOf(link), 8, 2)).toEqual([any.link]);
      expect(valuesOf(bodyOf(names), 0, 1).map(readName)).toEqual(any.names);
      expect(frames.map(readFrame)).toEqual(any.frames);
    }),
  );
});

function bodyOf(block: Block | undefined): DataView {
  if (block === undefined) throw new Error("the file ends too early");
  return block.body;
}

const readName = (value: Uint8Array) => ({
  address: new DataView(value.buffer, value.byteOffset).getUint32(0),
  name: new TextDecoder().decode(value.subarray(4, -1)),
});

function readFrame({ type, body }: Block): unknown {
  expect(type).toBe(6);
  const length = body.getUint32(12, true);
  const ns = body.getUint32(4, true) * 0x1_0000_0000 + body.getUint32(8, true);
  const [comment] = textsOf(body, 20 + length + (-length & 3), 1);
  return {
    at: ns / 1_000,
    octets: new Uint8Array(body.buffer.slice(body.byteOffset + 20, body.byteOffset + 20 + length)),
    ...(comment !== undefined && { comment }),
  };
}

test("a comment or name longer than its field can hold is cut after a whole letter", () => {
  const long = "편".repeat(30_000);
  const names = [{ address: ipv4Address(10, 0, 3, 80), name: long }];
  const [section, , nameBlock] = blocksOf(encodeCaptureFile({ ...capture, comment: long, names }));
  expect(textsOf(bodyOf(section), 16, 1)).toEqual(["편".repeat(21_845)]);
  expect(valuesOf(bodyOf(nameBlock), 0, 1).map(readName)).toEqual([
    { address: ipv4Address(10, 0, 3, 80), name: "편".repeat(21_843) },
  ]);
});

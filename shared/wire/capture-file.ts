import type { Instant } from "../lib/instant.ts";
import type { Ipv4Address } from "./ipv4-address.ts";
import { encodeUtf8, fieldsOf, joinOctets } from "./octets.ts";

/** One frame as it passed the link, with what the judge had to say about it. */
export type CapturedFrame = {
  readonly at: Instant;
  readonly octets: Uint8Array;
  readonly comment?: string;
};

/** Everything that passed one link, ready to be opened in Wireshark. */
export type CaptureFile = {
  readonly link: string;
  readonly comment: string;
  readonly names: readonly { readonly address: Ipv4Address; readonly name: string }[];
  readonly frames: readonly CapturedFrame[];
};

/** Block types (draft-ietf-opsawg-pcapng §4). */
const blocks = { section: 0x0a0d0d0a, link: 1, names: 4, frame: 6 } as const;

/** Option codes: the first two stand in any block, the others in one kind of block (draft-ietf-opsawg-pcapng §3.5, §4). */
const options = { end: 0, comment: 1, linkName: 2, application: 4, resolution: 9 } as const;

const ethernetLink = 1;
const nanoseconds = 9; // ten to the minus ninth of a second (draft-ietf-opsawg-pcapng §4.2)
/** A play millisecond is written as a microsecond: a second at the desk is a thousandth on the wire. */
const nanosecondsPerPlayMs = 1_000;
const addressRecord = 1;
const mostOctets = 0xffff;

/** The capture as the octets of a pcapng file with one section and one interface. */
export const encodeCaptureFile = (capture: CaptureFile): Uint8Array<ArrayBuffer> =>
  joinOctets([
    sectionBlock(capture.comment),
    linkBlock(capture.link),
    namesBlock(capture.names),
    ...capture.frames.map(frameBlock),
  ]);

/** Section header: byte order, version 1.0, length not given (draft-ietf-opsawg-pcapng §4.1). */
const sectionBlock = (comment: string): Uint8Array =>
  block(blocks.section, [
    words(0x1a2b3c4d),
    shorts(1, 0),
    words(0xffff_ffff, 0xffff_ffff),
    textOption(options.comment, comment),
    textOption(options.application, "Port of Call"),
    endOfOptions,
  ]);

/** Interface description: no limit to the length of a frame (draft-ietf-opsawg-pcapng §4.2). */
const linkBlock = (name: string): Uint8Array =>
  block(blocks.link, [
    shorts(ethernetLink, 0),
    words(0),
    textOption(options.linkName, name),
    option(options.resolution, Uint8Array.of(nanoseconds)),
    endOfOptions,
  ]);

/** Name resolution: the octets of an address, then its name with a zero behind it (draft-ietf-opsawg-pcapng §4.5). */
const namesBlock = (names: CaptureFile["names"]): Uint8Array =>
  block(blocks.names, [
    ...names.map(({ address, name }) => {
      const record = new Uint8Array(5);
      fieldsOf(record).setUint32(0, address);
      const text = encodeUtf8(name, mostOctets - record.length);
      return option(addressRecord, joinOctets([record.subarray(0, 4), text, record.subarray(4)]));
    }),
    endOfOptions,
  ]);

/** Enhanced packet: the time in two halves, both lengths, the frame, the comment (draft-ietf-opsawg-pcapng §4.3). */
function frameBlock({ at, octets, comment }: CapturedFrame): Uint8Array {
  const time = at * nanosecondsPerPlayMs;
  return block(blocks.frame, [
    words(0, Math.floor(time / 0x1_0000_0000), time % 0x1_0000_0000, octets.length, octets.length),
    padded(octets),
    ...(comment === undefined ? [] : [textOption(options.comment, comment), endOfOptions]),
  ]);
}

/** Type, length, content, and the length again, so that a file can be read backwards (draft-ietf-opsawg-pcapng §3.1). */
function block(type: number, parts: readonly Uint8Array[]): Uint8Array {
  const length = words(parts.reduce((octets, part) => octets + part.length, 12));
  return joinOctets([words(type), length, ...parts, length]);
}

/** Code, length without padding, value (draft-ietf-opsawg-pcapng §3.5); a name record has the same shape. */
const option = (code: number, value: Uint8Array): Uint8Array =>
  joinOctets([shorts(code, value.length), padded(value)]);

const textOption = (code: number, text: string): Uint8Array =>
  option(code, encodeUtf8(text, mostOctets));

/** Values end on a multiple of four octets (draft-ietf-opsawg-pcapng §3.6). */
const padded = (octets: Uint8Array): Uint8Array =>
  joinOctets([octets, new Uint8Array(-octets.length & 3)]);

/** Lowest octet first, as the magic number of the section header announces (draft-ietf-opsawg-pcapng §4.1). */
function words(...values: readonly number[]): Uint8Array {
  const octets = new Uint8Array(4 * values.length);
  const fields = fieldsOf(octets);
  values.forEach((value, at) => void fields.setUint32(4 * at, value, true));
  return octets;
}

const shorts = (...values: readonly number[]): Uint8Array =>
  new Uint8Array(values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]));

const endOfOptions = shorts(options.end, 0);

import { crc32, deflateRawSync } from "node:zlib";

/** Signatures of a zip's parts (APPNOTE.TXT §4.3). */
const parts = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 } as const;
const version = 20; // deflate, folders in names
const utf8Names = 0x0800;
const deflated = 8;
/** A zip knows no time before 1980: the first moment it can say. */
const [noTime, firstDay] = [0, 0x21];

/** A zip of these files, by their names in it; the same files make the same octets. */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const written: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const [packed, called] = [deflateRawSync(content), Buffer.from(name)];
    const about = aboutFile(content, packed, called);
    const file = [u32(parts.file), about, called, packed];
    entries.push(u32(parts.entry), u16(version), about, u16(0, 0, 0), u32(0, offset), called);
    written.push(...file);
    offset += file.reduce((sum, { length }) => sum + length, 0);
  }
  const index = Buffer.concat(entries);
  const count = Object.keys(files).length;
  const end = [u32(parts.end), u16(0, 0, count, count), u32(index.length, offset), u16(0)];
  return Buffer.concat([...written, index, ...end]);
}

/** What stands before a file and again in the index. */
const aboutFile = (content: Uint8Array, packed: Buffer, called: Buffer): Buffer =>
  Buffer.concat([
    u16(version, utf8Names, deflated, noTime, firstDay),
    u32(crc32(content), packed.length, content.length),
    u16(called.length, 0),
  ]);

function u16(...values: readonly number[]): Buffer {
  const octets = Buffer.alloc(2 * values.length);
  for (const [at, value] of values.entries()) octets.writeUInt16LE(value, 2 * at);
  return octets;
}

function u32(...values: readonly number[]): Buffer {
  const octets = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) octets.writeUInt32LE(value, 4 * at);
  return octets;
}

import { crc32, inflateRawSync } from "node:zlib";

/** The files in a zip, found by its index at the end, as a program for zips finds them. */
export function unzipFiles(zip: Buffer): Readonly<Record<string, Buffer>> {
  const end = zip.lastIndexOf("PK\x05\x06");
  const count = zip.readUInt16LE(end + 10);
  const files: Record<string, Buffer> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error("the index is broken");
    const [packed, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const file = zip.readUInt32LE(at + 42);
    const start = file + 30 + zip.readUInt16LE(file + 26) + zip.readUInt16LE(file + 28);
    const content = inflateRawSync(zip.subarray(start, start + packed));
    if (crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is broken`);
    files[name] = content;
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

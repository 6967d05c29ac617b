/** The octets as numbered fields; a DataView reads and writes in network order unless told otherwise (RFC 791 appendix B). */
export const fieldsOf = (octets: Uint8Array): DataView =>
  new DataView(octets.buffer, octets.byteOffset, octets.byteLength);

/** The parts, one after the other. */
export function joinOctets(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** ASCII text as octets, one for each character (RFC 20). */
export function encodeAscii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const octet = character.charCodeAt(0);
    if (octet > 0x7f) throw new RangeError(`not an ASCII character: ${character}`);
    return octet;
  });
}

/** The ASCII text that the octets spell; undefined when one of them is no ASCII character (RFC 20). */
export function decodeAscii(octets: Uint8Array): string | undefined {
  if (octets.some((octet) => octet > 0x7f)) return undefined;
  return Array.from(octets, (octet) => String.fromCharCode(octet)).join("");
}

/** Text as UTF-8 (RFC 3629 §3), cut after the last whole character that fits into `limit` octets. */
export function encodeUtf8(text: string, limit: number): Uint8Array {
  const octets = new Uint8Array(mostOctets * text.length);
  let at = 0;
  for (const character of text) {
    const point = pointOf(character);
    const count = octetsFor(point);
    if (at + count > limit) break;
    // The first octet says how many there are; six bits are in each of the others.
    octets[at] = (leads[count] ?? 0) | (point >>> (6 * (count - 1)));
    for (let nth = 1; nth < count; nth++)
      octets[at + nth] = 0x80 | ((point >>> (6 * (count - 1 - nth))) & 0x3f);
    at += count;
  }
  return octets.slice(0, at);
}

/** A unit of a string takes three octets at most; four are for a character of two units. */
const mostOctets = 3;

/** What the first octet begins with, by how many there are (RFC 3629 §3). */
const leads = [0, 0, 0xc0, 0xe0, 0xf0];

/** Half a surrogate pair is no character (RFC 3629 §3): the replacement character stands for it. */
function pointOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

function octetsFor(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}

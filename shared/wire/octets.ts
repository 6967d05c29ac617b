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
  const octets: number[] = [];
  for (const character of text) {
    const next = utf8Octets(character.codePointAt(0) ?? 0);
    if (octets.length + next.length > limit) break;
    octets.push(...next);
  }
  return Uint8Array.from(octets);
}

function utf8Octets(point: number): readonly number[] {
  const tail = (shift: number) => 0x80 | ((point >>> shift) & 0x3f);
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >>> 6), tail(0)];
  // Half a surrogate pair is no character (RFC 3629 §3): the replacement character stands for it.
  if (point >= 0xd800 && point <= 0xdfff) return [0xef, 0xbf, 0xbd];
  if (point < 0x1_0000) return [0xe0 | (point >>> 12), tail(6), tail(0)];
  return [0xf0 | (point >>> 18), tail(12), tail(6), tail(0)];
}

import { parseIpv4Address } from "../../shared/wire/ipv4-address.ts";

/** Markers are numbers that nothing else in the game comes near: no port, no id, no instant, no address. */
export const firstMarker = 1_500_000_000;
export const lastMarker = 1_500_999_999;

const uint32 = 0xce;
const asDigits = /1500\d{6}/g;
const asAddress = /89\.\d{1,3}\.\d{1,3}\.\d{1,3}/g;

/**
 * Every marker in the bytes, in each form in which a number travels: as a schema number (little-endian), as a message's
 * (big-endian), in decimal, and as a dotted address.
 */
export function markersIn(bytes: Buffer): ReadonlySet<number> {
  const text = bytes.toString("latin1");
  const found = new Set<number>();
  for (let at = bytes.indexOf(uint32); at !== -1; at = bytes.indexOf(uint32, at + 1)) {
    if (at + 5 > bytes.length) break;
    found.add(bytes.readUInt32LE(at + 1)).add(bytes.readUInt32BE(at + 1));
  }
  for (const [digits] of text.matchAll(asDigits)) found.add(Number(digits));
  for (const [address] of text.matchAll(asAddress)) found.add(parseIpv4Address(address) ?? 0);
  for (const number of found) if (number < firstMarker || number > lastMarker) found.delete(number);
  return found;
}

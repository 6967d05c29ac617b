import type { Ipv4Header } from "./packet.ts";

/** The two addresses that the checksum of a transport protocol covers, though they stand outside its header. */
export type AddressPair = Pick<Ipv4Header, "source" | "destination">;

/** The one's complement sum of the octets as 16-bit words; an odd last octet is padded with zero (RFC 1071 §1). */
export function sumOf(octets: Uint8Array, start = 0): number {
  let sum = start;
  for (let at = 0; at < octets.length; at += 2)
    sum += ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
  return fold(sum);
}

/** The Internet checksum of octets whose checksum field holds zero (RFC 1071 §1). */
export const checksumOf = (octets: Uint8Array, start = 0): number => ~sumOf(octets, start) & 0xffff;

/** Whether octets that include their checksum add up to all ones (RFC 1071 §1). */
export const isSound = (octets: Uint8Array, start = 0): boolean => sumOf(octets, start) === 0xffff;

/** The checksum after one of the words it covers changed from `before` to `after` (RFC 1624 §3, equation 3). */
export const updateChecksum = (checksum: number, before: number, after: number): number =>
  ~fold((~checksum & 0xffff) + (~before & 0xffff) + after) & 0xffff;

/** The sum over the pseudo-header: both addresses, the protocol, the transport length (RFC 768, RFC 9293 §3.1). */
export const pseudoHeaderSum = (pair: AddressPair, protocol: number, length: number): number =>
  halves(pair.source) + halves(pair.destination) + protocol + length;

const halves = (address: number): number => (address >>> 16) + (address & 0xffff);

/** Carries out of 16 bits come in again at the bottom (RFC 1071 §2A). */
function fold(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded % 0x1_0000) + Math.floor(folded / 0x1_0000);
  return folded;
}

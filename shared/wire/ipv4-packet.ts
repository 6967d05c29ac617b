import { checksumOf, isSound } from "./checksum.ts";
import { type Decoded, decoded, undecodable } from "./decoded.ts";
import type { Ipv4Address } from "./ipv4-address.ts";
import { fieldsOf } from "./octets.ts";
import type { Ipv4Header } from "./packet.ts";

/** A whole IPv4 packet around the octets of another protocol (RFC 791 §3.1). */
export type Ipv4Packet = {
  readonly header: Ipv4Header;
  readonly protocol: number;
  readonly dontFragment: boolean;
  readonly payload: Uint8Array;
};

/** What an IPv4 packet carries, by the number in its protocol field (RFC 792, RFC 9293, RFC 768). */
export const ipProtocols = { icmp: 1, tcp: 6, udp: 17 } as const;

/** Why octets are no IPv4 packet that can be read as a whole. */
export type Ipv4Reason =
  | "tooShort"
  | "otherVersion"
  | "badHeaderLength"
  | "badTotalLength"
  | "badChecksum"
  | "fragment";

const leastHeaderLength = 20;
const mostLength = 0xffff;
const dontFragmentBit = 0x4000;
const moreFragmentsAndOffset = 0x3fff;

/** The packet as octets: a header without options, its checksum computed, and the payload. */
export function encodeIpv4Packet(packet: Ipv4Packet): Uint8Array {
  const octets = new Uint8Array(leastHeaderLength + packet.payload.length);
  if (octets.length > mostLength)
    throw new RangeError(`no IPv4 packet has ${octets.length} octets`);
  const fields = fieldsOf(octets);
  fields.setUint8(0, 0x45); // version 4, five words of header
  fields.setUint16(2, octets.length);
  fields.setUint16(4, packet.header.identification);
  fields.setUint16(6, packet.dontFragment ? dontFragmentBit : 0);
  fields.setUint8(8, packet.header.ttl);
  fields.setUint8(9, packet.protocol);
  fields.setUint32(12, packet.header.source);
  fields.setUint32(16, packet.header.destination);
  fields.setUint16(10, checksumOf(octets.subarray(0, leastHeaderLength)));
  octets.set(packet.payload, leastHeaderLength);
  return octets;
}

/** The packet that the octets spell; options are skipped, and what follows the packet is padding of the frame. */
export function decodeIpv4Packet(octets: Uint8Array): Decoded<Ipv4Packet, Ipv4Reason> {
  const fault = headerFault(octets);
  if (fault !== undefined) return undecodable(fault);
  const totalLength = fieldsOf(octets).getUint16(2);
  // The link brought less than the sender wrote (RFC 1812 §5.2.2).
  if (totalLength > octets.length) return undecodable("badTotalLength");
  return decoded(readPacket(octets.subarray(0, totalLength)));
}

/** The packet that an ICMP error quotes: the same, but cut off before its own total length (RFC 792). */
export function decodeQuotedIpv4Packet(octets: Uint8Array): Decoded<Ipv4Packet, Ipv4Reason> {
  const fault = headerFault(octets);
  return fault === undefined ? decoded(readPacket(octets)) : undecodable(fault);
}

/** The checks before anything in a header may be believed, in the order of RFC 1812 §5.2.2. */
function headerFault(octets: Uint8Array): Ipv4Reason | undefined {
  if (octets.length < leastHeaderLength) return "tooShort";
  const fields = fieldsOf(octets);
  const headerLength = headerLengthOf(fields);
  if (headerLength > octets.length) return "badHeaderLength";
  if (!isSound(octets.subarray(0, headerLength))) return "badChecksum";
  if (fields.getUint8(0) >>> 4 !== 4) return "otherVersion";
  if (headerLength < leastHeaderLength) return "badHeaderLength";
  if (fields.getUint16(2) < headerLength) return "badTotalLength";
  // Putting fragments together is a matter of whole conversations, not of one packet (RFC 791 §3.2).
  return (fields.getUint16(6) & moreFragmentsAndOffset) === 0 ? undefined : "fragment";
}

function readPacket(octets: Uint8Array): Ipv4Packet {
  const fields = fieldsOf(octets);
  return {
    header: {
      source: fields.getUint32(12) as Ipv4Address,
      destination: fields.getUint32(16) as Ipv4Address,
      ttl: fields.getUint8(8),
      identification: fields.getUint16(4),
    },
    protocol: fields.getUint8(9),
    dontFragment: (fields.getUint16(6) & dontFragmentBit) !== 0,
    payload: octets.slice(headerLengthOf(fields)),
  };
}

/** The low half of the first octet counts words of four octets, options included (RFC 791 §3.1). */
const headerLengthOf = (fields: DataView): number => (fields.getUint8(0) & 0x0f) * 4;

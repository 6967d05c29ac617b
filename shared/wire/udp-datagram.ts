import { type AddressPair, checksumOf, isSound, pseudoHeaderSum } from "./checksum.ts";
import { type Decoded, decoded, undecodable } from "./decoded.ts";
import { ipProtocols } from "./ipv4-packet.ts";
import { fieldsOf } from "./octets.ts";
import type { Port } from "./packet.ts";

/** A UDP datagram around any octets (RFC 768). */
export type RawUdpDatagram = {
  readonly sourcePort: Port;
  readonly destinationPort: Port;
  readonly payload: Uint8Array;
};

/** Why octets are no UDP datagram. */
export type UdpReason = "tooShort" | "badLength" | "badChecksum";

const headerLength = 8;

/** The datagram as octets, its checksum computed for the two addresses it travels between. */
export function encodeUdpDatagram(datagram: RawUdpDatagram, pair: AddressPair): Uint8Array {
  const octets = new Uint8Array(headerLength + datagram.payload.length);
  const fields = fieldsOf(octets);
  fields.setUint16(0, datagram.sourcePort);
  fields.setUint16(2, datagram.destinationPort);
  fields.setUint16(4, octets.length);
  octets.set(datagram.payload, headerLength);
  const checksum = checksumOf(octets, pseudoHeaderSum(pair, ipProtocols.udp, octets.length));
  // Zero would say "no checksum", so a computed zero is sent as all ones (RFC 768).
  fields.setUint16(6, checksum === 0 ? 0xffff : checksum);
  return octets;
}

/** The datagram that the octets spell when they travelled between these two addresses. */
export function decodeUdpDatagram(
  octets: Uint8Array,
  pair: AddressPair,
): Decoded<RawUdpDatagram, UdpReason> {
  if (octets.length < headerLength) return undecodable("tooShort");
  const fields = fieldsOf(octets);
  const length = fields.getUint16(4);
  // The length counts the header too, so it is at least 8 (RFC 768).
  if (length < headerLength || length > octets.length) return undecodable("badLength");
  const datagram = octets.subarray(0, length);
  const hasChecksum = fields.getUint16(6) !== 0; // zero: the sender computed none (RFC 768)
  if (hasChecksum && !isSound(datagram, pseudoHeaderSum(pair, ipProtocols.udp, length)))
    return undecodable("badChecksum");
  return decoded({ ...readPorts(fields), payload: datagram.slice(headerLength) });
}

/** The two ports in the quote of an ICMP error, where the checksum covers octets that are not there (RFC 792). */
export const decodeQuotedPorts = (
  octets: Uint8Array,
): Decoded<Omit<RawUdpDatagram, "payload">, "tooShort"> =>
  octets.length < headerLength ? undecodable("tooShort") : decoded(readPorts(fieldsOf(octets)));

const readPorts = (fields: DataView) => ({
  sourcePort: fields.getUint16(0) as Port,
  destinationPort: fields.getUint16(2) as Port,
});

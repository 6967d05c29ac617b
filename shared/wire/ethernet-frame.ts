import { type Decoded, decoded, undecodable } from "./decoded.ts";
import { type MacAddress, readMacAddress, writeMacAddress } from "./mac-address.ts";
import { fieldsOf } from "./octets.ts";

/** An Ethernet frame without preamble and frame check sequence, as a capture shows it (RFC 894). */
export type EthernetFrame = {
  readonly destination: MacAddress;
  readonly source: MacAddress;
  readonly etherType: number;
  /** As decoded, padding included: only the protocol inside knows where it ends. */
  readonly payload: Uint8Array;
};

/** What a frame carries, by the number in its type field (RFC 894, RFC 826). */
export const etherTypes = { ipv4: 0x0800, arp: 0x0806 } as const;

/** Why octets are no Ethernet frame. */
export type EthernetReason = "tooShort" | "lengthInsteadOfType";

const headerLength = 14;
const leastLength = 60;
const leastEtherType = 0x0600;

/** The frame as octets, padded with zeros to the least length of a frame (RFC 894: 46 octets of data). */
export function encodeEthernetFrame(frame: EthernetFrame): Uint8Array {
  const octets = new Uint8Array(Math.max(leastLength, headerLength + frame.payload.length));
  const fields = fieldsOf(octets);
  writeMacAddress(fields, 0, frame.destination);
  writeMacAddress(fields, 6, frame.source);
  fields.setUint16(12, frame.etherType);
  octets.set(frame.payload, headerLength);
  return octets;
}

/** The frame that the octets spell. */
export function decodeEthernetFrame(octets: Uint8Array): Decoded<EthernetFrame, EthernetReason> {
  if (octets.length < headerLength) return undecodable("tooShort");
  const fields = fieldsOf(octets);
  const etherType = fields.getUint16(12);
  // A smaller number is the length field of IEEE 802.3, with another header behind it (RFC 1042).
  if (etherType < leastEtherType) return undecodable("lengthInsteadOfType");
  return decoded({
    destination: readMacAddress(fields, 0),
    source: readMacAddress(fields, 6),
    etherType,
    payload: octets.slice(headerLength),
  });
}

import { type Decoded, decoded, undecodable } from "./decoded.ts";
import { etherTypes } from "./ethernet-frame.ts";
import type { Ipv4Address } from "./ipv4-address.ts";
import { type MacAddress, readMacAddress, writeMacAddress } from "./mac-address.ts";
import { fieldsOf } from "./octets.ts";

/** A question or answer about which hardware address has an IPv4 address (RFC 826). */
export type ArpMessage = {
  readonly operation: "request" | "reply";
  readonly senderMac: MacAddress;
  readonly senderAddress: Ipv4Address;
  /** Unknown in a request, and zero there by custom. */
  readonly targetMac: MacAddress;
  readonly targetAddress: Ipv4Address;
};

/** Why octets are no ARP message of Ethernet and IPv4. */
export type ArpReason = "tooShort" | "otherNetwork" | "unknownOperation";

const length = 28;
const ethernetHardware = 1;
const macLength = 6;
const addressLength = 4;
const operations = { request: 1, reply: 2 } as const;

/** The message as octets, in the field order of RFC 826, "Packet format". */
export function encodeArpMessage(message: ArpMessage): Uint8Array {
  const octets = new Uint8Array(length);
  const fields = fieldsOf(octets);
  fields.setUint16(0, ethernetHardware);
  fields.setUint16(2, etherTypes.ipv4);
  fields.setUint8(4, macLength);
  fields.setUint8(5, addressLength);
  fields.setUint16(6, operations[message.operation]);
  writeMacAddress(fields, 8, message.senderMac);
  fields.setUint32(14, message.senderAddress);
  writeMacAddress(fields, 18, message.targetMac);
  fields.setUint32(24, message.targetAddress);
  return octets;
}

/** The message that the octets spell; what follows it is padding of the frame. */
export function decodeArpMessage(octets: Uint8Array): Decoded<ArpMessage, ArpReason> {
  if (octets.length < length) return undecodable("tooShort");
  const fields = fieldsOf(octets);
  // Hardware and protocol come before the operation (RFC 826, "Packet Reception").
  if (!isEthernetAndIpv4(fields)) return undecodable("otherNetwork");
  const operation = operationOf(fields.getUint16(6));
  if (operation === undefined) return undecodable("unknownOperation");
  return decoded({
    operation,
    senderMac: readMacAddress(fields, 8),
    senderAddress: fields.getUint32(14) as Ipv4Address,
    targetMac: readMacAddress(fields, 18),
    targetAddress: fields.getUint32(24) as Ipv4Address,
  });
}

const isEthernetAndIpv4 = (fields: DataView): boolean =>
  fields.getUint16(0) === ethernetHardware &&
  fields.getUint16(2) === etherTypes.ipv4 &&
  fields.getUint8(4) === macLength &&
  fields.getUint8(5) === addressLength;

function operationOf(code: number): ArpMessage["operation"] | undefined {
  if (code === operations.request) return "request";
  return code === operations.reply ? "reply" : undefined;
}

import { isUnicast } from "../../wire/ipv4-address.ts";
import type { IcmpError, IcmpMessage, Packet } from "../../wire/packet.ts";

/**
 * The error message about a packet; undefined where none may be sent: never about an ICMP error, about a packet to
 * many, or to an address that is no single machine (RFC 1122 §3.2.2).
 */
export function icmpErrorAbout(packet: Packet, error: IcmpError): IcmpMessage | undefined {
  const { body, ip } = packet;
  if (body.protocol === "icmp" || !isUnicast(ip.source) || !isUnicast(ip.destination))
    return undefined;
  return { protocol: "icmp", error, about: { ip, body } };
}

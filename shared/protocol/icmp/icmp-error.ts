import type { IcmpError, IcmpMessage, Packet } from "../../wire/packet.ts";

/** The error message about a packet; undefined where none may be sent: never about an ICMP error (RFC 1122 §3.2.2). */
export function icmpErrorAbout(packet: Packet, error: IcmpError): IcmpMessage | undefined {
  const { body, ip } = packet;
  return body.protocol === "icmp" ? undefined : { protocol: "icmp", error, about: { ip, body } };
}

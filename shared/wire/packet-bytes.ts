import { unreachable } from "../lib/unreachable.ts";
import { type Decoded, decoded, undecodable } from "./decoded.ts";
import {
  decodeIcmpMessage,
  encodeIcmpMessage,
  type IcmpReason,
  quoteOf,
  type RawIcmpMessage,
} from "./icmp-message.ts";
import {
  decodeIpv4Packet,
  decodeQuotedIpv4Packet,
  encodeIpv4Packet,
  type Ipv4Reason,
  ipProtocols,
} from "./ipv4-packet.ts";
import { decodeAscii, encodeAscii, fieldsOf } from "./octets.ts";
import type {
  IcmpError,
  IcmpMessage,
  Ipv4Header,
  Packet,
  TcpPacket,
  TransportBody,
  UdpDatagram,
} from "./packet.ts";
import { decodeTcpSegment, encodeTcpSegment, type TcpReason } from "./tcp-segment.ts";
import {
  decodeQuotedPorts,
  decodeUdpDatagram,
  encodeUdpDatagram,
  type UdpReason,
} from "./udp-datagram.ts";

/** The part of a packet that travels. */
export type PacketOnWire = Pick<Packet, "ip" | "body">;

/** Why octets are no packet of the game. */
export type PacketReason =
  | Ipv4Reason
  | UdpReason
  | TcpReason
  | IcmpReason
  | "unknownProtocol"
  | "notAscii"
  | "badQuote";

/** The packet as the octets of an IPv4 packet. */
export const encodePacket = ({ ip, body }: PacketOnWire): Uint8Array =>
  encodeIpv4Packet({
    header: ip,
    protocol: ipProtocols[body.protocol],
    dontFragment: false, // the identification has a meaning only where fragments may be (RFC 6864 §4.1)
    payload: encodeBody(body, ip),
  });

function encodeBody(body: Packet["body"], ip: Ipv4Header): Uint8Array {
  switch (body.protocol) {
    case "udp":
      return encodeUdpDatagram({ ...body, payload: encodeAscii(body.payload) }, ip);
    case "tcp":
      return encodeTcpSegment({ ...body, payload: encodeAscii(body.payload) }, ip);
    case "icmp":
      return encodeIcmp(body);
    default:
      return unreachable(body);
  }
}

/**
 * The packet that the octets of an IPv4 packet spell. What an ICMP error is about comes back with an empty payload:
 * a quote ends after eight octets (RFC 792).
 */
export function decodePacket(octets: Uint8Array): Decoded<PacketOnWire, PacketReason> {
  const packet = decodeIpv4Packet(octets);
  if (!packet.ok) return packet;
  const { header: ip, protocol, payload } = packet.value;
  const body = decodeBody(protocol, payload, ip);
  return body.ok ? decoded({ ip, body: body.value }) : body;
}

function decodeBody(
  protocol: number,
  payload: Uint8Array,
  ip: Ipv4Header,
): Decoded<Packet["body"], PacketReason> {
  switch (protocol) {
    case ipProtocols.udp:
      return decodeUdp(payload, ip);
    case ipProtocols.tcp:
      return decodeTcp(payload, ip);
    case ipProtocols.icmp:
      return decodeIcmp(payload);
    default:
      // A host would report it as protocol unreachable (RFC 1122 §3.2.2.1); no machine of the game does.
      return undecodable("unknownProtocol");
  }
}

function decodeUdp(octets: Uint8Array, ip: Ipv4Header): Decoded<UdpDatagram, PacketReason> {
  const datagram = decodeUdpDatagram(octets, ip);
  if (!datagram.ok) return datagram;
  const payload = decodeAscii(datagram.value.payload);
  if (payload === undefined) return undecodable("notAscii");
  return decoded({ ...datagram.value, protocol: "udp", payload });
}

function decodeTcp(octets: Uint8Array, ip: Ipv4Header): Decoded<TcpPacket, PacketReason> {
  const segment = decodeTcpSegment(octets, ip);
  if (!segment.ok) return segment;
  const payload = decodeAscii(segment.value.payload);
  if (payload === undefined) return undecodable("notAscii");
  return decoded({ ...segment.value, protocol: "tcp", payload });
}

const encodeIcmp = ({ error, about }: IcmpMessage): Uint8Array =>
  encodeIcmpMessage({ kind: error, quote: quoteOf(encodePacket(about)) });

function decodeIcmp(octets: Uint8Array): Decoded<IcmpMessage, PacketReason> {
  const message = decodeIcmpMessage(octets);
  if (!message.ok) return message;
  if (!isIcmpError(message.value)) return undecodable("unknownKind");
  const about = decodeQuote(message.value.quote);
  if (about === undefined) return undecodable("badQuote");
  return decoded({ protocol: "icmp", error: message.value.kind, about });
}

function decodeQuote(octets: Uint8Array): IcmpMessage["about"] | undefined {
  const packet = decodeQuotedIpv4Packet(octets);
  if (!packet.ok) return undefined;
  const body = decodeQuotedBody(packet.value.protocol, packet.value.payload);
  return body === undefined ? undefined : { ip: packet.value.header, body };
}

function decodeQuotedBody(protocol: number, octets: Uint8Array): TransportBody | undefined {
  const ports = decodeQuotedPorts(octets);
  if (!ports.ok) return undefined;
  if (protocol === ipProtocols.udp) return { protocol: "udp", ...ports.value, payload: "" };
  if (protocol !== ipProtocols.tcp) return undefined;
  // Behind the ports the eight octets hold the sequence number (RFC 9293 §3.1); the rest was not quoted.
  const sequence = fieldsOf(octets).getUint32(4);
  const unquoted = { acknowledgment: 0, flags: [], window: 0, urgentPointer: 0, payload: "" };
  return { protocol: "tcp", ...ports.value, sequence, ...unquoted };
}

const isIcmpError = (
  message: RawIcmpMessage,
): message is RawIcmpMessage & { readonly kind: IcmpError; readonly quote: Uint8Array } =>
  message.kind === "netUnreachable" ||
  message.kind === "portUnreachable" ||
  message.kind === "timeExceeded";

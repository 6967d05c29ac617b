import type { Ipv4Address } from "./ipv4-address.ts";

/** A port number, 0 to 65535; 0 is reserved and never bound (RFC 6335 §6). */
export type Port = number & { readonly unit: "port" };

/** Names one packet inside one network; it never travels. */
export type PacketId = number & { readonly unit: "packet" };

/** Names one judged act inside one network; packets carry the act they descend from. */
export type ActId = number & { readonly unit: "act" };

/** The fields of an IPv4 header that differ between our packets (RFC 791 §3.1). */
export type Ipv4Header = {
  readonly source: Ipv4Address;
  readonly destination: Ipv4Address;
  readonly ttl: number;
  readonly identification: number;
};

/** A UDP datagram whose payload is ASCII text: one character, one octet (RFC 768). */
export type UdpDatagram = {
  readonly protocol: "udp";
  readonly sourcePort: Port;
  readonly destinationPort: Port;
  readonly payload: string;
};

/** The control bits of a segment, lowest bit first (RFC 9293 §3.1). */
export const tcpFlags = ["fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr"] as const;
export type TcpFlag = (typeof tcpFlags)[number];

/** A TCP segment whose payload is text: one character, one octet (RFC 9293 §3.1). */
export type TcpPacket = {
  readonly protocol: "tcp";
  readonly sourcePort: Port;
  readonly destinationPort: Port;
  readonly sequence: number;
  /** Has a meaning only beside the flag `ack`. */
  readonly acknowledgment: number;
  /** In the order of `tcpFlags`. */
  readonly flags: readonly TcpFlag[];
  readonly window: number;
  /** Has a meaning only beside the flag `urg`. */
  readonly urgentPointer: number;
  /** Travels only beside the flag `syn` (RFC 9293 §3.2). */
  readonly maximumSegmentSize?: number;
  readonly payload: string;
};

/** What a host sends for its programs: it carries the two ports. */
export type TransportBody = UdpDatagram | TcpPacket;

/** The unhappy ends of a packet that ICMP reports (RFC 792, RFC 1122 §3.2.2). */
export type IcmpError = "netUnreachable" | "portUnreachable" | "timeExceeded";

/** An ICMP error: what went wrong, and the packet it is about (its header and first 8 octets). */
export type IcmpMessage = {
  readonly protocol: "icmp";
  readonly error: IcmpError;
  readonly about: { readonly ip: Ipv4Header; readonly body: TransportBody };
};

/** What travels: a packet's header and body. `id` and `cause` belong to the game and never reach the wire. */
export type Packet = {
  readonly id: PacketId;
  readonly cause?: ActId;
  /** The acts that pinned the ways it has flowed along by itself. */
  readonly pins?: readonly ActId[];
  /** What a TCP machine has sent it for; absent where somebody wrote something else by hand. */
  readonly why?: string;
  readonly ip: Ipv4Header;
  readonly body: TransportBody | IcmpMessage;
};

import { instant } from "../../../shared/lib/instant.ts";
import { type ArpMessage, encodeArpMessage } from "../../../shared/wire/arp-message.ts";
import type { CapturedFrame } from "../../../shared/wire/capture-file.ts";
import { encodeEthernetFrame, etherTypes } from "../../../shared/wire/ethernet-frame.ts";
import {
  encodeIcmpMessage,
  quoteOf,
  type RawIcmpMessage,
} from "../../../shared/wire/icmp-message.ts";
import { type Ipv4Address, ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import { encodeIpv4Packet, ipProtocols } from "../../../shared/wire/ipv4-packet.ts";
import {
  broadcastMacAddress,
  type MacAddress,
  macAddressOf,
} from "../../../shared/wire/mac-address.ts";
import { encodeAscii } from "../../../shared/wire/octets.ts";
import type { Ipv4Header, Packet, Port, UdpDatagram } from "../../../shared/wire/packet.ts";
import { encodePacket } from "../../../shared/wire/packet-bytes.ts";
import { encodeTcpSegment, type TcpSegment } from "../../../shared/wire/tcp-segment.ts";

export const client = ipv4Address(10, 0, 1, 10);
export const server = ipv4Address(10, 0, 3, 80);

const from = (source: Ipv4Address): Ipv4Header => ({
  source,
  destination: source === client ? server : client,
  ttl: 7,
  identification: 1,
});

const framed = (header: Ipv4Header, packet: Uint8Array): Uint8Array =>
  encodeEthernetFrame({
    destination: macAddressOf(header.destination),
    source: macAddressOf(header.source),
    etherType: etherTypes.ipv4,
    payload: packet,
  });

const carried = (header: Ipv4Header, protocol: number, payload: Uint8Array): Uint8Array =>
  framed(header, encodeIpv4Packet({ header, protocol, dontFragment: true, payload }));

const arp = (message: Pick<ArpMessage, "operation" | "targetMac">, source: Ipv4Address) =>
  encodeEthernetFrame({
    destination: message.targetMac || broadcastMacAddress,
    source: macAddressOf(source),
    etherType: etherTypes.arp,
    payload: encodeArpMessage({
      ...message,
      senderMac: macAddressOf(source),
      senderAddress: source,
      targetAddress: from(source).destination,
    }),
  });

const clientPort = 49_152 as Port;
const serverPort = 4_013 as Port;
const portsFrom = (source: Ipv4Address) =>
  source === client
    ? { sourcePort: clientPort, destinationPort: serverPort }
    : { sourcePort: serverPort, destinationPort: clientPort };

const packet = (source: Ipv4Address, body: Packet["body"]): Uint8Array =>
  framed(from(source), encodePacket({ ip: from(source), body }));

const datagram = (source: Ipv4Address, payload: string): UdpDatagram => ({
  protocol: "udp",
  ...portsFrom(source),
  payload,
});

const about = { ip: from(client), body: datagram(client, "time? ") };
const quote = quoteOf(encodePacket(about));
const icmp = (source: Ipv4Address, message: RawIcmpMessage): Uint8Array =>
  carried(from(source), ipProtocols.icmp, encodeIcmpMessage(message));

const tcp = (
  source: Ipv4Address,
  segment: Pick<TcpSegment, "sequence" | "acknowledgment" | "flags">,
  text = "",
): Uint8Array => {
  const whole: TcpSegment = {
    ...portsFrom(source),
    ...segment,
    window: 400,
    urgentPointer: 0,
    ...(segment.flags.includes("syn") && { maximumSegmentSize: 536 }),
    payload: encodeAscii(text),
  };
  return carried(from(source), ipProtocols.tcp, encodeTcpSegment(whole, from(source)));
};

const echo = { identifier: 1, sequence: 1, data: encodeAscii("Port of Call") };

type Protocol = "arp" | "udp" | "icmp" | "tcp";
const frames: readonly (readonly [protocol: Protocol, octets: Uint8Array])[] = [
  ["arp", arp({ operation: "request", targetMac: 0 as MacAddress }, client)],
  ["arp", arp({ operation: "reply", targetMac: macAddressOf(client) }, server)],
  ["udp", packet(client, datagram(client, "time? "))],
  ["udp", packet(server, datagram(server, "09:41 "))],
  ["icmp", packet(server, { protocol: "icmp", error: "portUnreachable", about })],
  ["icmp", packet(server, { protocol: "icmp", error: "netUnreachable", about })],
  ["icmp", packet(server, { protocol: "icmp", error: "timeExceeded", about })],
  ["icmp", icmp(server, { kind: "hostUnreachable", quote })],
  ["icmp", icmp(server, { kind: "fragmentationNeeded", mtu: 576, quote })],
  ["icmp", icmp(client, { kind: "echoRequest", ...echo })],
  ["icmp", icmp(server, { kind: "echoReply", ...echo })],
  ["tcp", tcp(client, { sequence: 100, acknowledgment: 0, flags: ["syn"] })],
  ["tcp", tcp(server, { sequence: 900, acknowledgment: 101, flags: ["syn", "ack"] })],
  ["tcp", tcp(client, { sequence: 101, acknowledgment: 901, flags: ["ack"] }, "ten octets")],
  ["tcp", tcp(server, { sequence: 901, acknowledgment: 111, flags: ["fin", "ack"] })],
  ["tcp", tcp(client, { sequence: 111, acknowledgment: 902, flags: ["fin", "ack"] })],
  ["tcp", tcp(server, { sequence: 902, acknowledgment: 112, flags: ["ack"] })],
];

/** One frame of everything that the game can put on a link, a play second apart. */
export const capturedFlow = frames.map(([protocol, octets], n) => ({
  protocol,
  at: instant(n * 1_000),
  octets,
  comment: `${n + 1}번째 편지: 문 번호가 맞아요 🐳`,
}));

/** Two frames with a fault each: a flipped bit in a datagram, and text where a name server would listen. */
export const damagedFlow: readonly CapturedFrame[] = [
  packet(client, datagram(client, "time? ")).map((octet, at) => (at === 43 ? octet ^ 1 : octet)),
  packet(client, { ...datagram(client, "time? "), destinationPort: 53 as Port }),
].map((octets) => ({ at: instant(0), octets }));

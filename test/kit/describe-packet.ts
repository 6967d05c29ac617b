import { formatIpv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Packet, TcpPacket } from "../../shared/wire/packet.ts";

/**
 * A packet in one line: `udp 10.0.5.41:50100 → 10.0.3.80:7311 "time? #123" ttl 7`. A segment has its control bits and
 * numbers behind the ports: `syn ack seq 300 ack 101`.
 */
export function describePacket({ ip, body }: Pick<Packet, "body"> & { ip: PlainHeader }): string {
  const source = formatIpv4Address(ip.source);
  const destination = formatIpv4Address(ip.destination);
  if (body.protocol === "icmp")
    return `icmp ${source} → ${destination} ${body.error} ttl ${ip.ttl}`;
  const { sourcePort, destinationPort, payload } = body;
  const ends = `${body.protocol} ${source}:${sourcePort} → ${destination}:${destinationPort}`;
  const numbers = body.protocol === "tcp" ? describeNumbers(body) : "";
  const text = body.protocol === "tcp" && payload === "" ? "" : ` "${payload}"`;
  return `${ends}${numbers}${text} ttl ${ip.ttl}`;
}

const describeNumbers = ({ flags, sequence, acknowledgment }: TcpPacket): string =>
  ` ${flags.join(" ")} seq ${sequence}${flags.includes("ack") ? ` ack ${acknowledgment}` : ""}`;

type PlainHeader = Omit<Packet["ip"], "identification">;

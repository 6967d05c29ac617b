import { formatIpv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Packet } from "../../shared/wire/packet.ts";

/** A packet in one line: `udp 10.0.5.41:50100 → 10.0.3.80:7311 "time? #123" ttl 7`. */
export function describePacket({ ip, body }: Pick<Packet, "body"> & { ip: PlainHeader }): string {
  const source = formatIpv4Address(ip.source);
  const destination = formatIpv4Address(ip.destination);
  if (body.protocol === "icmp")
    return `icmp ${source} → ${destination} ${body.error} ttl ${ip.ttl}`;
  const { sourcePort, destinationPort, payload } = body;
  return `udp ${source}:${sourcePort} → ${destination}:${destinationPort} "${payload}" ttl ${ip.ttl}`;
}

type PlainHeader = Omit<Packet["ip"], "identification">;

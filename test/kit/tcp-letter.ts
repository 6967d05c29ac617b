import { ipv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Packet, PacketId, TcpPacket } from "../../shared/wire/packet.ts";
import { port } from "./one-box.ts";

/** A segment from a client to a server, and what is told of it. */
export const tcpLetter = (id: number, told: Partial<TcpPacket>): Packet => ({
  id: id as PacketId,
  ip: {
    source: ipv4Address(10, 0, 1, 5),
    destination: ipv4Address(10, 0, 3, 80),
    ttl: 8,
    identification: id,
  },
  body: {
    protocol: "tcp",
    sourcePort: port(49_800),
    destinationPort: port(7_401),
    sequence: 300,
    acknowledgment: 901,
    flags: ["ack"],
    window: 40,
    urgentPointer: 0,
    payload: "",
    ...told,
  },
});

import { drawWhole } from "../../lib/chance.ts";
import { ephemeralPort } from "../../protocol/ports/port-table.ts";
import { sequenceNumber } from "../../protocol/tcp/sequence-number.ts";
import { connectionId, type SocketAddress } from "../../protocol/tcp/socket.ts";
import type { Port } from "../../wire/packet.ts";
import type { Host } from "../host.ts";
import type { NewPacket } from "../outside.ts";
import { packetFor } from "./letter-segment.ts";
import { cardOctets } from "./tcp-side.ts";

/** A SYN of a connection that has ended long ago, or of somebody who will not answer: no socket is open for it. */
export function straySyn(from: Host, to: Host, port: Port): NewPacket {
  const remote = { address: to.address, port };
  const source = unusedTowards(from, remote);
  const sequence = sequenceNumber(100 * drawWhole(from.chance, 1, 9) + 50);
  if (from.tcp !== undefined) from.tcp.initials[connectionId(source, remote)] = sequence;
  const segment = {
    sequence,
    acknowledgment: sequenceNumber(0),
    flags: ["syn"],
    window: 4 * cardOctets,
    urgentPointer: 0,
    maximumSegmentSize: cardOctets,
    text: "",
  } as const;
  return { ...packetFor(source, remote, segment, to.ttl), why: "open" };
}

/** A socket that has never been connected to the remote one: no two connections have the same four numbers. */
function unusedTowards(from: Host, remote: SocketAddress): SocketAddress {
  for (;;) {
    const source = { address: from.address, port: ephemeralPort(from.ports, from.chance) };
    if (from.tcp?.initials[connectionId(source, remote)] === undefined) return source;
  }
}

import { drawWhole } from "../../lib/chance.ts";
import { ephemeralPort } from "../../protocol/ports/port-table.ts";
import { sequenceNumber } from "../../protocol/tcp/sequence-number.ts";
import type { Port } from "../../wire/packet.ts";
import type { Host } from "../host.ts";
import type { NewPacket } from "../outside.ts";
import { packetFor } from "./letter-segment.ts";
import { cardOctets } from "./tcp-side.ts";

/** A SYN of a connection that has ended long ago, or of somebody who will not answer: no socket is open for it. */
export function straySyn(from: Host, to: Host, port: Port): NewPacket {
  const source = { address: from.address, port: ephemeralPort(from.ports, from.chance) };
  const segment = {
    sequence: sequenceNumber(100 * drawWhole(from.chance, 1, 9) + 50),
    acknowledgment: sequenceNumber(0),
    flags: ["syn"],
    window: 4 * cardOctets,
    urgentPointer: 0,
    maximumSegmentSize: cardOctets,
    text: "",
  } as const;
  return packetFor(source, { address: to.address, port }, segment, to.ttl);
}

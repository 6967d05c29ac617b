import type { Segment } from "../../protocol/tcp/segment.ts";
import { sequenceNumber } from "../../protocol/tcp/sequence-number.ts";
import { connectionId, type SocketAddress } from "../../protocol/tcp/socket.ts";
import type { SocketId } from "../act.ts";
import type { NewPacket } from "../outside.ts";
import type { TcpLetter } from "./tcp-side.ts";

/** The segment inside a letter. */
export function segmentOf({ body }: TcpLetter): Segment {
  const { sequence, acknowledgment, flags, window, urgentPointer, maximumSegmentSize } = body;
  const segment = {
    sequence: sequenceNumber(sequence),
    acknowledgment: sequenceNumber(acknowledgment),
    flags,
    window,
    urgentPointer,
    text: body.payload,
  };
  return maximumSegmentSize === undefined ? segment : { ...segment, maximumSegmentSize };
}

/** The two ends of a letter, as whoever received it sees them. */
export const endsOf = ({ ip, body }: TcpLetter): { from: SocketAddress; to: SocketAddress } => ({
  from: { address: ip.source, port: body.sourcePort },
  to: { address: ip.destination, port: body.destinationPort },
});

/** What the connection of a letter is called where it arrives. */
export function socketOf(letter: TcpLetter): SocketId {
  const { from, to } = endsOf(letter);
  return connectionId(to, from);
}

/** The packet that carries a segment from one end to the other. */
export function packetFor(
  from: SocketAddress,
  to: SocketAddress,
  segment: Segment,
  ttl: number,
): NewPacket {
  const { maximumSegmentSize } = segment;
  const body = {
    protocol: "tcp",
    sourcePort: from.port,
    destinationPort: to.port,
    sequence: segment.sequence,
    acknowledgment: segment.acknowledgment,
    flags: segment.flags,
    window: segment.window,
    urgentPointer: segment.urgentPointer,
    payload: segment.text,
  } as const;
  return {
    ip: { source: from.address, destination: to.address, ttl },
    body: maximumSegmentSize === undefined ? body : { ...body, maximumSegmentSize },
  };
}

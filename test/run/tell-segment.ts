import type { Why } from "../../shared/protocol/tcp/connection/turn.ts";
import { sequenceNumber } from "../../shared/protocol/tcp/sequence-number.ts";
import { connectionId } from "../../shared/protocol/tcp/socket.ts";
import type { Ipv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import type { ToldSegment } from "./told-segment.ts";

/** What the engine says of the segment in a letter that leaves a box, if it is one. */
export function tellSegment(packet: Packet, leaving: Ipv4Address): ToldSegment | undefined {
  const { ip, body } = packet;
  if (body.protocol !== "tcp") return undefined;
  const { payload: text, sourcePort, destinationPort, protocol: _, ...header } = body;
  const source = { address: ip.source, port: sourcePort };
  const destination = { address: ip.destination, port: destinationPort };
  const [from, to] = [connectionId(source, destination), connectionId(destination, source)];
  const why = whyOf(packet);
  return {
    segment: {
      ...{ ...header, text },
      sequence: sequenceNumber(body.sequence),
      acknowledgment: sequenceNumber(body.acknowledgment),
    },
    ...(why === undefined ? {} : { why }),
    ...{ from, to, connection: [from, to].sort().join(" ") },
    isAtSender: leaving === ip.source,
  };
}

/** A letter that a machine has sent says why; the wire knows no reasons, and so the packet has only a word for it. */
const whyOf = ({ why }: Packet): Why | undefined => why as Why | undefined;

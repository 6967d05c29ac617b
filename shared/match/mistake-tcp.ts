import type { Act } from "../device/act.ts";
import { type Host, tcpOf } from "../device/host.ts";
import { cardsToSend } from "../device/tcp/cards-to-send.ts";
import { halfOpenOf } from "../device/tcp/listening.ts";
import { cardOctets } from "../device/tcp/tcp-side.ts";
import type { TcpFlag } from "../wire/packet.ts";

type ActOf<Kind extends Act["kind"]> = Act & { readonly kind: Kind };

/** What a desk could do over TCP instead of what is proposed. */
export function tcpVariants(host: Host, proposal: Act): readonly Act[] {
  switch (proposal.kind) {
    case "sendSegment":
      return segmentVariants(proposal);
    case "sendCard":
      return cardVariants(host, proposal);
    case "place":
    case "discard":
      return placeVariants(host, proposal);
    case "letGo":
      return halfOpenOf(host).map((socket) => ({ kind: "letGo", socket }));
    default:
      return [];
  }
}

const handshakeFlags: readonly (readonly TcpFlag[])[] = [["syn"], ["syn", "ack"], ["ack"], ["rst"]];

/** Another control bit, a number too few or too many. */
function segmentVariants(own: ActOf<"sendSegment">): readonly Act[] {
  const { sequence, acknowledgment } = own;
  const isOnlyAck = own.flags.length === 1 && own.flags[0] === "ack" && own.answers === undefined;
  const otherFlags = isOnlyAck ? [] : handshakeFlags.map((flags) => ({ ...own, flags }));
  const numbers = [
    { ...own, sequence: sequence + 1 },
    { ...own, sequence: sequence + 100 },
    { ...own, acknowledgment: acknowledgment + cardOctets },
    { ...own, acknowledgment: acknowledgment + 2 * cardOctets },
    { ...own, acknowledgment: Math.max(0, acknowledgment - 1) },
    { ...own, acknowledgment: Math.max(0, acknowledgment - cardOctets) },
  ];
  return [own, ...otherFlags, ...(isOnlyAck ? numbers.slice(2) : numbers)];
}

function cardVariants(host: Host, own: ActOf<"sendCard">): readonly Act[] {
  const connection = tcpOf(host).endpoint.connections[own.socket]?.connection;
  if (connection === undefined) return [];
  return cardsToSend(connection).map(({ from }) => ({ ...own, sequence: from }));
}

function placeVariants(host: Host, { packet }: ActOf<"place" | "discard">): readonly Act[] {
  const letter = host.belt.letters.find((waiting) => waiting.packet.id === packet)?.packet;
  if (letter?.body.protocol !== "tcp") return [];
  const { sequence } = letter.body;
  const places = [0, cardOctets, -cardOctets, 2 * cardOctets].map(
    (offset): Act => ({ kind: "place", packet, sequence: Math.max(0, sequence + offset) }),
  );
  return [...places, { kind: "discard", packet }];
}

import type { View, ViewRow } from "../contract/view.ts";
import type { SocketId } from "../device/act.ts";
import type { Host } from "../device/host.ts";
import { cardsToSend } from "../device/tcp/cards-to-send.ts";
import { socketOf } from "../device/tcp/letter-segment.ts";
import { cardOctets, type TcpLetter, type TcpSide } from "../device/tcp/tcp-side.ts";
import { ownerOf } from "../protocol/ports/port-table.ts";
import type { Connection } from "../protocol/tcp/connection/connection.ts";
import type { Peering } from "../protocol/tcp/endpoint.ts";
import { distance, isBefore, plus, type SequenceNumber } from "../protocol/tcp/sequence-number.ts";
import { formatIpv4Address } from "../wire/ipv4-address.ts";

/** What an end of a connection reads on a segment that came for it. */
export function viewSegment(letter: TcpLetter): Partial<ViewRow<"belt">> {
  const { flags, sequence, acknowledgment, payload } = letter.body;
  return {
    flags: flags.filter((flag) => flag !== "psh").join(" "),
    sequence,
    acknowledgment,
    octets: payload.length,
    text: payload,
    socket: socketOf(letter),
  };
}

/** The connections of a host and their cards. */
export function viewTcp(host: Host): Pick<View, "connections" | "cards"> {
  const { tcp } = host;
  if (tcp === undefined) return noTcp;
  const peerings = Object.entries(tcp.endpoint.connections);
  return {
    connections: Object.fromEntries(
      peerings.map(([socket, peering], order) => [
        socket,
        viewConnection(host, tcp, socket, peering, order),
      ]),
    ),
    cards: Object.fromEntries(
      peerings.flatMap(([socket, { connection }]) => viewCards(tcp, socket, connection)),
    ),
  };
}

const noTcp = { connections: {}, cards: {} } as const;

function viewConnection(
  host: Host,
  { talks }: TcpSide,
  socket: SocketId,
  { local, remote, connection }: Peering,
  order: number,
): ViewRow<"connections"> {
  const { state, send, congestion, timers } = connection;
  const talk = talks[socket];
  const owner = ownerOf(host.ports, local.port);
  const errand = talk?.kind === "asks" ? { errand: talk.errand } : {};
  return {
    state,
    service: talk?.service ?? (owner?.kind === "service" ? owner.service : ""),
    ...errand,
    localPort: local.port,
    remoteAddress: formatIpv4Address(remote.address),
    remotePort: remote.port,
    initial: send.initial,
    ...(state === "SYN-SENT" ? {} : { peerInitial: connection.receive.initial }),
    acknowledged: send.unacknowledged,
    sent: send.next,
    window: send.window,
    duplicates: congestion.duplicates,
    since: send.flying[0]?.sentAt ?? send.sentAt,
    ...(timers.retransmit === undefined ? {} : { retryAt: timers.retransmit }),
    order,
  };
}

type CardEntry = readonly [string, ViewRow<"cards">];

function viewCards(tcp: TcpSide, socket: SocketId, connection: Connection): readonly CardEntry[] {
  return [...sentCards(tcp, socket, connection), ...receivedCards(tcp, socket, connection)];
}

/** What is still to be acknowledged of the text that goes out. */
function sentCards(tcp: TcpSide, socket: SocketId, connection: Connection): readonly CardEntry[] {
  const { send } = connection;
  return cardsToSend(connection).map(({ from: sequence, text }) => {
    const flying = send.flying.find(({ from }) => from === sequence);
    const isWaiting = tcp.waiting.some(
      (waiting) =>
        waiting.socket === socket && waiting.segment.sequence === sequence && flying?.isHeld,
    );
    const hasLeft = isBefore(sequence, send.next) && (!isWaiting || flying?.wasResent === true);
    const sentAt = hasLeft && flying !== undefined ? { sentAt: flying.sentAt } : {};
    const again = flying?.wasResent === true ? { again: true } : {};
    const place = hasLeft ? "flying" : "unsent";
    return [`${socket}/${sequence}`, card(socket, sequence, text, place, sentAt, again)];
  });
}

/** What has come in: read out in order, or held above a gap. */
function receivedCards(tcp: TcpSide, socket: SocketId, { receive }: Connection): CardEntry[] {
  const talk = tcp.talks[socket];
  const read = talk?.kind === "asks" ? talk.read : "";
  const readFrom = plus(receive.next, -read.length - finOctets(receive.next, receive.finAt));
  const blocks = [
    { from: readFrom, text: read, place: "read" },
    ...receive.held.map((block) => ({ ...block, place: "shelf" })),
  ];
  return blocks.flatMap(({ from, text, place }) =>
    cut(text).map((words, index) => {
      const sequence = plus(from, index * cardOctets);
      return [`${socket}/in/${sequence}`, card(socket, sequence, words, place)] as CardEntry;
    }),
  );
}

/** A FIN that has been taken counts one number behind the text. */
const finOctets = (next: SequenceNumber, finAt: SequenceNumber | undefined): number =>
  finAt !== undefined && distance(finAt, next) > 0 ? 1 : 0;

const card = (
  socket: SocketId,
  sequence: number,
  text: string,
  place: string,
  ...more: readonly Partial<ViewRow<"cards">>[]
): ViewRow<"cards"> =>
  Object.assign({ socket, sequence, octets: text.length, text, place }, ...more);

const cut = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / cardOctets) }, (_, index) =>
    text.slice(index * cardOctets, (index + 1) * cardOctets),
  );

import type { Instant } from "../../lib/instant.ts";
import type { Connection } from "../../protocol/tcp/connection/connection.ts";
import { textEnd } from "../../protocol/tcp/connection/connection.ts";
import { has, type Segment } from "../../protocol/tcp/segment.ts";
import { noteLetOut } from "../../protocol/tcp/sending/sender.ts";
import {
  distance,
  isBefore,
  plus,
  type SequenceNumber,
  sequenceNumber,
} from "../../protocol/tcp/sequence-number.ts";
import { type ActId, type TcpFlag, tcpFlags } from "../../wire/packet.ts";
import type { Act, SocketId } from "../act.ts";
import { takeOffBelt } from "../belt.ts";
import { aimedAt } from "../gate.ts";
import { type Host, tcpOf } from "../host.ts";
import type { Outside } from "../outside.ts";
import { takeLetter } from "./arrive.ts";
import { cardsToSend } from "./cards-to-send.ts";
import { socketOf } from "./letter-segment.ts";
import { emit, noteCause } from "./machine.ts";
import { isOfNoUse } from "./place-card.ts";
import { driveTcp } from "./talk.ts";
import type { TcpLetter, WaitingSegment } from "./tcp-side.ts";
import { releaseSegments, settleLetter } from "./waiting-segments.ts";

type ActOf<Kind extends Act["kind"]> = Act & { readonly kind: Kind };

/** The segment leaves as the seat wrote it, with the text that the machine's own would have carried. */
export function sendSegment(
  host: Host,
  act: ActOf<"sendSegment">,
  id: ActId,
  now: Instant,
  outside: Outside,
): void {
  const aimed = answeredBy(host, act);
  const peering = tcpOf(host).endpoint.connections[act.socket];
  const ends = aimed[0] ?? (peering && { from: peering.local, to: peering.remote });
  if (ends === undefined) return;
  const segment = written(act, aimed[0]?.segment, peering?.connection);
  const letters = releaseSegments(host, aimed, now);
  for (const letter of letters) outside.dropped(letter, "consumed");
  const [letter] = letters;
  noteCause(host, act.socket, id);
  emit(host, ends, segment, { outside, cause: id, letter }, whyOf(aimed[0], segment));
}

const withoutPush = (flags: readonly TcpFlag[]): string =>
  flags.filter((flag) => flag !== "psh").join(" ");

/** What the machine would have sent it for, if it would have sent just this. */
function whyOf(own: WaitingSegment | undefined, { sequence, acknowledgment, flags }: Segment) {
  if (own === undefined) return undefined;
  const { segment, why } = own;
  const isSame =
    segment.sequence === sequence &&
    segment.acknowledgment === acknowledgment &&
    withoutPush(flags) === withoutPush(segment.flags);
  return isSame ? why : undefined;
}

/** The card leaves; in the place of a wrong one whatever the machine wanted to send again waits once more. */
export function sendCard(
  host: Host,
  act: ActOf<"sendCard">,
  id: ActId,
  now: Instant,
  outside: Outside,
): void {
  const tcp = tcpOf(host);
  const peering = tcp.endpoint.connections[act.socket];
  const segment = cardAt(host, act.socket, sequenceNumber(act.sequence));
  if (peering === undefined || segment === undefined) return;
  const dues = aimedAt(host.gate, act);
  const own = dues.filter(
    ({ proposal }) => proposal.kind === "sendCard" && proposal.sequence === act.sequence,
  );
  const meant = own.length > 0 ? own : dues.filter(({ duty }) => duty === "retransmit");
  const aimed = tcp.waiting.filter(({ due }) => meant.some(({ id: other }) => other === due));
  releaseSegments(host, aimed, now);
  noteCause(host, act.socket, id);
  noteLetOut(peering.connection, plus(segment.sequence, segment.text.length));
  const ends = { from: peering.local, to: peering.remote };
  emit(host, ends, segment, { outside, cause: id }, own.length > 0 ? aimed[0]?.why : undefined);
}

/** The machine takes the card in as if it had the number of the place where the seat put it. */
export function placeCard(
  host: Host,
  act: ActOf<"place" | "discard">,
  id: ActId,
  now: Instant,
  outside: Outside,
): void {
  const letter = { ...(takeOffBelt(host.belt, act.packet).packet as TcpLetter), cause: id };
  settleLetter(host, letter);
  if (act.kind === "place") {
    const body = { ...letter.body, sequence: act.sequence };
    return takeLetter(host, { ...letter, body }, socketOf(letter), now, outside);
  }
  // TCP answers what it has had before, so that a peer whose ACK was lost stops sending (RFC 9293 §3.10.7.4).
  if (isOfNoUse(host, letter)) return takeLetter(host, letter, socketOf(letter), now, outside);
  outside.dropped(letter, "discarded");
}

/** The half-open connection ends; the peer is told, and whoever knocks has its slot. */
export function letGo(
  host: Host,
  act: ActOf<"letGo">,
  id: ActId,
  now: Instant,
  outside: Outside,
): void {
  driveTcp(
    host,
    { kind: "abort", socket: act.socket },
    { now, outside, cause: id, isByHand: true },
  );
}

/** The card of a connection's text that begins at the number; undefined where none does. */
export function cardAt(host: Host, socket: SocketId, from: SequenceNumber): Segment | undefined {
  const connection = tcpOf(host).endpoint.connections[socket]?.connection;
  if (connection === undefined) return undefined;
  const { send, receive } = connection;
  const card = cardsToSend(connection).find((one) => one.from === from);
  if (card === undefined) return undefined;
  const { text } = card;
  const isLast = plus(from, text.length) === textEnd(send);
  return {
    sequence: from,
    acknowledgment: receive.next,
    flags: isLast ? ["psh", "ack"] : ["ack"], // nothing more waits behind the last one (RFC 9293 §3.9.1.2, MUST-61)
    window: Math.max(0, distance(receive.next, receive.edge)),
    urgentPointer: 0,
    text,
  };
}

/** The segments of the machine that an act stands for, first the one that it stands for most of all. */
function answeredBy(host: Host, act: ActOf<"sendSegment">): readonly WaitingSegment[] {
  const dues = aimedAt(host.gate, act);
  const waiting = tcpOf(host).waiting.filter(({ due }) => dues.some(({ id }) => id === due));
  const isPlainAck = waiting.every(
    ({ segment, answers }) => answers === undefined && isAck(segment),
  );
  if (isPlainAck && act.flags.includes("ack")) return coveredBy(waiting, act);
  if (!act.flags.includes("fin")) return waiting.slice(0, 1);
  // A FIN says what the ACK before it would have said.
  return waiting.toSorted((a, b) => Number(has(b.segment, "fin")) - Number(has(a.segment, "fin")));
}

/** An ACK covers all that ask for less, and one of those that ask for the same: the others have to be said again. */
function coveredBy(
  waiting: readonly WaitingSegment[],
  act: ActOf<"sendSegment">,
): readonly WaitingSegment[] {
  const wanted = sequenceNumber(act.acknowledgment);
  const covered = waiting.filter(({ segment }) => isBefore(segment.acknowledgment, wanted));
  const same = waiting.find(({ segment }) => segment.acknowledgment === wanted);
  const settled = same === undefined ? covered : [same, ...covered];
  return settled.length > 0 ? settled : waiting.slice(0, 1);
}

const isAck = (segment: Segment): boolean =>
  segment.text === "" && !has(segment, "syn") && !has(segment, "fin") && !has(segment, "rst");

/** The seat's numbers and control bits on the machine's segment. Only what acknowledges carries text along. */
function written(
  act: ActOf<"sendSegment">,
  own: Segment | undefined,
  connection: Connection | undefined,
): Segment {
  const carries = !act.flags.some((flag) => flag === "syn" || flag === "rst");
  const text = carries ? (own?.text ?? "") : "";
  const bits: readonly TcpFlag[] = text === "" ? act.flags : [...act.flags, "psh"];
  const receive = connection?.receive;
  // What the program has read meanwhile is free again, and duplicate ACKs say all the same (RFC 5681 §2).
  const isOfOpen = receive !== undefined && carries;
  const window = isOfOpen ? Math.max(0, distance(receive.next, receive.edge)) : (own?.window ?? 0);
  const { maximumSegmentSize } = connection?.settings ?? {};
  return {
    sequence: sequenceNumber(act.sequence),
    acknowledgment: sequenceNumber(act.flags.includes("ack") ? act.acknowledgment : 0),
    flags: tcpFlags.filter((flag) => bits.includes(flag)),
    window,
    urgentPointer: 0,
    ...(act.flags.includes("syn") && maximumSegmentSize !== undefined
      ? { maximumSegmentSize }
      : {}),
    text,
  };
}

import type { Instant } from "../../lib/instant.ts";
import type { Connection } from "../../protocol/tcp/connection/connection.ts";
import { stepEndpoint } from "../../protocol/tcp/step-endpoint.ts";
import type { LinkId, SocketId } from "../act.ts";
import { letterOf, putOnBelt, takeOffBelt } from "../belt.ts";
import { isHeld, offer, settle } from "../gate.ts";
import { type Host, tcpOf } from "../host.ts";
import type { Outside } from "../outside.ts";
import { endsOf, segmentOf, socketOf } from "./letter-segment.ts";
import { crowdingOf, firstTimeIsUpAt, halfOpenOf, hasHadItsTime } from "./listening.ts";
import { isOfNoUse, proposePlace } from "./place-card.ts";
import { choosesCard, dutyOf, isLeftOut } from "./segment-duty.ts";
import { driveTcp, initialSequenceFor } from "./talk.ts";
import { isTcpLetter, type TcpLetter } from "./tcp-side.ts";

/** A segment comes in: it waits on the belt if the seat is to place or answer it, and is taken at once otherwise. */
export function arriveOverTcp(
  host: Host,
  letter: TcpLetter,
  link: LinkId,
  now: Instant,
  outside: Outside,
): void {
  const crowding = crowdingOf(host, letter);
  if (crowding !== undefined) return knock(host, letter, link, crowding, now, outside);
  const socket = socketOf(letter);
  if (isToPlace(host, letter, socket)) {
    if (!layDown(host, letter, link, now, outside)) return;
    return offer(host.gate, "order", proposePlace(host, letter), now);
  }
  if (isToAnswer(host, letter, socket, now) && !layDown(host, letter, link, now, outside)) return;
  takeLetter(host, letter, socket, now, outside);
}

/** The machine takes a letter in; one that nobody is to answer leaves the belt. */
export function takeLetter(
  host: Host,
  letter: TcpLetter,
  socket: SocketId,
  now: Instant,
  outside: Outside,
): void {
  const initialSequence = initialSequenceFor(host, socket);
  const { from, to } = endsOf(letter);
  const segment = segmentOf(letter);
  const wasLaidDown = letterOf(host.belt, letter.id) !== undefined;
  const occasion = { now, outside, cause: letter.cause, letter };
  driveTcp(host, { kind: "segment", socket, from, to, segment, initialSequence }, occasion);
  const isAsked = tcpOf(host).waiting.some(({ answers }) => answers === letter.id);
  if (isAsked) return;
  const isStillThere = letterOf(host.belt, letter.id) !== undefined;
  // Where its connection has ended meanwhile, it has gone with it.
  if (wasLaidDown && !isStillThere) return;
  if (isStillThere) takeOffBelt(host.belt, letter.id);
  outside.dropped(letter, "consumed");
}

/** Room may have become free: whoever knocked first comes in. Who still knocks in vain makes somebody go. */
export function letIn(host: Host, now: Instant, outside: Outside): void {
  const tcp = tcpOf(host);
  for (const packet of [...tcp.knocking]) {
    const waiting = letterOf(host.belt, packet);
    const letter = waiting?.packet;
    if (waiting !== undefined && letter !== undefined && isTcpLetter(letter)) {
      if (crowdingOf(host, letter) !== undefined) break;
      takeOffBelt(host.belt, packet);
      tcp.knocking = tcp.knocking.filter((other) => other !== packet);
      arriveOverTcp(host, letter, waiting.link, now, outside);
    } else tcp.knocking = tcp.knocking.filter((other) => other !== packet);
  }
  proposeLettingGo(host, now);
}

/** No room: a SYN is lost, or somebody half-open is let go for it (RFC 4987 §3.2, §3.4). */
function knock(
  host: Host,
  letter: TcpLetter,
  link: LinkId,
  crowding: "slotsFull" | "traysFull",
  now: Instant,
  outside: Outside,
): void {
  const { rules } = tcpOf(host);
  const [oldest] = halfOpenOf(host);
  if (crowding === "traysFull" || !rules.recycles || oldest === undefined) {
    outside.dropped(letter, "noSlotFree");
    return outside.notice({ kind: crowding }, letter.cause, letter);
  }
  if (!isHeld(host.gate, "handshake")) {
    driveTcp(host, { kind: "abort", socket: oldest }, { now, outside, isByHand: true });
    return arriveOverTcp(host, letter, link, now, outside);
  }
  if (layDown(host, letter, link, now, outside)) tcpOf(host).knocking.push(letter.id);
}

/** When somebody will have had its time, while nobody can be proposed to go for the one who knocks. */
export const lettingGoAt = (host: Host): Instant | undefined =>
  isCrowdedOut(host) && proposedToGo(host) === undefined ? firstTimeIsUpAt(host) : undefined;

/** Whoever has been half-open longest is proposed to go, once it has had its time. */
function proposeLettingGo(host: Host, now: Instant): void {
  const wanted = isCrowdedOut(host) ? silentLongest(host, now) : undefined;
  if (proposedToGo(host) === wanted) return;
  settle(host.gate, (proposal) => proposal.kind === "letGo");
  if (wanted !== undefined) offer(host.gate, "handshake", { kind: "letGo", socket: wanted }, now);
}

const silentLongest = (host: Host, now: Instant): SocketId | undefined =>
  halfOpenOf(host).find((socket) => hasHadItsTime(host, socket, now));

const isCrowdedOut = (host: Host): boolean => {
  const { knocking, rules } = tcpOf(host);
  return knocking.length > 0 && halfOpenOf(host).length >= rules.halfOpenSlots;
};

function proposedToGo(host: Host): SocketId | undefined {
  for (const { proposal } of host.gate.dues) {
    if (proposal.kind === "letGo") return proposal.socket;
  }
  return undefined;
}

/** Puts a letter on the belt; false when it falls off. */
function layDown(
  host: Host,
  letter: TcpLetter,
  link: LinkId,
  now: Instant,
  outside: Outside,
): boolean {
  if (putOnBelt(host.belt, letter, link, now)) return true;
  outside.dropped(letter, "beltFull");
  outside.notice({ kind: "letterFellOff" }, letter.cause, letter);
  return false;
}

/** Whether the letter brings a card that the seat is to put in its place. */
function isToPlace(host: Host, letter: TcpLetter, socket: SocketId): boolean {
  if (!isHeld(host.gate, "order") || letter.body.payload === "") return false;
  const state = tcpOf(host).endpoint.connections[socket]?.connection.state;
  return state === "ESTABLISHED" || (state !== undefined && !isOfNoUse(host, letter));
}

/** Whether the machine would write something back that the seat is to write: it tries, and forgets. */
function isToAnswer(host: Host, letter: TcpLetter, socket: SocketId, now: Instant): boolean {
  const isPlayed = isHeld(host.gate, "handshake") || isHeld(host.gate, "close");
  if (!isPlayed) return false;
  const { endpoint, rules } = tcpOf(host);
  if (isCarriedOn(endpoint.connections[socket]?.connection, letter)) return false;
  const { from, to } = endsOf(letter);
  const segment = segmentOf(letter);
  const initialSequence = segment.sequence;
  const input = { kind: "segment", socket, from, to, segment, initialSequence } as const;
  return stepEndpoint(endpoint, input, now).outputs.some((output) => {
    if (output.kind !== "transmit" || isLeftOut(rules, output.segment, segment)) return false;
    const duty = dutyOf(output.segment, output.why, segment);
    return !choosesCard(duty) && duty !== "acknowledge" && isHeld(host.gate, duty);
  });
}

/** Whether the letter belongs to an open connection and neither begins nor ends anything: only text and ACKs answer it. */
const isCarriedOn = (connection: Connection | undefined, { body }: TcpLetter): boolean =>
  connection?.state === "ESTABLISHED" &&
  !connection.send.isClosing &&
  body.flags.every((flag) => flag === "ack" || flag === "psh");

import { later } from "../../../lib/instant.ts";
import {
  type Connection,
  flightSize,
  type SentSegment,
  stopTimer,
  textEnd,
} from "../connection/connection.ts";
import { type Turn, transmit, type Why } from "../connection/turn.ts";
import type { Flag } from "../segment.ts";
import {
  distance,
  earliest,
  isBefore,
  latest,
  plus,
  type SequenceNumber,
} from "../sequence-number.ts";
import { allowance, initialWindow } from "./congestion.ts";
import { backedOff } from "./round-trip.ts";

/** Sends what may go now: text in segments, and the FIN behind the last of it (RFC 9293 §3.8.6.2.1). */
export function sendWaiting(turn: Turn): void {
  const { connection, now } = turn;
  if (!isOpenForText(connection)) return;
  restartAfterIdle(turn);
  for (let to = nextEnd(connection); to !== undefined; to = nextEnd(connection)) {
    sendUpTo(turn, to);
    connection.send.sentAt = now;
  }
}

/** Sends as much as the window takes, however little: the time of waiting for more is over (RFC 9293 §3.8.6.2.1, rule 4). */
export function sendLittle(turn: Turn): void {
  const { connection } = turn;
  sendUpTo(turn, plus(connection.send.next, sendable(connection)));
}

/** Sends the numbers from SND.NXT up to `to` for the first time. */
export function sendUpTo(turn: Turn, to: SequenceNumber): void {
  const { connection, now } = turn;
  const { send, congestion } = connection;
  const from = send.next;
  if (congestion.duplicates > 0 && congestion.repair === "none")
    congestion.ahead += distance(from, to); // limited transmit (RFC 5681 §3.2, step 1)
  // A probe that was one octet, or the FIN, may have carried all of it before.
  const wasResent = !isBefore(send.highest, to);
  send.next = to;
  send.highest = latest(send.highest, to);
  send.flying.push({ from, to, sentAt: now, wasResent, isHeld: false });
  transmitNumbers(turn, from, to, wasResent ? "retransmit" : undefined);
}

/** Sends the oldest unacknowledged segment again (RFC 6298 §5.4). */
export function resendFront(turn: Turn, why: Why): void {
  const { flying } = turn.connection.send;
  const [front] = flying;
  // What has not left yet cannot have been lost.
  if (front === undefined || front.isHeld) return;
  flying[0] = resent(turn, front, why);
}

/** Sends everything unacknowledged again: Go-Back-N. */
export function resendAll(turn: Turn): void {
  const { send } = turn.connection;
  send.flying = send.flying.map((sent) => (sent.isHeld ? sent : resent(turn, sent, "retransmit")));
}

/** One octet, or the FIN, beyond a closed window: the answer says whether it is open again (RFC 9293 §3.8.6.1). */
export function sendProbe(turn: Turn): void {
  const { send } = turn.connection;
  const to = plus(send.next, 1);
  send.highest = latest(send.highest, to);
  transmitNumbers(turn, send.next, to, "probe");
}

/** Text up to here has been let out, though the window had no room for all of it yet: its ACK may come. */
export function noteLetOut({ send }: Connection, to: SequenceNumber): void {
  if (isBefore(send.letOutTo ?? send.highest, to)) send.letOutTo = to;
}

/** Whether text or a FIN waits to be sent. */
export const hasUnsent = ({ send }: Connection): boolean =>
  distance(send.next, textEnd(send)) + Number(send.isClosing) > 0;

/** Starts or stops the timers for what is under way and for what a window keeps back (RFC 6298 §5.1, §5.2). */
export function armTimers(turn: Turn): void {
  const { connection } = turn;
  const { send, timers } = connection;
  const isProbing = send.flying.length === 0 && hasUnsent(connection) && isOpenForText(connection);
  if (!isProbing) stopTimer(timers, "probe");
  else if (timers.probe === undefined) timers.probe = later(turn.now, probeWait(connection));
  if (send.flying[0]?.isHeld !== false) stopTimer(timers, "retransmit");
  else if (timers.retransmit === undefined) restartTimer(turn);
}

/** The retransmission timer runs anew, for the oldest segment (RFC 6298 §5.3, §5.6). */
export function restartTimer({ connection, now }: Turn): void {
  const { roundTrip, timeOuts, timers } = connection;
  timers.retransmit = later(now, backedOff(roundTrip, timeOuts));
}

/** A window that is open but small is forced after a second at most (RFC 9293 §3.8.6.2.1); a closed one waits for RTO (§3.8.6.1, SHLD-29). */
function probeWait({ send, roundTrip, timeOuts }: Connection): number {
  return send.window > 0 ? Math.min(roundTrip.rto, 1_000) : backedOff(roundTrip, timeOuts);
}

/** Before the handshake is over, text only queues up (RFC 9293 §3.10.2). */
const isOpenForText = ({ state }: Connection): boolean =>
  state !== "SYN-SENT" && state !== "SYN-RECEIVED";

/** After a silence longer than RTO the congestion window says nothing about the network any more (RFC 5681 §4.1). */
function restartAfterIdle({ connection, now }: Turn): void {
  const { send, congestion, roundTrip } = connection;
  if (send.flying.length === 0 && now - send.sentAt > roundTrip.rto)
    congestion.window = Math.min(congestion.window, initialWindow(send.segmentSize));
}

/** Where the next segment ends that is worth sending now; undefined when it is better to wait. */
function nextEnd(connection: Connection): SequenceNumber | undefined {
  const { send } = connection;
  const octets = sendable(connection);
  const to = plus(send.next, octets);
  // Behind the FIN nothing will come that would fill the segment up, so it does not wait.
  if (isFinNext(connection, to)) return plus(to, 1);
  return octets > 0 && isWorthSending(connection, octets) ? to : undefined;
}

/** How much text the next segment can carry: min(D, U, Eff.snd.MSS), U bounded by cwnd as well (RFC 9293 §3.8.6.2.1, RFC 5681 §3.1). */
function sendable({ send, congestion, settings }: Connection): number {
  const allowed = settings.congestionControl
    ? Math.min(send.window, allowance(congestion, send.segmentSize))
    : send.window;
  const open = allowed - flightSize(send);
  return Math.max(0, Math.min(distance(send.next, textEnd(send)), open, send.segmentSize));
}

/** Whether a FIN that nobody has sent comes right behind `to` and has room in the peer's window. */
function isFinNext({ send }: Connection, to: SequenceNumber): boolean {
  const fin = textEnd(send);
  return send.isClosing && to === fin && isBefore(fin, plus(send.unacknowledged, send.window));
}

/** The rules against silly windows and, in the brackets of the RFC, Nagle's (RFC 9293 §3.8.6.2.1). */
function isWorthSending({ send, settings }: Connection, octets: number): boolean {
  if (octets >= send.segmentSize) return true; // rule 1
  if (settings.nagle && flightSize(send) > 0) return false;
  const isAll = plus(send.next, octets) === textEnd(send);
  return isAll || octets >= Math.max(1, Math.floor(send.largestWindow / 2)); // rules 2 and 3
}

function resent(turn: Turn, sent: SentSegment, why: Why): SentSegment {
  transmitNumbers(turn, sent.from, sent.to, why);
  return { ...sent, sentAt: turn.now, wasResent: true };
}

/** Sends what stands at these numbers: the SYN before the text, the text, the FIN behind it (RFC 9293 §3.4). */
function transmitNumbers(
  turn: Turn,
  from: SequenceNumber,
  to: SequenceNumber,
  why: Why | undefined,
): void {
  const { state, send } = turn.connection;
  const end = textEnd(send);
  const text = send.text.slice(
    distance(send.textFrom, latest(from, send.textFrom)),
    distance(send.textFrom, earliest(to, end)),
  );
  const isSyn = isBefore(from, send.textFrom);
  const isFin = isBefore(end, to);
  const isLast = text !== "" && !isBefore(to, end);
  const flags: Flag[] = state === "SYN-SENT" ? [] : ["ack"];
  if (isSyn) flags.push("syn");
  if (isFin) flags.push("fin");
  if (isLast) flags.push("psh"); // no more text waits behind it (RFC 9293 §3.9.1.2, MUST-61)
  transmit(turn, { sequence: from, flags, text }, why ?? purposeOf(isSyn, text));
}

function purposeOf(isSyn: boolean, text: string): Why {
  if (isSyn) return "open";
  return text === "" ? "finish" : "text";
}

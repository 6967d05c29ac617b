import { announceWindow } from "../receiving/receive-window.ts";
import { keepForLater, takeKept } from "../receiving/receiver.ts";
import { has, type Segment } from "../segment.ts";
import { takeAcknowledgment } from "../sending/acknowledgment.ts";
import { initialCongestion } from "../sending/congestion.ts";
import { afterLostSyn } from "../sending/round-trip.ts";
import { resendFront, sendUpTo } from "../sending/sender.ts";
import { isBefore, plus, type SequenceNumber } from "../sequence-number.ts";
import { type Connection, defaultSegmentSize, sendSideFrom } from "./connection.ts";
import { drop, end, moveTo, owe, sendReset, type Turn, tell } from "./turn.ts";

/** An active OPEN: <SEQ=ISS><CTL=SYN> (RFC 9293 §3.10.1). */
export function openActively(turn: Turn, initial: SequenceNumber): void {
  start(turn.connection, initial, "active");
  moveTo(turn, "activeOpen");
  sendSyn(turn);
}

/** A passive OPEN, with the number that the answer to a SYN will start from (RFC 9293 §3.10.1). */
export function openPassively(turn: Turn, initial: SequenceNumber): void {
  start(turn.connection, initial, "passive");
  moveTo(turn, "passiveOpen");
}

/** A segment in LISTEN: RST first, then ACK, then SYN (RFC 9293 §3.10.7.2). */
export function receiveInListen(turn: Turn, segment: Segment): void {
  if (has(segment, "rst")) {
    drop(turn, segment, "nothingToReset");
  } else if (has(segment, "ack")) {
    sendReset(turn, segment.acknowledgment);
    drop(turn, segment, "noConnection");
  } else if (has(segment, "syn")) {
    start(turn.connection, turn.connection.send.initial, "passive");
    synchronize(turn.connection, segment);
    moveTo(turn, "synArrived");
    sendSyn(turn);
    keepForLater(turn, segment);
  } else drop(turn, segment, "notSynchronizing");
}

/** A segment in SYN-SENT: ACK first, then RST, then SYN (RFC 9293 §3.10.7.3). */
export function receiveInSynSent(turn: Turn, segment: Segment): void {
  const { connection } = turn;
  const hasAck = has(segment, "ack");
  if (hasAck && !acknowledgesSyn(connection, segment)) {
    if (!has(segment, "rst")) sendReset(turn, segment.acknowledgment);
    drop(turn, segment, "acknowledgesUnsentData");
  } else if (has(segment, "rst")) {
    // Its number cannot be checked, for the peer has none yet: the ACK of our SYN has to do.
    if (hasAck) end(turn, "reset", "refused");
    else drop(turn, segment, "resetProvesNothing");
  } else if (has(segment, "syn")) {
    meet(turn, segment);
  } else drop(turn, segment, "notSynchronizing");
}

/** The ACK of our SYN, or the reset of what acknowledges something else (RFC 9293 §3.10.7.4, fifth step). */
export function establish(turn: Turn, segment: Segment): boolean {
  const { connection } = turn;
  // A CLOSE with nothing to send has gone ahead to FIN-WAIT-1, where the rules of that state apply.
  const isHalfOpen = connection.state === "SYN-RECEIVED";
  if (acknowledgesSyn(connection, segment)) {
    if (isHalfOpen) moveTo(turn, "synAcknowledged");
    beginText(turn, segment);
    // A CLOSE behind a SEND has waited for this (RFC 9293 §3.10.4).
    if (isHalfOpen && connection.send.isClosing) moveTo(turn, "close");
    takeKept(turn);
  } else if (isHalfOpen) {
    sendReset(turn, segment.acknowledgment);
    return drop(turn, segment, "acknowledgesUnsentData");
  }
  return true;
}

/** The peer's SYN: with an ACK we are done; without one both ends opened at once (RFC 9293 §3.5, figure 7). */
function meet(turn: Turn, segment: Segment): void {
  synchronize(turn.connection, segment);
  if (!has(segment, "ack")) {
    moveTo(turn, "synArrived");
    resendFront(turn, "open"); // the SYN once more, now with an ACK
    return keepForLater(turn, segment);
  }
  moveTo(turn, "synAckArrived");
  beginText(turn, segment);
  owe(turn, "acknowledge"); // text that waits may carry it (RFC 9293 §3.10.7.3)
  keepForLater(turn, segment);
  takeKept(turn);
}

/** Text may flow: the ACK of our SYN counts like any other, and the congestion window starts. */
function beginText(turn: Turn, segment: Segment): void {
  const { connection } = turn;
  const { send } = connection;
  const wasLost = connection.timeOuts > 0;
  takeAcknowledgment(turn, segment);
  connection.congestion = initialCongestion(send.initial, send.segmentSize);
  tell(turn, "established");
  if (!wasLost) return;
  // The network is in trouble already: one segment only, and patience (RFC 5681 §3.1, RFC 6298 §5.7).
  connection.congestion.window = send.segmentSize;
  connection.roundTrip = afterLostSyn(connection.roundTrip);
  connection.timeOuts = 0;
}

/** Whether SND.UNA < SEG.ACK ≤ SND.NXT while the SYN is all that was sent. */
const acknowledgesSyn = ({ send }: Connection, { acknowledgment }: Segment): boolean =>
  isBefore(send.unacknowledged, acknowledgment) && !isBefore(send.highest, acknowledgment);

/** Fills the connection in for a beginning. */
function start(c: Connection, initial: SequenceNumber, opened: Connection["opened"]): void {
  c.opened = opened;
  c.send = { ...sendSideFrom(initial), sentAt: c.send.sentAt };
  c.congestion = initialCongestion(initial, c.send.segmentSize);
}

/** The SYN, with an ACK if one came before it. */
function sendSyn(turn: Turn): void {
  const { send } = turn.connection;
  sendUpTo(turn, plus(send.initial, 1));
}

/** Takes from a SYN what a connection needs to know of its peer: IRS, window, segment size. */
function synchronize(connection: Connection, segment: Segment): void {
  const { settings, send, receive } = connection;
  receive.initial = segment.sequence;
  receive.next = plus(segment.sequence, 1);
  receive.edge = receive.next;
  send.window = segment.window;
  send.largestWindow = segment.window;
  send.windowSequence = segment.sequence;
  send.windowAcknowledgment = has(segment, "ack") ? segment.acknowledgment : send.initial;
  // Zero cannot be meant: it counts as silence, for which 536 stands (RFC 9293 §3.7.1, MUST-15).
  const offered = segment.maximumSegmentSize || defaultSegmentSize;
  send.segmentSize = Math.min(offered, settings.maximumSegmentSize);
  announceWindow(connection); // as the SYN said or will say: what comes with the peer's SYN may be kept
}

import { isAcceptable } from "../receiving/receive-window.ts";
import { startTimeWait, takeText, takeUrgent } from "../receiving/receiver.ts";
import { has, lengthOf, resetFor, type Segment } from "../segment.ts";
import { takeAcknowledgment } from "../sending/acknowledgment.ts";
import { distance, isBefore, latest, plus } from "../sequence-number.ts";
import type { TcpState } from "../transitions.ts";
import { type Connection, isFinAcknowledged, isSynUnacknowledged } from "./connection.ts";
import { establish, receiveInListen, receiveInSynSent } from "./handshake.ts";
import { drop, end, moveTo, owe, sendReset, type Turn, tell } from "./turn.ts";

/** A segment arrives (RFC 9293 §3.10.7). */
export function receiveSegment(turn: Turn, segment: Segment): void {
  const { state } = turn.connection;
  if (state === "CLOSED") return receiveInClosed(turn, segment);
  if (state === "LISTEN") return receiveInListen(turn, segment);
  if (state === "SYN-SENT") return receiveInSynSent(turn, segment);
  const known = withoutKnownSyn(turn.connection, segment);
  checks.every((check) => check(turn, known));
}

type Check = (turn: Turn, segment: Segment) => boolean;

/** The steps of RFC 9293 §3.10.7.4 in their order; each says whether the next one follows. */
const checks: readonly Check[] = [
  checkSequence,
  checkReset,
  // The third, security and compartment, has nothing to look at (RFC 9293 appendix A.1).
  checkSyn,
  checkAcknowledgment,
  takeWhatItBrings,
];

/** States in which the peer may still send (RFC 9293 §3.10.7.4, sixth to eighth step). */
const listening: readonly TcpState[] = ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2"];

const quietMs = 500;

/** There is no connection: a reset, unless it is one (RFC 9293 §3.10.7.1). */
function receiveInClosed(turn: Turn, segment: Segment): void {
  const answer = resetFor(segment);
  if (answer !== undefined) turn.outputs.push({ kind: "transmit", segment: answer, why: "reset" });
  drop(turn, segment, answer === undefined ? "nothingToReset" : "noConnection");
}

/**
 * When both ends open at once, the SYN comes a second time beside the ACK (RFC 9293 §3.5, figure 7). Its number is
 * behind us, so the sequence check would drop the ACK with it: the problem of RFC 9293 appendix A.2.
 */
function withoutKnownSyn({ state, opened, receive }: Connection, segment: Segment): Segment {
  const isKnown =
    state === "SYN-RECEIVED" &&
    opened === "active" &&
    has(segment, "syn") &&
    has(segment, "ack") &&
    segment.sequence === receive.initial;
  if (!isKnown) return segment;
  return {
    ...segment,
    sequence: plus(segment.sequence, 1),
    flags: segment.flags.filter((flag) => flag !== "syn"),
  };
}

/** First: does it touch the window? */
function checkSequence(turn: Turn, segment: Segment): boolean {
  const { receive } = turn.connection;
  // Text in a RST is for the reader of a trace; where it ends does not matter (RFC 9293 §3.5.3, SHLD-2).
  const length = has(segment, "rst") ? 0 : lengthOf(segment);
  if (isAcceptable(receive, segment.sequence, length)) return true;
  if (has(segment, "rst")) return drop(turn, segment, whereabouts(turn.connection, segment));
  // A closed window still lets ACK, URG and RST through (RFC 9293 §3.10.7.4); the text is answered for later.
  if (receive.edge === receive.next && segment.sequence === receive.next) {
    owe(turn, "duplicate");
    return true;
  }
  answerStranger(turn, segment);
  return false;
}

/** What does not fit is dropped, and the peer hears once more what would (RFC 9293 §3.10.7.4, first step). */
function answerStranger(turn: Turn, segment: Segment): void {
  const { connection } = turn;
  if (connection.state === "TIME-WAIT" && has(segment, "fin")) startTimeWait(turn); // it missed our ACK
  const hasLateAck = isOneBehind(connection, segment);
  if (hasLateAck && !checkAcknowledgment(turn, segment)) return;
  sayAgain(turn, segment);
  const isUsedUp = hasLateAck && lengthOf(segment) === 0; // the ACK was all it had to bring
  if (!isUsedUp) drop(turn, segment, whereabouts(connection, segment));
}

/**
 * Its number is one less than expected, which says that the peer has not heard that we took its FIN or the octet of
 * its probe. If both ends are that far, dropping the ACKs as well would let them argue for ever: what RFC 9293
 * appendix A.2 warns of, and the remedy of the draft that it names.
 */
const isOneBehind = ({ state, receive }: Connection, segment: Segment): boolean =>
  state !== "SYN-RECEIVED" &&
  has(segment, "ack") &&
  !has(segment, "syn") &&
  distance(segment.sequence, receive.next) === 1;

/**
 * An ACK for what did not fit. Empty segments get one in half a second at most: two ends that disagree about their
 * numbers would otherwise answer each other for ever (RFC 5961 §7).
 */
function sayAgain(turn: Turn, segment: Segment): void {
  const { receive } = turn.connection;
  if (lengthOf(segment) === 0) {
    if (receive.repeatedAt !== undefined && turn.now - receive.repeatedAt < quietMs) return;
    receive.repeatedAt = turn.now;
  }
  const isChallenge = has(segment, "syn") && turn.connection.settings.rfc5961Rst; // RFC 5961 §4
  owe(turn, isChallenge ? "challenge" : "duplicate");
}

const whereabouts = ({ receive }: Connection, segment: Segment) =>
  distance(receive.next, segment.sequence) < 0 ? "alreadyReceived" : "beyondWindow";

/** Second: RST. Without RFC 5961 any one in the window counts (RFC 9293 §3.10.7.4). */
function checkReset(turn: Turn, segment: Segment): boolean {
  const { connection } = turn;
  if (!has(segment, "rst")) return true;
  if (connection.settings.rfc5961Rst && segment.sequence !== connection.receive.next) {
    owe(turn, "challenge");
    return drop(turn, segment, "resetNotExact");
  }
  obeyReset(turn);
  return false;
}

function obeyReset(turn: Turn): void {
  const { state, opened } = turn.connection;
  if (state === "TIME-WAIT") return end(turn, "reset", "finished"); // both FINs are through: nothing is lost
  if (state !== "SYN-RECEIVED") return end(turn, "reset", "reset");
  // Who waited for anybody waits again; who asked for this peer was refused.
  if (opened === "passive") return end(turn, "turnedAway", "turnedAway");
  end(turn, "reset", "refused");
}

/** Fourth: SYN. */
function checkSyn(turn: Turn, segment: Segment): boolean {
  const { state, opened, settings } = turn.connection;
  if (!has(segment, "syn")) return true;
  if (state === "SYN-RECEIVED" && opened === "passive") {
    end(turn, "turnedAway", "turnedAway");
    return false;
  }
  if (settings.rfc5961Rst) owe(turn, "challenge");
  else {
    // RFC 793: a SYN in the window is an error.
    sendReset(turn, turn.connection.send.next);
    end(turn, "abort", "reset");
  }
  return drop(turn, segment, "synOnLiveConnection");
}

/** Fifth: ACK. */
function checkAcknowledgment(turn: Turn, segment: Segment): boolean {
  const { send } = turn.connection;
  if (!has(segment, "ack")) return drop(turn, segment, "noAcknowledgment");
  if (isSynUnacknowledged(send) && !establish(turn, segment)) return false;
  // What a hand has let out was sent: answered as never sent, both ends would answer each other for ever.
  if (isBefore(latest(send.highest, send.letOutTo ?? send.highest), segment.acknowledgment)) {
    owe(turn, "acknowledge"); // RFC 9293 §3.10.7.4
    return drop(turn, segment, "acknowledgesUnsentData");
  }
  // Blind data injection would have to guess better than this (RFC 5961 §5, MAY-12).
  if (distance(segment.acknowledgment, send.unacknowledged) > send.largestWindow) {
    owe(turn, "challenge");
    return drop(turn, segment, "acknowledgesLongAgo");
  }
  takeAcknowledgment(turn, segment);
  return followOurFin(turn);
}

/** What the peer's ACK of our FIN changes; the answer says whether the connection goes on. */
function followOurFin(turn: Turn): boolean {
  const { connection } = turn;
  const { state } = connection;
  if (state !== "FIN-WAIT-1" && state !== "CLOSING" && state !== "LAST-ACK") return true;
  if (!isFinAcknowledged(connection.send)) return true;
  if (state === "LAST-ACK") {
    end(turn, "finAcknowledged", "finished");
    return false;
  }
  moveTo(turn, "finAcknowledged");
  tell(turn, "closeAcknowledged");
  if (state === "CLOSING") startTimeWait(turn);
  return true;
}

/** Sixth to eighth: URG, text and FIN. */
function takeWhatItBrings(turn: Turn, segment: Segment): boolean {
  if (listening.includes(turn.connection.state)) {
    if (has(segment, "urg")) takeUrgent(turn, segment);
    takeText(turn, segment);
    return true;
  }
  // A FIN has been here: nothing can come behind it.
  return lengthOf(segment) === 0 || drop(turn, segment, "textBehindFin");
}

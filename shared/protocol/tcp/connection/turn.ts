import type { Instant } from "../../../lib/instant.ts";
import { tcpFlags } from "../../../wire/packet.ts";
import type { Call, DropReason, RefusalReason } from "../reasons.ts";
import { announceWindow } from "../receiving/receive-window.ts";
import { type Flag, has, reset, type Segment } from "../segment.ts";
import { distance, isBefore, type SequenceNumber, sequenceNumber } from "../sequence-number.ts";
import { type TcpEvent, transitions } from "../transitions.ts";
import { type Connection, stopTimer } from "./connection.ts";

/** What a segment is sent for. */
export type Why =
  | "open"
  | "text"
  | "finish"
  | "retransmit"
  | "fastRetransmit"
  | "probe"
  | "acknowledge"
  /** An ACK that says again what was said before, about a segment that did not fit. */
  | "duplicate"
  | "windowUpdate"
  | "challenge"
  | "reset";

/** How a connection ends, for the program to hear (RFC 9293 §3.6, MUST-12). */
export type Ending =
  | "finished"
  | "refused"
  | "reset"
  | "aborted"
  | "timedOut"
  | "unreachable"
  | "turnedAway";

/** What the program is told; `octets` says how many where something was read, acknowledged or urgent. */
export type Notice =
  | Ending
  | "established"
  | "readable"
  | "urgent"
  | "acknowledged"
  | "closeAcknowledged"
  | "peerClosed"
  /** R1: the same segment went three times again without an answer (RFC 9293 §3.8.3, SHLD-9). */
  | "trouble"
  | "softError";

/** What a connection answers to an input. */
export type ConnectionOutput =
  | { readonly kind: "transmit"; readonly segment: Segment; readonly why: Why }
  | { readonly kind: "deliver"; readonly text: string }
  | { readonly kind: "event"; readonly event: Notice; readonly octets?: number }
  | { readonly kind: "dropped"; readonly segment: Segment; readonly reason: DropReason }
  | { readonly kind: "refused"; readonly call: Call; readonly reason: RefusalReason };

/** One step of a connection while it is being taken: the connection, which changes, and what comes of it. */
export type Turn = {
  readonly connection: Connection;
  readonly now: Instant;
  readonly outputs: ConnectionOutput[];
  /** The ACK that must go out before the turn ends, alone or with text; "later" may wait for a timer. */
  owed: Why | "later" | undefined;
};

/** A turn before anything has happened in it. */
export const beginTurn = (connection: Connection, now: Instant): Turn => ({
  connection,
  now,
  outputs: [],
  owed: undefined,
});

/** Follows an arrow of the state diagram. */
export function moveTo({ connection }: Turn, event: TcpEvent): void {
  const state = transitions[connection.state][event];
  if (state === undefined) throw new Error(`${event} cannot happen in ${connection.state}`);
  connection.state = state;
}

/** Ends the connection: all queues are flushed and no timer runs (RFC 9293 §3.10.5, §3.10.7.4, §3.10.8). */
export function end(turn: Turn, event: TcpEvent, ending: Ending): void {
  const { connection, outputs } = turn;
  const { unread } = connection.receive;
  moveTo(turn, event);
  // After a clean end the program gets what it has not fetched: a FIN pushes (RFC 9293 §3.10.7.4, eighth step).
  if (ending === "finished" && unread !== "") outputs.push({ kind: "deliver", text: unread });
  connection.timers = {};
  connection.send.text = "";
  connection.send.flying = [];
  connection.receive.unread = "";
  connection.receive.held = [];
  turn.owed = undefined;
  tell(turn, ending);
}

/** Tells the program. */
export function tell(turn: Turn, event: Notice, octets?: number): void {
  turn.outputs.push(
    octets === undefined ? { kind: "event", event } : { kind: "event", event, octets },
  );
}

/** Says why a segment was dropped; the answer is for those who stop here. */
export function drop(turn: Turn, segment: Segment, reason: DropReason): false {
  turn.outputs.push({ kind: "dropped", segment, reason });
  return false;
}

/** Remembers that an ACK must go out; what was owed first gives it its name, but "later" gives way. */
export function owe(turn: Turn, why: Why | "later"): void {
  if (turn.owed === undefined || turn.owed === "later") turn.owed = why;
}

/** A segment to be sent, without what every segment says alike. */
export type Outgoing = {
  readonly sequence: SequenceNumber;
  readonly flags: readonly Flag[];
  readonly text: string;
};

/** Sends a segment; if it carries an ACK, nothing is owed any more (RFC 9293 §3.10.7.4: piggybacked). */
export function transmit(turn: Turn, { sequence, flags, text }: Outgoing, why: Why): void {
  const { connection } = turn;
  const isAck = flags.includes("ack");
  const urgentPointer = urgentPart(connection, sequence);
  const segment: Segment = {
    sequence,
    acknowledgment: isAck ? connection.receive.next : sequenceNumber(0),
    flags: inOrder(urgentPointer > 0 ? [...flags, "urg"] : flags),
    window: announceWindow(connection),
    urgentPointer,
    text,
  };
  if (isAck) {
    turn.owed = undefined;
    connection.receive.owed = 0;
    stopTimer(connection.timers, "acknowledge");
  }
  turn.outputs.push({ kind: "transmit", segment: announced(segment, connection), why });
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>. */
export const acknowledge = (turn: Turn, why: Why): void =>
  transmit(turn, { sequence: turn.connection.send.next, flags: ["ack"], text: "" }, why);

/** Sends <SEQ=…><CTL=RST>. */
export function sendReset(turn: Turn, sequence: SequenceNumber): void {
  turn.outputs.push({ kind: "transmit", segment: reset(sequence), why: "reset" });
}

/** The SYN says how much one segment may carry (RFC 9293 §3.7.1, MUST-14). */
function announced(segment: Segment, { settings }: Connection): Segment {
  if (!has(segment, "syn")) return segment;
  return { ...segment, maximumSegmentSize: settings.maximumSegmentSize };
}

const inOrder = (flags: readonly Flag[]): readonly Flag[] =>
  flags.length === 1 ? flags : tcpFlags.filter((flag) => flags.includes(flag));

/** The urgent pointer counts to the octet behind the urgent ones, from the segment's own number (RFC 9293 §3.8.5, MUST-62). */
function urgentPart({ send }: Connection, sequence: SequenceNumber): number {
  if (send.urgentTo === undefined || !isBefore(sequence, send.urgentTo)) return 0;
  return Math.min(distance(sequence, send.urgentTo), 0xffff);
}

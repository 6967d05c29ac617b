import type { Instant } from "../../../lib/instant.ts";
import { type Congestion, initialCongestion } from "../sending/congestion.ts";
import { type RoundTrip, unmeasured } from "../sending/round-trip.ts";
import { distance, plus, type SequenceNumber, sequenceNumber } from "../sequence-number.ts";
import type { TcpSettings } from "../settings.ts";
import type { TcpState } from "../transitions.ts";

/**
 * One end of one connection: the transmission control block of RFC 9293 §3.3.1, as plain data. It has one owner, for whom
 * it changes in place; the segments, blocks and estimates in it are replaced and never changed.
 */
export type Connection = {
  state: TcpState;
  /** Who asked for it: this decides where a RST leads from SYN-RECEIVED (RFC 9293 §3.5, MUST-11). */
  opened: "active" | "passive";
  readonly settings: TcpSettings;
  send: SendSide;
  receive: ReceiveSide;
  congestion: Congestion;
  roundTrip: RoundTrip;
  /** Time-outs in a row, which double the waiting (RFC 6298 §5.5). */
  timeOuts: number;
  /** Retransmissions or probes without any answer, which end in giving up (RFC 9293 §3.8.3). */
  unanswered: number;
  timers: Timers;
};

/** What was sent, what waits to be sent, and what the peer has room for (RFC 9293 §3.3.1, table 2). */
export type SendSide = {
  /** ISS. */
  initial: SequenceNumber;
  /** SND.UNA. */
  unacknowledged: SequenceNumber;
  /** SND.NXT. */
  next: SequenceNumber;
  /** Behind the highest number ever sent: one more than SND.NXT while the octet of a probe is under way. */
  highest: SequenceNumber;
  /** Behind the highest number that a hand has let out, where that is beyond what the machine would have sent. */
  letOutTo?: SequenceNumber;
  /** SND.WND. */
  window: number;
  /** SND.WL1. */
  windowSequence: SequenceNumber;
  /** SND.WL2. */
  windowAcknowledgment: SequenceNumber;
  /** MAX.SND.WND. */
  largestWindow: number;
  /** Eff.snd.MSS. */
  segmentSize: number;
  /** Text that is not acknowledged, sent or not. */
  text: string;
  /** The number of its first octet. */
  textFrom: SequenceNumber;
  /** SND.UP, while the peer has not acknowledged everything before it. */
  urgentTo?: SequenceNumber;
  /** The program has no more to send: a FIN follows the text. */
  isClosing: boolean;
  /** The retransmission queue, oldest first. */
  flying: SentSegment[];
  /** When text was sent last. */
  sentAt: Instant;
};

/** A segment on the retransmission queue: the numbers from `from` up to, not including, `to`. */
export type SentSegment = {
  readonly from: SequenceNumber;
  readonly to: SequenceNumber;
  readonly sentAt: Instant;
  readonly wasResent: boolean;
  /** It still waits in front of its own network, so no time runs for it. */
  readonly isHeld: boolean;
};

/** What arrived, and what there is room for (RFC 9293 §3.3.1, table 3). */
export type ReceiveSide = {
  /** IRS. */
  initial: SequenceNumber;
  /** RCV.NXT. */
  next: SequenceNumber;
  /** RCV.NXT + RCV.WND, as announced: it never moves back (RFC 9293 §3.8.6, SHLD-14). */
  edge: SequenceNumber;
  /** In order and acknowledged, not fetched by the program yet. */
  unread: string;
  /** Above a gap: disjoint, in order (RFC 9293 §3.10.7.4, SHLD-31). */
  held: Block[];
  /** The number of the peer's FIN, once one was seen. */
  finAt?: SequenceNumber;
  /** RCV.UP, while the program has not fetched everything before it. */
  urgentTo?: SequenceNumber;
  /** Segments with text that no ACK covers yet. */
  owed: number;
  /** When an empty segment outside the window was last answered. */
  repeatedAt?: Instant;
};

/** Text and the number of its first octet. */
export type Block = { readonly from: SequenceNumber; readonly text: string };

/** The timers that run, and when they end. */
export type Timers = {
  retransmit?: Instant;
  /** To a window that is closed, or too small to be worth filling (RFC 9293 §3.8.6.1, §3.8.6.2.1). */
  probe?: Instant;
  acknowledge?: Instant;
  timeWait?: Instant;
};

/** What a peer takes that says nothing about it (RFC 9293 §3.7.1, MUST-15). */
export const defaultSegmentSize = 536;

/** A connection that does not exist yet. */
export function initialConnection(
  settings: TcpSettings,
  roundTrip: RoundTrip = unmeasured(settings),
): Connection {
  const zero = sequenceNumber(0);
  const never = 0 as Instant;
  return {
    state: "CLOSED",
    opened: "active",
    settings,
    send: { ...sendSideFrom(zero), sentAt: never },
    receive: { initial: zero, next: zero, edge: zero, unread: "", held: [], owed: 0 },
    congestion: initialCongestion(zero, defaultSegmentSize),
    roundTrip,
    timeOuts: 0,
    unanswered: 0,
    timers: {},
  };
}

/** The sending side before anything was sent, numbered from ISS on. */
export const sendSideFrom = (initial: SequenceNumber): Omit<SendSide, "sentAt"> => ({
  initial,
  unacknowledged: initial,
  next: initial,
  highest: initial,
  window: 0,
  windowSequence: initial,
  windowAcknowledgment: initial,
  largestWindow: 0,
  segmentSize: defaultSegmentSize,
  text: "",
  textFrom: plus(initial, 1), // the SYN takes the first number (RFC 9293 §3.4)
  isClosing: false,
  flying: [],
});

/** Another one just like it, which can change without it. */
export const copyOfConnection = (connection: Connection): Connection => ({
  ...connection,
  send: { ...connection.send, flying: [...connection.send.flying] },
  receive: { ...connection.receive, held: [...connection.receive.held] },
  congestion: { ...connection.congestion },
  timers: { ...connection.timers },
});

/** Stops a timer. */
export function stopTimer(timers: Timers, kind: keyof Timers): void {
  // To delete what is not there costs far more than to look.
  if (timers[kind] !== undefined) delete timers[kind];
}

/** The number behind the last octet of text: that of the FIN, if one follows. */
export const textEnd = (send: SendSide): SequenceNumber => plus(send.textFrom, send.text.length);

/** How many numbers are sent and not acknowledged: FlightSize (RFC 5681 §2). */
export const flightSize = (send: SendSide): number => distance(send.unacknowledged, send.next);

/** Whether our SYN is still under way. */
export const isSynUnacknowledged = (send: SendSide): boolean =>
  distance(send.unacknowledged, send.textFrom) > 0;

/** Whether the peer has acknowledged our FIN. */
export const isFinAcknowledged = (send: SendSide): boolean =>
  send.isClosing && distance(textEnd(send), send.unacknowledged) > 0;

/** RCV.WND, as announced. */
export const receiveWindow = (receive: ReceiveSide): number => distance(receive.next, receive.edge);

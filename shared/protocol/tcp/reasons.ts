import type { TcpState } from "./transitions.ts";

/** Why a segment, or part of one, was dropped, each with the rule that says so. */
export const dropReasons = {
  /** A RST where there is nothing to reset. */
  nothingToReset: "RFC 9293 §3.10.7.1",
  /** Nobody listens at the port, and no connection has these four numbers. */
  noConnection: "RFC 9293 §3.10.7.1",
  /** Neither SYN nor RST where a connection is only about to begin. */
  notSynchronizing: "RFC 9293 §3.10.7.3",
  /** A RST that does not prove that it answers our SYN. */
  resetProvesNothing: "RFC 9293 §3.10.7.3",
  /** Everything in it arrived before. */
  alreadyReceived: "RFC 9293 §3.10.7.4",
  /** It lies beyond the window. */
  beyondWindow: "RFC 9293 §3.10.7.4",
  /** Text for which the window had no room; ACK and RST of the segment still count. */
  windowClosed: "RFC 9293 §3.10.7.4",
  /** A RST inside the window, but not at its edge. */
  resetNotExact: "RFC 5961 §3",
  synOnLiveConnection: "RFC 5961 §4",
  noAcknowledgment: "RFC 9293 §3.10.7.4",
  acknowledgesUnsentData: "RFC 9293 §3.10.7.4",
  /** An ACK older than any window. */
  acknowledgesLongAgo: "RFC 5961 §5",
  /** Text behind the FIN that said that there is no more. */
  textBehindFin: "RFC 9293 §3.10.7.4",
  /** Text above a gap, which Go-Back-N throws away and TCP holds. */
  outOfOrder: "Go-Back-N",
  /** No slot is left for another half-open connection. */
  halfOpenFull: "RFC 4987 §2",
  /** The program has too many connections to accept already. */
  backlogFull: "RFC 4987 §2",
  /** To or from an address that is not the address of one machine. */
  notUnicast: "RFC 9293 §3.9.2.3",
} as const;

/** Why a segment was dropped. */
export type DropReason = keyof typeof dropReasons;

/** What a program can ask of a connection (RFC 9293 §3.10.1 to §3.10.5). */
export type Call = "connect" | "listen" | "send" | "receive" | "close" | "abort";

/** Why a connection refuses a call. */
export type RefusalReason =
  | "noConnection"
  | "connectionExists"
  | "remoteUnspecified"
  | "connectionClosing"
  | "sendBufferFull";

/** Why the TCP of a host refuses a call that no connection can answer. */
export type HostRefusalReason = "portInUse" | "notBound" | "nothingToAccept" | "notUnicast";

type Refusals = Readonly<Partial<Record<TcpState, RefusalReason>>>;

const closing: Refusals = {
  "FIN-WAIT-1": "connectionClosing",
  "FIN-WAIT-2": "connectionClosing",
  CLOSING: "connectionClosing",
  "LAST-ACK": "connectionClosing",
  "TIME-WAIT": "connectionClosing",
};

const exists: Refusals = {
  "SYN-SENT": "connectionExists",
  "SYN-RECEIVED": "connectionExists",
  ESTABLISHED: "connectionExists",
  "FIN-WAIT-1": "connectionExists",
  "FIN-WAIT-2": "connectionExists",
  "CLOSE-WAIT": "connectionExists",
  CLOSING: "connectionExists",
  "LAST-ACK": "connectionExists",
  "TIME-WAIT": "connectionExists",
};

/**
 * Which call is refused in which state. A RECEIVE is refused later than RFC 9293 §3.10.3 allows: after both FINs a
 * program may still fetch the text that waits for it, which the RFC's outstanding RECEIVEs would have got at once.
 */
export const refusals: Readonly<Record<Call, Refusals>> = {
  connect: exists, // RFC 9293 §3.10.1
  listen: { LISTEN: "connectionExists", ...exists },
  send: { CLOSED: "noConnection", LISTEN: "remoteUnspecified", ...closing }, // RFC 9293 §3.10.2
  receive: { CLOSED: "noConnection" }, // RFC 9293 §3.10.3
  close: { CLOSED: "noConnection", ...closing }, // RFC 9293 §3.10.4
  abort: { CLOSED: "noConnection" }, // RFC 9293 §3.10.5
};

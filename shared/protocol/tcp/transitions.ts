/** The state of a connection, by its name in RFC 9293 §3.3.2. */
export type TcpState =
  | "CLOSED"
  | "LISTEN"
  | "SYN-SENT"
  | "SYN-RECEIVED"
  | "ESTABLISHED"
  | "FIN-WAIT-1"
  | "FIN-WAIT-2"
  | "CLOSE-WAIT"
  | "CLOSING"
  | "LAST-ACK"
  | "TIME-WAIT";

/** What can move a connection from one state to another. */
export type TcpEvent =
  | "activeOpen"
  | "passiveOpen"
  | "synArrived"
  | "synAckArrived"
  | "synAcknowledged"
  /** A RST, or a second SYN, for a connection that a peer had asked for and that is not established yet. */
  | "turnedAway"
  | "close"
  | "finArrived"
  | "finAcknowledged"
  | "timeWaitOver"
  | "reset"
  | "abort"
  /** Retransmissions ran out, or an ICMP error said that there is no way. */
  | "gaveUp";

type Row = Readonly<Partial<Record<TcpEvent, TcpState>>>;

/** Every synchronized state can end at once; figure 5 leaves these arrows out (RFC 9293 §3.3.2, note 3). */
const ends = { reset: "CLOSED", abort: "CLOSED", gaveUp: "CLOSED" } as const satisfies Row;

/** The state diagram: figure 5 of RFC 9293 §3.3.2, with its notes. What is not in a row cannot happen there. */
export const transitions: Readonly<Record<TcpState, Row>> = {
  CLOSED: { activeOpen: "SYN-SENT", passiveOpen: "LISTEN" },
  LISTEN: { activeOpen: "SYN-SENT", synArrived: "SYN-RECEIVED", close: "CLOSED", abort: "CLOSED" },
  "SYN-SENT": {
    synArrived: "SYN-RECEIVED", // both ends open at once (RFC 9293 §3.5, figure 7)
    synAckArrived: "ESTABLISHED",
    close: "CLOSED",
    ...ends,
  },
  "SYN-RECEIVED": {
    synAcknowledged: "ESTABLISHED",
    turnedAway: "LISTEN",
    close: "FIN-WAIT-1",
    ...ends,
  },
  ESTABLISHED: { close: "FIN-WAIT-1", finArrived: "CLOSE-WAIT", ...ends },
  "FIN-WAIT-1": { finAcknowledged: "FIN-WAIT-2", finArrived: "CLOSING", ...ends },
  "FIN-WAIT-2": { finArrived: "TIME-WAIT", ...ends },
  "CLOSE-WAIT": { close: "LAST-ACK", ...ends },
  CLOSING: { finAcknowledged: "TIME-WAIT", ...ends },
  "LAST-ACK": { finAcknowledged: "CLOSED", ...ends },
  "TIME-WAIT": { timeWaitOver: "CLOSED", reset: "CLOSED", abort: "CLOSED" },
};

/** The switches and sizes of one end of a connection; a mission may differ from the defaults of the RFCs. */
export type TcpSettings = {
  /** Whether an inexact RST and a SYN on a live connection are challenged (RFC 5961 §3, §4) or obeyed (RFC 793). */
  readonly rfc5961Rst: boolean;
  /** How long the ACK of a segment in order may wait for company, in ms; 0 sends it at once (RFC 9293 §3.8.6.3). */
  readonly delayedAck: number;
  /** The time-out before a round trip was measured, in ms (RFC 6298 §2.1). */
  readonly initialRto: number;
  /** The shortest time-out, in ms (RFC 6298 §2.4). */
  readonly minRto: number;
  /** How often one segment is sent again before the connection is given up: R2, as a count (RFC 9293 §3.8.3). */
  readonly maxRetransmits: number;
  /** Whether a new connection starts from the round trips that earlier ones measured to the same address (RFC 9040). */
  readonly sharedEstimate: boolean;
  /** How long a segment can be under way, in ms; TIME-WAIT lasts twice as long (RFC 9293 §3.4.2). */
  readonly msl: number;
  /** Go-Back-N, which no TCP does: text above a gap is thrown away, and a time-out sends everything again. */
  readonly goBackN: boolean;
  /**
   * Whether a congestion window bounds what is under way (RFC 5681 §3.1). Without it the peer's window alone does, as
   * before 1988: enough where a network is to be understood before it is to be shared.
   */
  readonly congestionControl: boolean;
  /** Whether small writes wait for each other while something is unacknowledged (RFC 9293 §3.7.4). */
  readonly nagle: boolean;
  /** The most text that one segment of our network can carry, either way; announced on the SYN (RFC 9293 §3.7.1). */
  readonly maximumSegmentSize: number;
  /** How many octets a program may leave with us before they are acknowledged. */
  readonly sendBuffer: number;
  /** How many octets may wait here for the program: the largest window (RFC 9293 §3.8.6.2.2). */
  readonly receiveBuffer: number;
  /**
   * Whether the program has whatever comes before anything is said about it (RFC 9293 §3.10.7.4, seventh step), so that
   * its window is always the same: an ACK that tells a window of its own is no duplicate (RFC 5681 §2).
   */
  readonly readsAtOnce: boolean;
};

/**
 * What the RFCs say. Seven retransmissions from one second on last 191 s: longer than the 100 s that data must be
 * tried, and than the three minutes that a SYN must (RFC 9293 §3.8.3, SHLD-11, MUST-23).
 */
export const defaultSettings: TcpSettings = {
  rfc5961Rst: true,
  delayedAck: 200,
  initialRto: 1_000,
  minRto: 1_000,
  maxRetransmits: 7,
  sharedEstimate: false,
  msl: 120_000,
  goBackN: false,
  congestionControl: true,
  nagle: true,
  maximumSegmentSize: 1_460,
  sendBuffer: 65_535,
  receiveBuffer: 65_535,
  readsAtOnce: false,
};

/** The largest window that the header has room for; the game does without window scaling (RFC 9293 §3.1). */
export const largestWindow = 65_535;

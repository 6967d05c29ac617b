import { isBefore, type SequenceNumber } from "../sequence-number.ts";

/** How much may be under way, and what was learnt from losses (RFC 5681, RFC 6582); all sizes in octets. */
export type Congestion = {
  /** cwnd. */
  window: number;
  /** ssthresh. */
  threshold: number;
  /** Duplicate ACKs in a row. */
  duplicates: number;
  /** Sent on the first two of them, beyond the window (RFC 3042). */
  ahead: number;
  /** What is being repaired: nothing, what duplicate ACKs told of, or what a time-out told of. */
  repair: "none" | "fast" | "timeOut";
  /** The number behind everything that had been sent when the repair began (RFC 6582 §3.1: recover + 1). */
  recover: SequenceNumber;
};

const highestThreshold = 65_535;
const duplicatesOfALoss = 3;

/** Before anything was sent: slow start, with no threshold in sight (RFC 5681 §3.1). */
export const initialCongestion = (initial: SequenceNumber, size: number): Congestion => ({
  window: initialWindow(size),
  threshold: highestThreshold,
  duplicates: 0,
  ahead: 0,
  repair: "none",
  recover: initial,
});

/** IW: two to four segments, the more the smaller they are (RFC 5681 §3.1). */
export function initialWindow(size: number): number {
  if (size > 2_190) return 2 * size;
  return (size > 1_095 ? 3 : 4) * size;
}

/** How much may be under way just now; the first two duplicate ACKs let one segment more go each (RFC 3042 §2). */
export const allowance = (congestion: Congestion, size: number): number =>
  congestion.repair === "none" && congestion.duplicates < duplicatesOfALoss
    ? congestion.window + congestion.duplicates * size
    : congestion.window;

/** Whether this duplicate ACK is the one that stands for a loss which no repair has dealt with yet (RFC 6582 §3.2, step 2). */
export const tellsOfLoss = (congestion: Congestion, acknowledged: SequenceNumber): boolean =>
  congestion.repair === "none" &&
  congestion.duplicates === duplicatesOfALoss &&
  isBefore(congestion.recover, acknowledged);

/** Fast recovery begins: half of what is under way, and the three segments that have left the network (RFC 5681 §3.2). */
export function beginFastRecovery(
  c: Congestion,
  flight: number,
  next: SequenceNumber,
  size: number,
) {
  c.threshold = halved(flight - c.ahead, size);
  c.window = c.threshold + duplicatesOfALoss * size;
  c.repair = "fast";
  c.recover = next;
  c.ahead = 0;
}

/** A time-out: back to one segment; the threshold falls once for each loss, not once for each try (RFC 5681 §3.1). */
export function afterTimeOut(
  c: Congestion,
  isFirst: boolean,
  flight: number,
  next: SequenceNumber,
  size: number,
): void {
  if (isFirst) c.threshold = halved(flight, size);
  c.window = size; // LW
  c.repair = "timeOut";
  c.recover = next;
  c.duplicates = 0;
  c.ahead = 0;
}

/** Something new was acknowledged; the answer says whether what comes next is known to be missing as well (RFC 6582 §3.2, step 3). */
export function afterProgress(
  c: Congestion,
  acknowledged: SequenceNumber,
  octets: number,
  flight: number,
  size: number,
): boolean {
  c.duplicates = 0;
  c.ahead = 0;
  const isPartial = c.repair !== "none" && isBefore(acknowledged, c.recover);
  if (c.repair === "fast") {
    // Deflated: by what has left the network, or at the end to the threshold, without a burst (RFC 6582 §3.2).
    c.window = isPartial
      ? Math.max(c.window - octets + (octets >= size ? size : 0), size)
      : Math.min(c.threshold, Math.max(flight, size) + size);
  } else grow(c, octets, size);
  if (!isPartial) c.repair = "none";
  return isPartial;
}

/** Slow start below the threshold, congestion avoidance above it: never less than a whole octet (RFC 5681 §3.1). */
function grow(c: Congestion, octets: number, size: number): void {
  const step =
    c.window < c.threshold ? Math.min(octets, size) : Math.floor((size * size) / c.window);
  c.window = Math.min(c.window + Math.max(1, step), highestThreshold);
}

/** ssthresh after a loss (RFC 5681 §3.1, equation 4). */
const halved = (flight: number, size: number): number => Math.max(Math.floor(flight / 2), 2 * size);

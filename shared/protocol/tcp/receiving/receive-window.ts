import { type Connection, type ReceiveSide, receiveWindow } from "../connection/connection.ts";
import { distance, plus, type SequenceNumber } from "../sequence-number.ts";
import { largestWindow } from "../settings.ts";

/** Whether the numbers of a segment touch the window: the four rows of table 6 in RFC 9293 §3.10.7.4. */
export function isAcceptable(
  receive: ReceiveSide,
  sequence: SequenceNumber,
  length: number,
): boolean {
  if (receiveWindow(receive) === 0) return length === 0 && sequence === receive.next;
  return (
    isInWindow(receive, sequence) || (length > 0 && isInWindow(receive, plus(sequence, length - 1)))
  );
}

/** RCV.NXT ≤ number < RCV.NXT + RCV.WND. */
function isInWindow(receive: ReceiveSide, sequence: SequenceNumber): boolean {
  const offset = distance(receive.next, sequence);
  return offset >= 0 && offset < receiveWindow(receive);
}

/** The window for the next segment out; its edge moves only in steps worth filling (RFC 9293 §3.8.6.2.2). */
export function announceWindow(connection: Connection): number {
  const { receive } = connection;
  const reach = reachOf(connection);
  if (distance(receive.edge, reach) >= step(connection)) receive.edge = reach;
  return receiveWindow(receive);
}

/** Whether a peer that saw too little room to send should hear that there is more (RFC 9293 §3.8.6.2.2). */
export function isWorthAnnouncing(connection: Connection): boolean {
  const { receive } = connection;
  const least = step(connection);
  return receiveWindow(receive) < least && distance(receive.edge, reachOf(connection)) >= least;
}

/** How far the window could go: RCV.NXT + RCV.BUFF − RCV.USER (RFC 9293 §3.8.6.2.2). */
function reachOf({ receive, settings }: Connection): SequenceNumber {
  const room = Math.min(settings.receiveBuffer, largestWindow) - receive.unread.length;
  return plus(receive.next, Math.max(0, room));
}

/** min(Fr · RCV.BUFF, Eff.snd.MSS), with Fr = 1/2 (RFC 9293 §3.8.6.2.2). */
const step = ({ settings, send }: Connection): number =>
  Math.max(1, Math.min(Math.floor(settings.receiveBuffer / 2), send.segmentSize));

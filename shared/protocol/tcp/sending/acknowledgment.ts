import { flightSize, type SentSegment, stopTimer } from "../connection/connection.ts";
import { type Turn, tell } from "../connection/turn.ts";
import { has, lengthOf, type Segment } from "../segment.ts";
import { distance, isBefore, latest, plus, type SequenceNumber } from "../sequence-number.ts";
import { afterProgress, beginFastRecovery, tellsOfLoss } from "./congestion.ts";
import { withMeasurement } from "./round-trip.ts";
import { resendFront, restartTimer } from "./sender.ts";

/** Takes an ACK that lies between SND.UNA and what was sent, with the window beside it (RFC 9293 §3.10.7.4, fifth step). */
export function takeAcknowledgment(turn: Turn, segment: Segment): void {
  const { acknowledgment } = segment;
  if (isBefore(turn.connection.send.unacknowledged, acknowledgment)) progress(turn, acknowledgment);
  else if (isDuplicate(turn, segment)) countDuplicate(turn);
  updateWindow(turn, segment);
}

/** Only newer segments change the window, so that an overtaken one does no harm (RFC 9293 §3.10.7.4, fifth step). */
function updateWindow({ connection }: Turn, { sequence, acknowledgment, window }: Segment): void {
  const { send } = connection;
  if (isBefore(acknowledgment, send.unacknowledged)) return;
  const newer = distance(send.windowSequence, sequence);
  if (newer < 0 || (newer === 0 && isBefore(acknowledgment, send.windowAcknowledgment))) return;
  // An answer from a closed window is an answer: the connection stays (RFC 9293 §3.8.6.1, MUST-37).
  if (window === 0) connection.unanswered = 0;
  if (window > 0 && send.window === 0) connection.timeOuts = 0; // probes were not losses
  send.window = window;
  send.largestWindow = Math.max(send.largestWindow, window);
  send.windowSequence = sequence;
  send.windowAcknowledgment = acknowledgment;
}

function progress(turn: Turn, acknowledged: SequenceNumber): void {
  const { connection } = turn;
  const { send, congestion } = connection;
  const octets = distance(send.unacknowledged, acknowledged);
  measure(turn, acknowledged);
  send.unacknowledged = acknowledged;
  send.next = latest(send.next, acknowledged); // the octet of a probe was taken
  send.highest = latest(send.highest, acknowledged);
  if (send.letOutTo !== undefined && !isBefore(acknowledged, send.letOutTo)) delete send.letOutTo;
  landUpTo(send.flying, acknowledged);
  if (send.urgentTo !== undefined && !isBefore(acknowledged, send.urgentTo)) delete send.urgentTo;
  connection.unanswered = 0;
  releaseText(turn, acknowledged);
  const isNextMissing = afterProgress(
    congestion,
    acknowledged,
    octets,
    flightSize(send),
    send.segmentSize,
  );
  // Every partial ACK restarts the timer: a segment must not go again within one RTO (RFC 6298 §5), which RFC 6582
  // §4 calls slow but steady.
  stopTimer(connection.timers, "retransmit");
  if (isNextMissing) resendFront(turn, "retransmit");
}

/** Takes a sample, unless one of the segments went twice: then nobody knows which one was answered (RFC 6298 §3). */
function measure({ connection, now }: Turn, acknowledged: SequenceNumber): void {
  const { send, settings } = connection;
  if (send.letOutTo !== undefined) return;
  let last: SentSegment | undefined;
  for (const sent of send.flying) {
    if (isBefore(acknowledged, sent.to)) break;
    if (sent.wasResent || sent.isHeld) return;
    last = sent;
  }
  if (last === undefined) return;
  connection.roundTrip = withMeasurement(connection.roundTrip, now - last.sentAt, settings);
  connection.timeOuts = 0;
}

/** The send buffer empties only here (RFC 9293 §3.10.7.4: SENDs are returned with "ok"). */
function releaseText(turn: Turn, acknowledged: SequenceNumber): void {
  const { send } = turn.connection;
  const octets = Math.min(send.text.length, distance(send.textFrom, acknowledged));
  if (octets <= 0) return;
  send.text = send.text.slice(octets);
  send.textFrom = plus(send.textFrom, octets);
  tell(turn, "acknowledged", octets);
}

/** Takes what has arrived off the retransmission queue; its front may be acknowledged in part (RFC 9293 §3.4). */
function landUpTo(flying: SentSegment[], acknowledged: SequenceNumber): void {
  for (let front = flying[0]; front !== undefined; front = flying[0]) {
    if (isBefore(acknowledged, front.to)) {
      if (isBefore(front.from, acknowledged)) flying[0] = { ...front, from: acknowledged };
      return;
    }
    flying.shift();
  }
}

/** What RFC 5681 §2 calls a duplicate: it brings nothing, not even another window, while something is under way. */
function isDuplicate({ connection }: Turn, segment: Segment): boolean {
  const { send } = connection;
  return (
    send.flying.length > 0 &&
    lengthOf(segment) === 0 &&
    !has(segment, "rst") &&
    segment.acknowledgment === send.unacknowledged &&
    segment.window === send.window
  );
}

/** The third in a row stands for a loss; each one says that a segment has left the network (RFC 5681 §3.2). */
function countDuplicate(turn: Turn): void {
  const { send, congestion, settings } = turn.connection;
  if (settings.goBackN) return; // the receiver throws everything away, so duplicates say nothing new
  congestion.duplicates += 1;
  if (congestion.repair === "fast") congestion.window += send.segmentSize;
  if (!tellsOfLoss(congestion, send.unacknowledged)) return;
  beginFastRecovery(congestion, flightSize(send), send.next, send.segmentSize);
  resendFront(turn, "fastRetransmit");
  restartTimer(turn);
}

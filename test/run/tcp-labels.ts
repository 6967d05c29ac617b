import { has, lengthOf, type Segment } from "../../shared/protocol/tcp/segment.ts";
import { isBefore, plus } from "../../shared/protocol/tcp/sequence-number.ts";
import type { TcpLabel } from "./tcp-label.ts";
import type { ToldFrame, ToldSegment } from "./told-segment.ts";
import { lookAt, remember, type Sight, type WireView } from "./wire-view.ts";

/**
 * What Wireshark should say about each segment on a link, by what the engine knows; undefined for other frames.
 *
 * *Whether* a segment is a repetition, a duplicate, a probe, a window update or none of these is the engine's word: its
 * `why`. Nothing on the wire is asked for it. Wireshark has more words than the engine has reasons, and which one it
 * takes depends on what somebody on this link has seen before; `WireView` keeps those few facts:
 *
 * - What left before it began to look it has not seen: the repetition of that is the first it sees of its sender. If
 *   the peer is seen to know it already, it is "spurious" all the same.
 * - It sees no timers. A repetition of what two duplicates in a row have asked for is "fast" within 20 ms (20 s of play)
 *   of the second one, whether the third one or the timer has sent it. It counts a duplicate only in its place: not one
 *   that text has overtaken.
 * - A repetition is "out of order" while the newest segment left less than a round trip ago, because nobody can have
 *   missed anything yet, unless it repeats just that newest one. The round trip is that of the handshake, else 3 ms.
 *   Text that somebody sends behind newer text is out of order, too; where that was long ago, it can only take it for a
 *   repetition.
 * - A repetition of what was acknowledged on this link already is "spurious": the sender had not got the ACK yet.
 * - One octet at the end of what was sent, once more, is a keep-alive; so is an ACK from before it, where that octet was
 *   a probe of a window that is seen to have opened.
 * - A duplicate with another window than before is a window update; with a window of zero it is that, and the answer to
 *   a probe if one came just before. A window update with news in its ACK is nothing special, nor is such a duplicate.
 * - Text up to the edge of the window fills it, if the peer's SYN was seen.
 * - A probe is one while the window is seen closed. Its octet does not count as sent: where the peer takes it, the ACK
 *   seems to be for something that was never seen, and what is sent next seems to have lost its predecessor. The same
 *   goes for an ACK behind text that begins inside a segment seen before.
 */
export function labelsOf(
  frames: readonly ToldFrame[],
): readonly (readonly TcpLabel[] | undefined)[] {
  const views: Record<string, WireView> = {};
  return frames.map(({ at, told }) => {
    if (told === undefined) return undefined;
    const view = views[told.connection] ?? { ends: {} };
    views[told.connection] = view;
    const sight = lookAt(view, told, at);
    const labels = labelsIn(sight);
    remember(view, sight, labels);
    return labels;
  });
}

/** The word for a repair that the engine's reason alone would choose, whatever else was seen on the link. */
export function plainLabelOf({ why, segment }: ToldSegment): TcpLabel | undefined {
  if (why === "retransmit") return "retransmission";
  if (why === "fastRetransmit") return "fast_retransmission";
  return why === "probe" && segment.text !== "" ? "zero_window_probe" : undefined;
}

const fastWithinMs = 20_000;
const outOfOrderWithinMs = 3_000;

function labelsIn(sight: Sight): readonly TcpLabel[] {
  const { why, segment, own } = sight;
  if (why === "reset") return [];
  if (isSeenProbe(sight)) return ["zero_window_probe"];
  const isBeyond = own.next !== undefined && isBefore(own.next, segment.sequence);
  return [
    ...when(segment.window === 0 && !isControl(segment), "zero_window"),
    ...when(isBeyond, "lost_segment"),
    ...when(acknowledgesUnseen(sight), "ack_lost_segment"),
    ...when(fillsWindow(sight), "window_full"),
    ...(isRepeated(sight) ? [repetition(sight)] : when(isLate(sight), lateWord(sight))),
    ...(lengthOf(segment) === 0 ? aboutAck(sight) : []),
  ];
}

const when = (is: boolean, label: TcpLabel): readonly TcpLabel[] => (is ? [label] : []);

const isControl = (segment: Segment): boolean =>
  has(segment, "syn") || has(segment, "fin") || has(segment, "rst");

const isSeenProbe = ({ why, segment, own, peer }: Sight): boolean =>
  why === "probe" && segment.text !== "" && peer.window === 0 && segment.sequence === own.next;

function isRepeated(sight: Sight): boolean {
  const { why, end, own } = sight;
  if (own.next === undefined) return why === "retransmit" && isKnown(sight);
  if (why === "retransmit" || why === "fastRetransmit") return true;
  // When both ends open at once, the SYN goes a second time, now with an ACK (RFC 9293 §3.5, figure 7).
  if (why === "open") return true;
  // A FIN probes as well, and Wireshark knows it for what it is.
  return why === "probe" && !isBefore(own.next, end);
}

/** Text, or a FIN, that leaves for the first time behind newer numbers: at a desk the order is free. */
const isLate = ({ why, end, own }: Sight): boolean =>
  (why === "text" || why === "finish") && own.next !== undefined && !isBefore(own.next, end);

const lateWord = (sight: Sight): TcpLabel =>
  isSoon(sight) && sight.end !== sight.own.next ? "out_of_order" : "retransmission";

/** Whether nobody can have missed anything yet since the newest segment left. */
const isSoon = ({ at, own, firstRoundTripMs }: Sight): boolean =>
  at - own.nextAt < (firstRoundTripMs ?? outOfOrderWithinMs);

function repetition(sight: Sight): TcpLabel {
  const { segment, end, own } = sight;
  const isNewest = end === own.next;
  if (isNewest && lengthOf(segment) === 1 && !isControl(segment)) return "keep_alive";
  if (isKnown(sight)) return "spurious_retransmission";
  if (isAskedFor(sight)) return "fast_retransmission";
  return isSoon(sight) && !isNewest ? "out_of_order" : "retransmission";
}

/** Whether the peer has acknowledged all of its text on this link. */
const isKnown = ({ segment, peer }: Sight): boolean =>
  segment.text !== "" &&
  peer.acknowledged !== undefined &&
  !isBefore(peer.acknowledged, plus(segment.sequence, segment.text.length));

const isAskedFor = ({ segment, at, peer }: Sight): boolean =>
  peer.duplicates >= 2 && peer.acknowledged === segment.sequence && at - peer.at < fastWithinMs;

/** A segment that carries nothing but its ACK. */
function aboutAck(sight: Sight): readonly TcpLabel[] {
  const { why, segment, own } = sight;
  if (own.next === plus(segment.sequence, 1) && !isControl(segment)) return ["keep_alive"];
  if (own.next !== segment.sequence || own.acknowledged !== segment.acknowledgment) return [];
  if (why === "windowUpdate") return when(own.window !== segment.window, "window_update");
  return why === "duplicate" || why === "challenge" ? aboutDuplicate(sight) : [];
}

function aboutDuplicate({ segment, own, peer }: Sight): readonly TcpLabel[] {
  const isSameWindow = own.window === segment.window;
  if (segment.window === 0)
    return when(isSameWindow && peer.labels.includes("zero_window_probe"), "zero_window_probe_ack");
  if (!isSameWindow) return ["window_update"];
  return peer.labels.includes("keep_alive") ? ["keep_alive_ack"] : ["duplicate_ack"];
}

/** Whether the ACK is for more than seems to have been sent. */
const acknowledgesUnseen = ({ segment, peer }: Sight): boolean =>
  has(segment, "ack") && peer.joined !== undefined && isBefore(peer.joined, segment.acknowledgment);

function fillsWindow({ segment, end, peer }: Sight): boolean {
  if (segment.text === "" || isControl(segment) || !peer.hasBegun) return false;
  if (peer.acknowledged === undefined || peer.window === undefined) return false;
  return end === plus(peer.acknowledged, peer.window);
}

import type { Instant } from "../../shared/lib/instant.ts";
import type { Why } from "../../shared/protocol/tcp/connection/turn.ts";
import { has, lengthOf, type Segment } from "../../shared/protocol/tcp/segment.ts";
import { isBefore, plus, type SequenceNumber } from "../../shared/protocol/tcp/sequence-number.ts";
import type { TcpLabel } from "./tcp-label.ts";
import type { ToldSegment } from "./told-segment.ts";

/** What somebody on a link has seen so far of the two ends of a connection. */
export type WireView = {
  readonly ends: Record<string, EndView>;
  synAt?: Instant;
  /** From the latest SYN to the ACK that ends the handshake. */
  firstRoundTripMs?: number;
};

type EndView = {
  /** Behind the newest number it has sent, probes apart, and when that was. */
  next?: SequenceNumber;
  nextAt: number;
  /** How far its segments join on to each other: only one that starts right here moves it. */
  joined?: SequenceNumber;
  acknowledged?: SequenceNumber;
  window?: number;
  /** Whether its SYN was seen: without it nobody knows what its windows mean (RFC 7323 §2.2). */
  hasBegun: boolean;
  /** Duplicates in a row, and when its latest segment came. */
  duplicates: number;
  at: number;
  labels: readonly TcpLabel[];
};

/** One segment before the eyes of somebody who has seen the ones before it. */
export type Sight = {
  readonly segment: Segment;
  readonly why: Why;
  readonly at: Instant;
  readonly end: SequenceNumber;
  readonly own: EndView;
  readonly peer: EndView;
  readonly firstRoundTripMs: number | undefined;
};

/** The next segment that passes. */
export function lookAt(view: WireView, told: ToldSegment, at: Instant): Sight {
  const { segment, from, to } = told;
  const own = endOf(view, from);
  const end = plus(segment.sequence, lengthOf(segment));
  const why = whyOf(told, own);
  const { firstRoundTripMs } = view;
  return { segment, why, at, end, own, peer: endOf(view, to), firstRoundTripMs };
}

/** Remembers the segment, and what was said about it. */
export function remember(view: WireView, sight: Sight, labels: readonly TcpLabel[]): void {
  const { segment, at, own, peer } = sight;
  if (labels.includes("ack_lost_segment") && peer.next !== undefined) peer.joined = peer.next;
  if (!labels.includes("zero_window_probe")) rememberNumbers(sight);
  if (labels.includes("duplicate_ack")) own.duplicates += 1;
  if (own.acknowledged !== segment.acknowledgment) own.duplicates = 0;
  own.acknowledged = segment.acknowledgment;
  own.window = segment.window;
  own.hasBegun ||= has(segment, "syn");
  own.at = at;
  own.labels = labels;
  rememberRoundTrip(view, segment, at);
}

function endOf({ ends }: WireView, name: string): EndView {
  const fresh: EndView = { hasBegun: false, nextAt: 0, duplicates: 0, at: 0, labels: [] };
  ends[name] ??= fresh;
  return ends[name];
}

/**
 * On the link of its sender, a segment is what it was sent for. On its way the network may have doubled it or changed
 * the order: there an ACK without news is a duplicate, as it is for the one that gets it (RFC 5681 §2). The same goes
 * for what was written by hand.
 */
function whyOf({ segment, why, isAtSender }: ToldSegment, { acknowledged }: EndView): Why {
  const isOnlyAck = lengthOf(segment) === 0;
  if (why !== undefined && (isAtSender || !isOnlyAck)) return why;
  return isOnlyAck && segment.acknowledgment === acknowledged ? "duplicate" : "text";
}

function rememberNumbers({ segment, at, end, own }: Sight): void {
  if (own.next === undefined || isBefore(own.next, end)) {
    own.next = end;
    own.nextAt = at;
  }
  if (own.joined === undefined || own.joined === segment.sequence) own.joined = own.next;
}

function rememberRoundTrip(view: WireView, segment: Segment, at: Instant): void {
  if (has(segment, "syn") && !has(segment, "ack")) view.synAt = at;
  else if (!has(segment, "syn") && has(segment, "ack") && view.synAt !== undefined)
    view.firstRoundTripMs ??= at - view.synAt;
}

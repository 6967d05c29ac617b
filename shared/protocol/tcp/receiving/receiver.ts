import { later } from "../../../lib/instant.ts";
import type { Block, ReceiveSide } from "../connection/connection.ts";
import { drop, moveTo, owe, type Turn, tell } from "../connection/turn.ts";
import { finNumber, has, type Segment, textStart } from "../segment.ts";
import {
  distance,
  earliest,
  isBefore,
  latest,
  plus,
  type SequenceNumber,
} from "../sequence-number.ts";

/** Takes what a segment brings that is new: its text, then its FIN (RFC 9293 §3.10.7.4, seventh and eighth step). */
export function takeText(turn: Turn, segment: Segment): void {
  const { receive } = turn.connection;
  const before = receive.next;
  const hadGap = receive.held.length > 0;
  if (!keep(turn, segment)) return;
  const octets = deliverInOrder(receive);
  if (octets > 0) bringToProgram(turn, octets);
  if (receive.finAt === receive.next) return takeFin(turn);
  answer(turn, before, hadGap);
}

/** Text and FIN that came with a SYN wait until the connection is established (RFC 9293 §3.10.7.2, §3.10.7.3). */
export function keepForLater(turn: Turn, segment: Segment): void {
  keep(turn, segment);
}

/** Takes what had to wait for the connection to be established. */
export function takeKept(turn: Turn): void {
  const { receive } = turn.connection;
  const octets = deliverInOrder(receive);
  if (octets > 0) {
    bringToProgram(turn, octets);
    owe(turn, "acknowledge");
  }
  if (receive.finAt === receive.next) takeFin(turn);
}

/** The TIME-WAIT timer starts, or starts again; the others are off already (RFC 9293 §3.10.7.4). */
export function startTimeWait({ connection, now }: Turn): void {
  connection.timers = { timeWait: later(now, 2 * connection.settings.msl) };
}

/** Urgent octets lie ahead: the program is told once, and again when there are more (RFC 9293 §3.8.5, MUST-32). */
export function takeUrgent(turn: Turn, segment: Segment): void {
  const { receive } = turn.connection;
  const to = plus(segment.sequence, segment.urgentPointer);
  if (receive.urgentTo !== undefined && !isBefore(receive.urgentTo, to)) return;
  const ahead = distance(fetchedTo(receive), to);
  if (ahead <= 0) return;
  receive.urgentTo = to;
  tell(turn, "urgent", ahead);
}

/** The number of the first octet that the program has not fetched. */
export const fetchedTo = (receive: ReceiveSide): SequenceNumber =>
  plus(receive.next, -receive.unread.length);

/** The program hears that there is something to fetch, or has it already. */
function bringToProgram(turn: Turn, octets: number): void {
  const { receive, settings } = turn.connection;
  if (!settings.readsAtOnce) return tell(turn, "readable", octets);
  turn.outputs.push({ kind: "deliver", text: receive.unread });
  receive.unread = "";
}

/** Puts the new part of a segment among the held blocks; the answer says whether there was anything to look at. */
function keep(turn: Turn, segment: Segment): boolean {
  const { receive, settings } = turn.connection;
  const start = textStart(segment);
  const hasFin = has(segment, "fin");
  if (segment.text === "" && !hasFin) return false;
  if (settings.goBackN && isBefore(receive.next, start)) {
    owe(turn, "duplicate");
    return drop(turn, segment, "outOfOrder");
  }
  if (segment.text !== "") keepBlock(turn, segment);
  // A FIN outside the window comes again; the first one in it says where the text ends.
  if (hasFin && receive.finAt === undefined && isBefore(finNumber(segment), receive.edge)) {
    receive.finAt = finNumber(segment);
    receive.held = receive.held.flatMap((block) => upTo(block, finNumber(segment)) ?? []);
  }
  return true;
}

/** Trims a segment's text to what the window still has room for, and holds it (RFC 9293 §3.10.7.4, SHLD-31). */
function keepBlock(turn: Turn, segment: Segment): void {
  const { receive } = turn.connection;
  const limit = receive.finAt === undefined ? receive.edge : earliest(receive.finAt, receive.edge);
  const block = { from: textStart(segment), text: segment.text };
  const fresh = onwardsFrom(upTo(block, limit), receive.next);
  if (receive.edge === receive.next) drop(turn, segment, "windowClosed");
  if (fresh !== undefined) receive.held = withBlock(receive.held, fresh);
}

/** Moves what now joins on to the text that the program may fetch; every octet goes this way once. */
function deliverInOrder(receive: ReceiveSide): number {
  const { next, held } = receive;
  for (let first = held[0]; first?.from === receive.next; first = held[0]) {
    receive.unread += first.text;
    receive.next = plus(receive.next, first.text.length);
    held.shift();
  }
  return distance(next, receive.next);
}

/** When and how an arrival is acknowledged (RFC 5681 §4.2, RFC 9293 §3.8.6.3). */
function answer(turn: Turn, before: SequenceNumber, hadGap: boolean): void {
  const { receive, settings } = turn.connection;
  // Above a gap: at once, and saying what was said before.
  if (receive.next === before) return owe(turn, "duplicate");
  receive.owed += 1;
  // Filling a gap or part of one: at once. Otherwise every second segment.
  const isDue = hadGap || receive.owed >= 2 || settings.delayedAck === 0;
  owe(turn, isDue ? "acknowledge" : "later");
}

/** The peer has no more to send (RFC 9293 §3.10.7.4, eighth step). */
function takeFin(turn: Turn): void {
  const { receive } = turn.connection;
  receive.next = plus(receive.next, 1);
  receive.edge = latest(receive.edge, receive.next);
  owe(turn, "acknowledge");
  moveTo(turn, "finArrived");
  tell(turn, "peerClosed");
  if (turn.connection.state === "TIME-WAIT") startTimeWait(turn);
}

/** The blocks with one more where no other one lies; octets that came first stay (RFC 9293 §3.10). */
function withBlock(held: readonly Block[], block: Block): Block[] {
  const joined: Block[] = [];
  let rest: Block | undefined = block;
  for (const other of held) {
    const before: Block | undefined = upTo(rest, other.from);
    if (before !== undefined) joined.push(before);
    joined.push(other);
    rest = onwardsFrom(rest, plus(other.from, other.text.length));
  }
  if (rest !== undefined) joined.push(rest);
  return joined;
}

/** The part of a block before a number; undefined where nothing is left of it. */
function upTo(block: Block | undefined, number: SequenceNumber): Block | undefined {
  if (block === undefined) return undefined;
  const octets = distance(block.from, number);
  if (octets >= block.text.length) return block;
  return octets > 0 ? { from: block.from, text: block.text.slice(0, octets) } : undefined;
}

/** The part of a block from a number on; undefined where nothing is left of it. */
function onwardsFrom(block: Block | undefined, number: SequenceNumber): Block | undefined {
  if (block === undefined) return undefined;
  const skipped = distance(block.from, number);
  if (skipped <= 0) return block;
  if (skipped >= block.text.length) return undefined;
  return { from: number, text: block.text.slice(skipped) };
}

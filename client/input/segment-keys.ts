import { presentLetGo } from "../present/connections.ts";
import { tcpDesk } from "../present/held-duties.ts";
import { presentSegmentSlip, type SegmentSlip, toggleBit } from "../present/segment-slip.ts";
import { presentSendTray } from "../present/send-tray.ts";
import type { DeskState } from "./desk-state.ts";
import { inHand } from "./pick.ts";
import { letGo, sendCard, sendSegment, writeSegment } from "./verbs.ts";

/** The segment that is being written; undefined where nobody writes any. */
export function openSegment(desk: DeskState): SegmentSlip | undefined {
  const view = desk.link.view.value;
  const kind = tcpDesk(view);
  if (kind === undefined || kind === "sending") return undefined;
  return presentSegmentSlip(view, inHand(desk), desk.segments.value);
}

/** Does what a letter key stands for on the slip or among the half-open connections; whether it stood for anything. */
export function pressSegmentKey(desk: DeskState, key: string): boolean {
  const free = presentLetGo(desk.link.view.value).find((choice) => choice.key === key);
  if (free !== undefined) letGo(desk, free.socket);
  const slip = openSegment(desk);
  return free !== undefined || (slip !== undefined && writeByKey(desk, slip, key));
}

/** Sends the segment that is being written. */
export function sendOpenSegment(desk: DeskState): void {
  const slip = openSegment(desk);
  if (slip !== undefined) sendSegment(desk, slip);
}

/** Sends the card with this number on the desk. */
export function sendCardAt(desk: DeskState, number: number): void {
  const tray = presentSendTray(desk.link.view.value, inHand(desk), desk.playNow.value);
  const card = tray?.cards[number - 1];
  if (tray !== undefined && card !== undefined) sendCard(desk, tray.socket, card.sequence);
}

function writeByKey(desk: DeskState, slip: SegmentSlip, key: string): boolean {
  const choice = slip.isShort ? undefined : slip.bits.find((bit) => bit.key === key);
  if (choice !== undefined) writeSegment(desk, slip, { bits: toggleBit(slip.bits, choice.bit) });
  const own = slip.isShort ? undefined : slip.sequence.choices.find((number) => number.key === key);
  if (own !== undefined) writeSegment(desk, slip, { sequence: own.value });
  const other = slip.acknowledges
    ? slip.acknowledgment.choices.find((number) => number.key === key)
    : undefined;
  if (other !== undefined) writeSegment(desk, slip, { acknowledgment: other.value });
  return (choice ?? own ?? other) !== undefined;
}

import type { Why } from "../../protocol/tcp/connection/turn.ts";
import { has, type Segment } from "../../protocol/tcp/segment.ts";
import type { Duty } from "../act.ts";
import type { TcpRules } from "./tcp-side.ts";

/** The control bits of a segment that came. */
type Arrived = Pick<Segment, "flags">;

/** Whose work it is to send this segment; `arrived` is the one that it answers. */
export function dutyOf(segment: Segment, why: Why, arrived: Arrived | undefined): Duty {
  if (has(segment, "syn") || has(segment, "rst")) return "handshake";
  if (has(segment, "fin")) return "close";
  // The third step may carry text already (RFC 9293 §3.5).
  if (arrived !== undefined && has(arrived, "syn")) return "handshake";
  if (segment.text !== "") return why === "text" ? "transmit" : "retransmit";
  return arrived !== undefined && has(arrived, "fin") ? "close" : "acknowledge";
}

/** Whether the duty is to choose a card, and not to write numbers. */
export const choosesCard = (duty: Duty): boolean => duty === "transmit" || duty === "retransmit";

/** Whether the segment takes numbers, so that a timer waits for its acknowledgement (RFC 9293 §3.4). */
export const takesNumbers = (segment: Segment): boolean =>
  segment.text !== "" || has(segment, "syn") || has(segment, "fin");

/** What an experiment goes without: its machines do not say it. */
export function isLeftOut(
  rules: TcpRules,
  segment: Segment,
  arrived: Arrived | undefined,
): boolean {
  if (rules.isDeafToStrangers && isAnswerToStranger(segment, arrived)) return true;
  return rules.isWithoutAcknowledgments && !takesNumbers(segment) && !has(segment, "rst");
}

/** The reset of a SYN+ACK that acknowledges what was never sent (RFC 9293 §3.5, figure 8). */
export const isAnswerToStranger = (segment: Segment, arrived: Arrived | undefined): boolean =>
  has(segment, "rst") && arrived !== undefined && has(arrived, "syn") && has(arrived, "ack");

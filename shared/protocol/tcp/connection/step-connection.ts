import type { Instant } from "../../../lib/instant.ts";
import { later } from "../../../lib/instant.ts";
import { unreachable } from "../../../lib/unreachable.ts";
import type { Segment } from "../segment.ts";
import { armTimers, sendWaiting } from "../sending/sender.ts";
import { earliestTimer, letTimersEnd } from "../sending/time-out.ts";
import type { SequenceNumber } from "../sequence-number.ts";
import { abort, close, fetchText, isRefused, sendText } from "./calls.ts";
import { type Connection, copyOfConnection, stopTimer } from "./connection.ts";
import { openActively, openPassively } from "./handshake.ts";
import { type IcmpKind, receiveIcmpError } from "./icmp-error.ts";
import { receiveSegment } from "./receive-segment.ts";
import { acknowledge, beginTurn, type ConnectionOutput, type Turn } from "./turn.ts";

/** What can happen to one end of a connection (RFC 9293 §3.10). */
export type ConnectionInput =
  | { readonly kind: "connect" | "listen"; readonly initialSequence: SequenceNumber }
  | { readonly kind: "send"; readonly text: string; readonly isUrgent?: boolean }
  | { readonly kind: "receive"; readonly most: number }
  | { readonly kind: "close" | "abort" }
  | { readonly kind: "segment"; readonly segment: Segment }
  | { readonly kind: "icmp"; readonly error: IcmpKind }
  /** A segment that was handed over is not on its way yet, or is on its way now; `sequence` says which one. */
  | { readonly kind: "held" | "left"; readonly sequence: SequenceNumber }
  | { readonly kind: "timer" };

/** What becomes of a machine in one step, and what it answers. */
export type Step<State, Output> = { readonly state: State; readonly outputs: readonly Output[] };

/** Takes one input; the connection that was given stays as it was. */
export function stepConnection(
  connection: Connection,
  input: ConnectionInput,
  now: Instant,
): Step<Connection, ConnectionOutput> {
  const state = copyOfConnection(connection);
  return { state, outputs: advanceConnection(state, input, now) };
}

/** Takes one input for the owner of the connection, which changes. */
export function advanceConnection(
  connection: Connection,
  input: ConnectionInput,
  now: Instant,
): readonly ConnectionOutput[] {
  const turn = beginTurn(connection, now);
  take(turn, input);
  finish(turn);
  return turn.outputs;
}

/** When the connection wants to be stepped with `timer`. */
export const wakeAt = (connection: Connection): Instant | undefined =>
  earliestTimer(connection.timers);

function take(turn: Turn, input: ConnectionInput): void {
  switch (input.kind) {
    case "segment":
      return receiveSegment(turn, input.segment);
    case "timer":
      return letTimersEnd(turn);
    case "icmp":
      return receiveIcmpError(turn, input.error);
    case "held":
    case "left":
      return markHeld(turn, input.sequence, input.kind === "held");
    default:
      if (!isRefused(turn, input.kind)) call(turn, input);
  }
}

type CallInput = Exclude<ConnectionInput, { kind: "segment" | "timer" | "icmp" | "held" | "left" }>;

function call(turn: Turn, input: CallInput): void {
  switch (input.kind) {
    case "connect":
      return openActively(turn, input.initialSequence);
    case "listen":
      return openPassively(turn, input.initialSequence);
    case "send":
      return sendText(turn, input.text, input.isUrgent ?? false);
    case "receive":
      return fetchText(turn, input.most);
    case "close":
      return close(turn);
    case "abort":
      return abort(turn);
    default:
      unreachable(input);
  }
}

/** Time runs for a segment from the moment it leaves: the timer, and the measuring of its round trip. */
function markHeld({ connection, now }: Turn, sequence: SequenceNumber, isHeld: boolean): void {
  const { send, timers } = connection;
  if (send.flying[0]?.from === sequence) stopTimer(timers, "retransmit");
  send.flying = send.flying.map((sent) =>
    sent.from === sequence ? { ...sent, isHeld, sentAt: now } : sent,
  );
}

/** The end of every step: text and ACK go out together where they can, and the timers are set (RFC 9293 §3.10.7.4, MUST-58). */
function finish(turn: Turn): void {
  const { state, receive } = turn.connection;
  if (state === "CLOSED" || state === "LISTEN") return;
  // With text in it, an ACK would not count as a duplicate (RFC 5681 §2).
  if (turn.owed === "challenge") acknowledge(turn, "challenge");
  // It says something new as well where an ACK was still to come.
  else if (turn.owed === "duplicate")
    acknowledge(turn, receive.owed > 0 ? "acknowledge" : "duplicate");
  sendWaiting(turn);
  payOwed(turn);
  armTimers(turn);
}

function payOwed(turn: Turn): void {
  const { owed, now, connection } = turn;
  if (owed === undefined) return;
  if (owed !== "later") return acknowledge(turn, owed);
  connection.timers.acknowledge ??= later(now, connection.settings.delayedAck);
}

import { type Call, type RefusalReason, refusals } from "../reasons.ts";
import { isWorthAnnouncing } from "../receiving/receive-window.ts";
import { fetchedTo } from "../receiving/receiver.ts";
import { isBefore } from "../sequence-number.ts";
import type { TcpState } from "../transitions.ts";
import { textEnd } from "./connection.ts";
import { end, moveTo, owe, sendReset, type Turn } from "./turn.ts";

/** Says no to a call that the state forbids (RFC 9293 §3.10.1 to §3.10.5); the answer says whether it did. */
export function isRefused(turn: Turn, call: Call): boolean {
  const { state, send } = turn.connection;
  // A CLOSE that waits for the handshake to end is a CLOSE already.
  const isAgain =
    state === "SYN-RECEIVED" && send.isClosing && (call === "send" || call === "close");
  const reason = isAgain ? "connectionClosing" : refusals[call][state];
  if (reason !== undefined) refuse(turn, call, reason);
  return reason !== undefined;
}

/** SEND: the text queues up; the end of the turn sends what may go (RFC 9293 §3.10.2). */
export function sendText(turn: Turn, text: string, isUrgent: boolean): void {
  const { send, settings } = turn.connection;
  if (send.text.length + text.length > settings.sendBuffer)
    return refuse(turn, "send", "sendBufferFull");
  send.text += text;
  if (isUrgent && text !== "") send.urgentTo = textEnd(send); // RFC 9293 §3.8.5, MUST-62
}

/** RECEIVE: what is there, at most so many octets; nothing where nothing has come yet (RFC 9293 §3.10.3). */
export function fetchText(turn: Turn, most: number): void {
  const { connection, outputs } = turn;
  const { receive } = connection;
  if (receive.unread === "") {
    if (hasPeerClosed(connection.state)) refuse(turn, "receive", "connectionClosing");
    return;
  }
  outputs.push({ kind: "deliver", text: receive.unread.slice(0, most) });
  receive.unread = receive.unread.slice(most);
  if (receive.urgentTo !== undefined && !isBefore(fetchedTo(receive), receive.urgentTo))
    delete receive.urgentTo;
  if (!hasPeerClosed(connection.state) && isWorthAnnouncing(connection)) owe(turn, "windowUpdate");
}

/** CLOSE: no more to send; what waits is sent first (RFC 9293 §3.10.4). */
export function close(turn: Turn): void {
  const { connection } = turn;
  const { state, send } = connection;
  if (state === "LISTEN" || state === "SYN-SENT") return end(turn, "close", "aborted");
  send.isClosing = true;
  // Behind a SEND it waits for the handshake to end.
  if (state !== "SYN-RECEIVED" || send.text === "") moveTo(turn, "close");
}

/** ABORT: over at once; the peer hears of it if it may still be there (RFC 9293 §3.10.5). */
export function abort(turn: Turn): void {
  const { state, send } = turn.connection;
  if (resetOnAbort.includes(state)) sendReset(turn, send.next);
  end(turn, "abort", "aborted");
}

const resetOnAbort: readonly TcpState[] = [
  "SYN-RECEIVED",
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "CLOSE-WAIT",
];

const afterPeersFin: readonly TcpState[] = ["CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"];

const hasPeerClosed = (state: TcpState): boolean => afterPeersFin.includes(state);

function refuse({ outputs }: Turn, call: Call, reason: RefusalReason): void {
  outputs.push({ kind: "refused", call, reason });
}

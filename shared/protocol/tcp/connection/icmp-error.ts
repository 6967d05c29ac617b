import { transitions } from "../transitions.ts";
import { end, type Turn, tell } from "./turn.ts";

/** Type and code of an ICMP message (RFC 792). */
export type IcmpKind = { readonly type: number; readonly code: number };

const unreachable = 3;
const timeExceeded = 11;
const parameterProblem = 12;

/** Whether an error may pass by itself, or means that there is no way (RFC 9293 §3.9.2.2). */
function weightOf({ type, code }: IcmpKind): "soft" | "hard" | undefined {
  if (type === timeExceeded || type === parameterProblem) return "soft";
  // Everything else is no error, or Source Quench, which nobody heeds any more (MUST-55).
  if (type !== unreachable) return undefined;
  return code >= 2 && code <= 4 ? "hard" : "soft";
}

/** An ICMP error about one of our segments: a hard one ends the connection, a soft one never does (MUST-56). */
export function receiveIcmpError(turn: Turn, kind: IcmpKind): void {
  const weight = weightOf(kind);
  if (weight === undefined) return;
  const canEnd = transitions[turn.connection.state].gaveUp !== undefined;
  if (weight === "hard" && canEnd) end(turn, "gaveUp", "unreachable");
  else if (turn.connection.state !== "CLOSED") tell(turn, "softError");
}

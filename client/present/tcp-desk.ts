import type { Duty } from "../../shared/device/act.ts";

/** What a desk is for where errands travel over TCP. */
export type TcpDesk = "handshakes" | "receiving" | "sending";

/** What a desk with these duties is for over TCP. */
export function tcpDeskFor(held: readonly string[]): TcpDesk | undefined {
  const has = (...duties: readonly Duty[]) => duties.some((duty) => held.includes(duty));
  if (has("order", "acknowledge")) return "receiving";
  // Sending again is a duty over UDP as well, so it does not tell a desk by itself.
  if (has("transmit")) return "sending";
  return has("handshake", "close") ? "handshakes" : undefined;
}

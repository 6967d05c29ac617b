import type { Instant } from "../../lib/instant.ts";
import type { ActId, IcmpMessage } from "../../wire/packet.ts";
import type { Host } from "../host.ts";
import type { Outside } from "../outside.ts";
import { driveTcp } from "./talk.ts";

/** Type and code of the errors that our routers and hosts send (RFC 792). */
const codes = {
  netUnreachable: { type: 3, code: 0 },
  portUnreachable: { type: 3, code: 3 },
  timeExceeded: { type: 11, code: 0 },
} as const;

/** An ICMP error quotes one of our segments: its connection hears of it (RFC 9293 §3.9.2.2). */
export function errorOverTcp(
  host: Host,
  { error, about }: IcmpMessage,
  cause: ActId | undefined,
  now: Instant,
  outside: Outside,
): void {
  if (host.tcp === undefined) return;
  const { ip, body } = about;
  const local = { address: ip.source, port: body.sourcePort };
  const remote = { address: ip.destination, port: body.destinationPort };
  driveTcp(host, { kind: "icmp", local, remote, error: codes[error] }, { now, outside, cause });
}

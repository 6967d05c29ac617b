import { type Instant, later } from "../../lib/instant.ts";
import { listenerAt, reasonAgainstSyn } from "../../protocol/tcp/listener.ts";
import { localId } from "../../protocol/tcp/socket.ts";
import { advanceEndpoint } from "../../protocol/tcp/step-endpoint.ts";
import type { Port } from "../../wire/packet.ts";
import type { SocketId } from "../act.ts";
import { type Host, tcpOf } from "../host.ts";
import { endsOf } from "./letter-segment.ts";
import type { TcpLetter } from "./tcp-side.ts";

/** Lets the program at this port be connected to (RFC 9293 §3.9.1.1). */
export function listenAt(host: Host, port: Port, now: Instant): void {
  const tcp = tcpOf(host);
  const socket = localId({ port });
  const { halfOpenSlots, trays } = tcp.rules;
  advanceEndpoint(tcp.endpoint, { kind: "bind", local: { port } }, now);
  const call = { kind: "listen", socket, halfOpenSlots, backlog: trays } as const;
  advanceEndpoint(tcp.endpoint, call, now);
}

/** Why there is no room for this SYN; undefined for a letter that needs none. */
export function crowdingOf(host: Host, letter: TcpLetter): "slotsFull" | "traysFull" | undefined {
  const { endpoint } = tcpOf(host);
  const { flags } = letter.body;
  if (!flags.includes("syn") || flags.includes("ack") || flags.includes("rst")) return undefined;
  const { from, to } = endsOf(letter);
  const isKnown = Object.values(endpoint.connections).some(
    ({ local, remote }) =>
      local.port === to.port && remote.port === from.port && remote.address === from.address,
  );
  const listener = listenerAt(endpoint, to);
  if (isKnown || listener === undefined) return undefined;
  if (halfOpenOf(host).length >= tcpOf(host).rules.halfOpenSlots) return "slotsFull";
  if (!hasFreeTray(host)) return "traysFull";
  return reasonAgainstSyn(endpoint, listener) === undefined ? undefined : "slotsFull";
}

/** The half-open connections that knocked here, the longest first. */
export const halfOpenOf = (host: Host): readonly SocketId[] =>
  Object.entries(tcpOf(host).endpoint.connections)
    .filter(
      ([, { connection, waitsAt }]) => waitsAt !== undefined && connection.state === "SYN-RECEIVED",
    )
    .map(([socket]) => socket);

/** Whether somebody half-open has been silent for as long as a round trip may take, and will hardly answer any more. */
export function hasHadItsTime(host: Host, socket: SocketId, now: Instant): boolean {
  const at = timeIsUpAt(host, socket);
  return at !== undefined && at <= now;
}

/** When the first of those who are half-open will have had its time. */
export function firstTimeIsUpAt(host: Host): Instant | undefined {
  const times = halfOpenOf(host).flatMap((socket) => timeIsUpAt(host, socket) ?? []);
  return times.length === 0 ? undefined : (Math.min(...times) as Instant);
}

/** A plan's first time-out is four of its round trips. */
const roundTripsPerTimeOut = 4;

/** The time runs from our SYN+ACK; who has not got it yet has all of it. */
function timeIsUpAt(host: Host, socket: SocketId): Instant | undefined {
  const connection = tcpOf(host).endpoint.connections[socket]?.connection;
  const [sent] = connection?.send.flying ?? [];
  if (connection === undefined || sent === undefined) return undefined;
  if (sent.wasResent) return sent.sentAt;
  const patience = connection.settings.initialRto / roundTripsPerTimeOut;
  return sent.isHeld ? undefined : later(sent.sentAt, patience);
}

/** Whether one more connection can be served. */
export const hasFreeTray = (host: Host): boolean => servedBy(host) < tcpOf(host).rules.trays;

const servedBy = (host: Host): number =>
  Object.values(tcpOf(host).talks).filter(({ kind }) => kind === "serves").length;

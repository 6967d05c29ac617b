import type { Endpoint, Peering } from "./endpoint.ts";
import type { DropReason } from "./reasons.ts";
import { type LocalAddress, localId, type SocketAddress, type SocketId } from "./socket.ts";
import type { TcpState } from "./transitions.ts";

/** The name of the bound port that a segment to this socket is for: its own address goes before any (RFC 9293 §3.9.1.1). */
export const listenerAt = ({ bound }: Endpoint, to: SocketAddress): SocketId | undefined =>
  [localId(to), localId({ port: to.port })].find((id) => bound[id]?.listener !== undefined);

/** Why a listener has no room for another SYN (RFC 4987 §2); undefined where it has. */
export function reasonAgainstSyn(endpoint: Endpoint, id: SocketId): DropReason | undefined {
  const listener = endpoint.bound[id]?.listener;
  if (listener === undefined) return "noConnection";
  const halfOpen = Object.values(endpoint.connections).filter(
    ({ waitsAt, connection }) => waitsAt === id && connection.state === "SYN-RECEIVED",
  );
  if (halfOpen.length >= listener.halfOpenSlots) return "halfOpenFull";
  return listener.waiting.length >= listener.backlog ? "backlogFull" : undefined;
}

/** Keeps book of a connection that was in a state before it took a step; one that is over is forgotten (RFC 9293 §3.10.7.4: delete the TCB). */
export function enterPeering(
  endpoint: Endpoint,
  id: SocketId,
  peering: Peering,
  before: TcpState,
): void {
  const { state } = peering.connection;
  // Back in LISTEN: its listener has never left (RFC 9293 §3.5, figure 8).
  if (state === "CLOSED" || state === "LISTEN") return forget(endpoint, id);
  endpoint.connections[id] ??= peering;
  const wasHalfOpen = before === "LISTEN" || before === "SYN-RECEIVED";
  if (wasHalfOpen && state !== "SYN-RECEIVED")
    changeQueue(endpoint, peering, (queue) => [...queue, id]);
}

function forget(endpoint: Endpoint, id: SocketId): void {
  const peering = endpoint.connections[id];
  if (peering === undefined) return;
  delete endpoint.connections[id];
  changeQueue(endpoint, peering, (queue) => queue.filter((other) => other !== id));
}

/** Changes the queue of the listener that a connection waits at, if there is one. */
export function changeQueue(
  { bound }: Endpoint,
  { waitsAt }: Peering,
  change: (waiting: readonly SocketId[]) => readonly SocketId[],
): void {
  const listening = waitsAt === undefined ? undefined : bound[waitsAt];
  if (waitsAt === undefined || listening?.listener === undefined) return;
  const { listener } = listening;
  bound[waitsAt] = { ...listening, listener: { ...listener, waiting: change(listener.waiting) } };
}

/** Whether two programs would get in each other's way: same port, and an address in common. */
export const clash = (a: LocalAddress, b: LocalAddress): boolean =>
  a.port === b.port &&
  (a.address === undefined || b.address === undefined || a.address === b.address);

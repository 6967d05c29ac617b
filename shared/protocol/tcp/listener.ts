import type { Endpoint, Peering } from "./endpoint.ts";
import type { DropReason } from "./reasons.ts";
import { type LocalAddress, localId, type SocketAddress, type SocketId } from "./socket.ts";

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

/** The endpoint after a step of one of its connections; one that is over is forgotten (RFC 9293 §3.10.7.4: delete the TCB). */
export function withPeering(endpoint: Endpoint, id: SocketId, peering: Peering): Endpoint {
  const before = endpoint.connections[id];
  const { state } = peering.connection;
  // Back in LISTEN: its listener has never left (RFC 9293 §3.5, figure 8).
  if (state === "CLOSED" || state === "LISTEN")
    return leaveQueue(without(endpoint, id), id, before);
  const wasHalfOpen = (before?.connection.state ?? "SYN-RECEIVED") === "SYN-RECEIVED";
  const after = { ...endpoint, connections: { ...endpoint.connections, [id]: peering } };
  return wasHalfOpen && state !== "SYN-RECEIVED" ? joinQueue(after, id, peering) : after;
}

function without(endpoint: Endpoint, id: SocketId): Endpoint {
  const { [id]: _, ...connections } = endpoint.connections;
  return { ...endpoint, connections };
}

const joinQueue = (endpoint: Endpoint, id: SocketId, { waitsAt }: Peering): Endpoint =>
  waitsAt === undefined ? endpoint : withWaiting(endpoint, waitsAt, (queue) => [...queue, id]);

const leaveQueue = (endpoint: Endpoint, id: SocketId, before: Peering | undefined): Endpoint =>
  before?.waitsAt === undefined
    ? endpoint
    : withWaiting(endpoint, before.waitsAt, (queue) => queue.filter((other) => other !== id));

/** The endpoint with another queue at one of its listeners. */
export function withWaiting(
  endpoint: Endpoint,
  id: SocketId,
  change: (waiting: readonly SocketId[]) => readonly SocketId[],
): Endpoint {
  const bound = endpoint.bound[id];
  if (bound?.listener === undefined) return endpoint;
  const listener = { ...bound.listener, waiting: change(bound.listener.waiting) };
  return { ...endpoint, bound: { ...endpoint.bound, [id]: { ...bound, listener } } };
}

/** Whether two programs would get in each other's way: same port, and an address in common. */
export const clash = (a: LocalAddress, b: LocalAddress): boolean =>
  a.port === b.port &&
  (a.address === undefined || b.address === undefined || a.address === b.address);

import { type Instant, soonerOf } from "../../lib/instant.ts";
import { isUnicast } from "../../wire/ipv4-address.ts";
import { type Connection, initialConnection } from "./connection/connection.ts";
import {
  advanceConnection,
  type ConnectionInput,
  wakeAt as connectionWakeAt,
  type Step,
} from "./connection/step-connection.ts";
import type { ConnectionOutput } from "./connection/turn.ts";
import {
  copyOfEndpoint,
  type Endpoint,
  type EndpointInput,
  type EndpointOutput,
  type Peering,
  type SocketInput,
} from "./endpoint.ts";
import { changeQueue, clash, enterPeering, listenerAt, reasonAgainstSyn } from "./listener.ts";
import type { Call, HostRefusalReason, RefusalReason } from "./reasons.ts";
import { has } from "./segment.ts";
import type { TcpSettings } from "./settings.ts";
import {
  connectionId,
  type LocalAddress,
  localId,
  type SocketAddress,
  type SocketId,
} from "./socket.ts";

type Outputs = readonly EndpointOutput[];

/** Takes one input; the endpoint that was given stays as it was. */
export function stepEndpoint(
  endpoint: Endpoint,
  input: EndpointInput,
  now: Instant,
): Step<Endpoint, EndpointOutput> {
  const state = copyOfEndpoint(endpoint);
  return { state, outputs: advanceEndpoint(state, input, now) };
}

/** Takes one input for the owner of the endpoint, which changes. */
export function advanceEndpoint(endpoint: Endpoint, input: EndpointInput, now: Instant): Outputs {
  switch (input.kind) {
    case "bind":
      return bind(endpoint, input.local);
    case "listen":
      return listen(endpoint, input);
    case "accept":
      return accept(endpoint, input.socket);
    case "connect":
      return connect(endpoint, input, now);
    case "segment":
      return receive(endpoint, input, now);
    case "icmp":
      return tellPeering(endpoint, connectionId(input.local, input.remote), input, now);
    case "timer":
      return letTimersEnd(endpoint, now);
    default:
      return callSocket(endpoint, input, now);
  }
}

/** When the endpoint wants to be stepped with `timer`. */
export function wakeAt({ connections }: Endpoint): Instant | undefined {
  let soonest: Instant | undefined;
  for (const id in connections) {
    const connection = connections[id]?.connection;
    if (connection !== undefined) soonest = soonerOf(soonest, connectionWakeAt(connection));
  }
  return soonest;
}

type InputOf<Kind> = Extract<EndpointInput, { readonly kind: Kind }>;

/** Connections may hold the port already; only another program that bound it is in the way (RFC 9293 §3.9.1.1, MUST-42). */
function bind({ bound }: Endpoint, local: LocalAddress): Outputs {
  const id = localId(local);
  if (Object.values(bound).some((other) => clash(other.local, local)))
    return refused(id, "bind", "portInUse");
  bound[id] = { local };
  return [];
}

/** A passive OPEN for anybody (RFC 9293 §3.10.1). */
function listen(endpoint: Endpoint, input: InputOf<"listen">): Outputs {
  const { socket, halfOpenSlots, backlog } = input;
  const bound = endpoint.bound[socket];
  if (bound === undefined) return refused(socket, "listen", "notBound");
  if (bound.listener !== undefined) return refused(socket, "listen", "connectionExists");
  const settings = { ...endpoint.settings, ...input.settings };
  const listener = { settings, halfOpenSlots, backlog, waiting: [] };
  endpoint.bound[socket] = { ...bound, listener };
  return [];
}

/** The program takes the connection that waits longest. */
function accept(endpoint: Endpoint, socket: SocketId): Outputs {
  const [first] = endpoint.bound[socket]?.listener?.waiting ?? [];
  const peering = first === undefined ? undefined : endpoint.connections[first];
  if (first === undefined || peering === undefined)
    return refused(socket, "accept", "nothingToAccept");
  changeQueue(endpoint, peering, (queue) => queue.slice(1));
  delete peering.waitsAt;
  return [{ kind: "accepted", socket: first, remote: peering.remote }];
}

/** An active OPEN (RFC 9293 §3.10.1). */
function connect(endpoint: Endpoint, input: InputOf<"connect">, now: Instant): Outputs {
  const { local, remote, initialSequence } = input;
  const id = connectionId(local, remote);
  // RFC 9293 §3.9.1.1, MUST-46.
  if (!isUnicast(remote.address)) return refused(id, "connect", "notUnicast");
  if (endpoint.connections[id]) return refused(id, "connect", "connectionExists");
  if (listenerAt(endpoint, local)) return refused(id, "connect", "portInUse");
  const settings = { ...endpoint.settings, ...input.settings };
  const connection = freshConnection(endpoint, remote, settings);
  const call = { kind: "connect", initialSequence } as const;
  return step(endpoint, id, { local, remote, connection }, call, now);
}

/** A segment goes to the connection with its four numbers, else to a listener, else nowhere (RFC 9293 §3.10.7). */
function receive(endpoint: Endpoint, input: InputOf<"segment">, now: Instant): Outputs {
  const { from, to, segment, socket } = input;
  // RFC 9293 §3.9.2.3, MUST-57 and MUST-63: not even a reset goes back.
  if (!isUnicast(from.address) || !isUnicast(to.address))
    return [{ kind: "dropped", segment, reason: "notUnicast" }];
  const id = socket ?? connectionId(to, from);
  const peering = endpoint.connections[id];
  if (peering !== undefined) return step(endpoint, id, peering, input, now);
  const waitsAt = listenerAt(endpoint, to);
  if (waitsAt === undefined) return receiveInClosed(endpoint, input, now);
  return receiveAtListener(endpoint, waitsAt, input, now);
}

function receiveInClosed(endpoint: Endpoint, input: InputOf<"segment">, now: Instant): Outputs {
  const connection = initialConnection(endpoint.settings);
  const id = connectionId(input.to, input.from);
  return step(endpoint, id, { local: input.to, remote: input.from, connection }, input, now);
}

/** Each SYN gets a connection of its own; what is none is answered as LISTEN answers it (RFC 9293 §3.10.7.2). */
function receiveAtListener(
  endpoint: Endpoint,
  waitsAt: SocketId,
  input: InputOf<"segment">,
  now: Instant,
): Outputs {
  const { from, to, segment, initialSequence } = input;
  const isSyn = has(segment, "syn") && !has(segment, "ack") && !has(segment, "rst");
  const reason = isSyn ? reasonAgainstSyn(endpoint, waitsAt) : undefined;
  // A SYN for which there is no room is lost: the peer will try again.
  if (reason !== undefined) return [{ kind: "dropped", segment, reason }];
  const settings = endpoint.bound[waitsAt]?.listener?.settings ?? endpoint.settings;
  const connection = freshConnection(endpoint, from, settings);
  advanceConnection(connection, { kind: "listen", initialSequence }, now);
  const peering = { local: to, remote: from, connection, waitsAt };
  return step(endpoint, connectionId(to, from), peering, input, now);
}

/** A connection starts from what earlier ones measured, where that is shared (RFC 9040 §6). */
function freshConnection(
  endpoint: Endpoint,
  remote: SocketAddress,
  settings: TcpSettings,
): Connection {
  const shared = settings.sharedEstimate ? endpoint.estimates[remote.address] : undefined;
  return initialConnection(settings, shared);
}

function callSocket(endpoint: Endpoint, input: SocketInput, now: Instant): Outputs {
  const { socket, kind } = input;
  const peering = endpoint.connections[socket];
  if (peering !== undefined) return step(endpoint, socket, peering, input, now);
  if (kind === "held" || kind === "left") return []; // it has ended meanwhile
  const isEnding = kind === "close" || kind === "abort";
  if (isEnding && endpoint.bound[socket]) return release(endpoint, socket, now);
  return refused(socket, kind, "noConnection");
}

/** The program leaves its port; who was not accepted yet is turned away (RFC 9293 §3.10.4). */
function release(endpoint: Endpoint, socket: SocketId, now: Instant): Outputs {
  delete endpoint.bound[socket];
  return Object.entries(endpoint.connections)
    .filter(([, { waitsAt }]) => waitsAt === socket)
    .flatMap(([id]) => tellPeering(endpoint, id, { kind: "abort" }, now));
}

function letTimersEnd(endpoint: Endpoint, now: Instant): Outputs {
  return Object.entries(endpoint.connections)
    .filter(([, { connection }]) => (connectionWakeAt(connection) ?? now + 1) <= now)
    .flatMap(([id]) => tellPeering(endpoint, id, { kind: "timer" }, now));
}

function tellPeering(
  endpoint: Endpoint,
  id: SocketId,
  input: ConnectionInput,
  now: Instant,
): Outputs {
  const peering = endpoint.connections[id];
  return peering === undefined ? [] : step(endpoint, id, peering, input, now);
}

function step(
  endpoint: Endpoint,
  id: SocketId,
  peering: Peering,
  input: ConnectionInput,
  now: Instant,
): Outputs {
  const { connection } = peering;
  const before = connection.state;
  const outputs = advanceConnection(connection, input, now);
  enterPeering(endpoint, id, peering, before);
  shareEstimate(endpoint, peering);
  return outputs.map((output) => addressed(output, id, peering));
}

/** What was measured stands there for the next connection to the same address (RFC 9040 §6). */
function shareEstimate({ estimates }: Endpoint, { remote, connection }: Peering): void {
  const { settings, roundTrip } = connection;
  if (!settings.sharedEstimate || roundTrip.measured === undefined) return;
  if (estimates[remote.address] !== roundTrip) estimates[remote.address] = roundTrip;
}

/** A connection's output, with the sockets that the connection itself does not know. */
function addressed(output: ConnectionOutput, socket: SocketId, peering: Peering): EndpointOutput {
  const { local, remote } = peering;
  if (output.kind === "dropped") return output;
  if (output.kind !== "transmit") return { ...output, socket };
  const { segment, why } = output;
  return { kind: "transmit", socket, from: local, to: remote, segment, why };
}

const refused = (
  socket: SocketId,
  call: Call | "bind" | "accept",
  reason: RefusalReason | HostRefusalReason,
): Outputs => [{ kind: "refused", socket, call, reason }];

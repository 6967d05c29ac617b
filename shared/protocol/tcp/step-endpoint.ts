import type { Instant } from "../../lib/instant.ts";
import { isUnicast } from "../../wire/ipv4-address.ts";
import { type Connection, initialConnection } from "./connection/connection.ts";
import {
  type ConnectionInput,
  wakeAt as connectionWakeAt,
  type Step,
  stepConnection,
} from "./connection/step-connection.ts";
import type { ConnectionOutput } from "./connection/turn.ts";
import type { Endpoint, EndpointInput, EndpointOutput, Peering, SocketInput } from "./endpoint.ts";
import { clash, listenerAt, reasonAgainstSyn, withPeering, withWaiting } from "./listener.ts";
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

type EndpointStep = Step<Endpoint, EndpointOutput>;

/** Takes one input; the endpoint that was given stays as it was. */
export function stepEndpoint(endpoint: Endpoint, input: EndpointInput, now: Instant): EndpointStep {
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
      return stepPeering(endpoint, connectionId(input.local, input.remote), input, now);
    case "timer":
      return letTimersEnd(endpoint, now);
    default:
      return callSocket(endpoint, input, now);
  }
}

/** When the endpoint wants to be stepped with `timer`. */
export function wakeAt(endpoint: Endpoint): Instant | undefined {
  const times = Object.values(endpoint.connections)
    .map(({ connection }) => connectionWakeAt(connection))
    .filter((time) => time !== undefined);
  return times.length > 0 ? (Math.min(...times) as Instant) : undefined;
}

type InputOf<Kind> = Extract<EndpointInput, { readonly kind: Kind }>;

/** Connections may hold the port already; only another program that bound it is in the way (RFC 9293 §3.9.1.1, MUST-42). */
function bind(endpoint: Endpoint, local: LocalAddress): EndpointStep {
  const id = localId(local);
  if (Object.values(endpoint.bound).some((other) => clash(other.local, local)))
    return refused(endpoint, id, "bind", "portInUse");
  return quiet({ ...endpoint, bound: { ...endpoint.bound, [id]: { local } } });
}

/** A passive OPEN for anybody (RFC 9293 §3.10.1). */
function listen(endpoint: Endpoint, input: InputOf<"listen">): EndpointStep {
  const { socket, halfOpenSlots, backlog } = input;
  const bound = endpoint.bound[socket];
  if (bound === undefined) return refused(endpoint, socket, "listen", "notBound");
  if (bound.listener !== undefined) return refused(endpoint, socket, "listen", "connectionExists");
  const settings = { ...endpoint.settings, ...input.settings };
  const listener = { settings, halfOpenSlots, backlog, waiting: [] };
  return quiet({ ...endpoint, bound: { ...endpoint.bound, [socket]: { ...bound, listener } } });
}

/** The program takes the connection that waits longest. */
function accept(endpoint: Endpoint, socket: SocketId): EndpointStep {
  const [first, ...others] = endpoint.bound[socket]?.listener?.waiting ?? [];
  const peering = first === undefined ? undefined : endpoint.connections[first];
  if (first === undefined || peering === undefined)
    return refused(endpoint, socket, "accept", "nothingToAccept");
  const { waitsAt: _, ...accepted } = peering;
  return {
    state: withWaiting(
      { ...endpoint, connections: { ...endpoint.connections, [first]: accepted } },
      socket,
      () => others,
    ),
    outputs: [{ kind: "accepted", socket: first, remote: peering.remote }],
  };
}

/** An active OPEN (RFC 9293 §3.10.1). */
function connect(endpoint: Endpoint, input: InputOf<"connect">, now: Instant): EndpointStep {
  const { local, remote, initialSequence } = input;
  const id = connectionId(local, remote);
  // RFC 9293 §3.9.1.1, MUST-46.
  if (!isUnicast(remote.address)) return refused(endpoint, id, "connect", "notUnicast");
  if (endpoint.connections[id]) return refused(endpoint, id, "connect", "connectionExists");
  if (listenerAt(endpoint, local)) return refused(endpoint, id, "connect", "portInUse");
  const settings = { ...endpoint.settings, ...input.settings };
  const connection = freshConnection(endpoint, remote, settings);
  const call = { kind: "connect", initialSequence } as const;
  return step(endpoint, id, { local, remote, connection }, call, now);
}

/** A segment goes to the connection with its four numbers, else to a listener, else nowhere (RFC 9293 §3.10.7). */
function receive(endpoint: Endpoint, input: InputOf<"segment">, now: Instant): EndpointStep {
  const { from, to, segment } = input;
  // RFC 9293 §3.9.2.3, MUST-57 and MUST-63: not even a reset goes back.
  if (!isUnicast(from.address) || !isUnicast(to.address))
    return { state: endpoint, outputs: [{ kind: "dropped", segment, reason: "notUnicast" }] };
  const id = connectionId(to, from);
  if (endpoint.connections[id]) return stepPeering(endpoint, id, input, now);
  const waitsAt = listenerAt(endpoint, to);
  if (waitsAt === undefined) return receiveInClosed(endpoint, input, now);
  return receiveAtListener(endpoint, waitsAt, input, now);
}

function receiveInClosed(
  endpoint: Endpoint,
  input: InputOf<"segment">,
  now: Instant,
): EndpointStep {
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
): EndpointStep {
  const { from, to, segment, initialSequence } = input;
  const isSyn = has(segment, "syn") && !has(segment, "ack") && !has(segment, "rst");
  const reason = isSyn ? reasonAgainstSyn(endpoint, waitsAt) : undefined;
  // A SYN for which there is no room is lost: the peer will try again.
  if (reason !== undefined)
    return { state: endpoint, outputs: [{ kind: "dropped", segment, reason }] };
  const settings = endpoint.bound[waitsAt]?.listener?.settings ?? endpoint.settings;
  const fresh = freshConnection(endpoint, from, settings);
  const { state } = stepConnection(fresh, { kind: "listen", initialSequence }, now);
  const peering = { local: to, remote: from, connection: state, waitsAt };
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

function callSocket(endpoint: Endpoint, input: SocketInput, now: Instant): EndpointStep {
  const { socket, kind } = input;
  if (endpoint.connections[socket]) return stepPeering(endpoint, socket, input, now);
  if (kind === "held" || kind === "left") return quiet(endpoint); // it has ended meanwhile
  const isEnding = kind === "close" || kind === "abort";
  if (isEnding && endpoint.bound[socket]) return release(endpoint, socket, now);
  return refused(endpoint, socket, kind, "noConnection");
}

/** The program leaves its port; who was not accepted yet is turned away (RFC 9293 §3.10.4). */
function release(endpoint: Endpoint, socket: SocketId, now: Instant): EndpointStep {
  const { [socket]: _, ...bound } = endpoint.bound;
  const left = Object.entries(endpoint.connections).filter(([, { waitsAt }]) => waitsAt === socket);
  return inTurn({ ...endpoint, bound }, left, ([id]) => [id, { kind: "abort" }], now);
}

function letTimersEnd(endpoint: Endpoint, now: Instant): EndpointStep {
  const due = Object.entries(endpoint.connections).filter(
    ([, { connection }]) => (connectionWakeAt(connection) ?? now + 1) <= now,
  );
  return inTurn(endpoint, due, ([id]) => [id, { kind: "timer" }], now);
}

function inTurn(
  endpoint: Endpoint,
  entries: readonly [SocketId, Peering][],
  inputOf: (entry: [SocketId, Peering]) => [SocketId, ConnectionInput],
  now: Instant,
): EndpointStep {
  return entries.reduce<EndpointStep>(({ state, outputs }, entry) => {
    const after = stepPeering(state, ...inputOf(entry), now);
    return { state: after.state, outputs: [...outputs, ...after.outputs] };
  }, quiet(endpoint));
}

function stepPeering(
  endpoint: Endpoint,
  id: SocketId,
  input: ConnectionInput,
  now: Instant,
): EndpointStep {
  const peering = endpoint.connections[id];
  return peering === undefined ? quiet(endpoint) : step(endpoint, id, peering, input, now);
}

function step(
  endpoint: Endpoint,
  id: SocketId,
  peering: Peering,
  input: ConnectionInput,
  now: Instant,
): EndpointStep {
  const { state, outputs } = stepConnection(peering.connection, input, now);
  const after = withPeering(endpoint, id, { ...peering, connection: state });
  return {
    state: withEstimate(after, peering.remote, state),
    outputs: outputs.map((output) => addressed(output, id, peering)),
  };
}

function withEstimate(endpoint: Endpoint, remote: SocketAddress, c: Connection): Endpoint {
  const known = endpoint.estimates[remote.address];
  if (!c.settings.sharedEstimate || !c.roundTrip.measured || c.roundTrip === known) return endpoint;
  return { ...endpoint, estimates: { ...endpoint.estimates, [remote.address]: c.roundTrip } };
}

/** A connection's output, with the sockets that the connection itself does not know. */
function addressed(output: ConnectionOutput, socket: SocketId, peering: Peering): EndpointOutput {
  if (output.kind === "transmit") return { ...output, from: peering.local, to: peering.remote };
  return output.kind === "dropped" ? output : { ...output, socket };
}

const quiet = (state: Endpoint): EndpointStep => ({ state, outputs: [] });

const refused = (
  state: Endpoint,
  socket: SocketId,
  call: Call | "bind" | "accept",
  reason: RefusalReason | HostRefusalReason,
): EndpointStep => ({ state, outputs: [{ kind: "refused", socket, call, reason }] });

import type { Instant } from "../../lib/instant.ts";
import type { Why } from "../../protocol/tcp/connection/turn.ts";
import type { EndpointInput, EndpointOutput } from "../../protocol/tcp/endpoint.ts";
import type { Segment } from "../../protocol/tcp/segment.ts";
import { connectionId, type SocketAddress } from "../../protocol/tcp/socket.ts";
import { advanceEndpoint } from "../../protocol/tcp/step-endpoint.ts";
import type { ActId } from "../../wire/packet.ts";
import type { SocketId } from "../act.ts";
import { isHeld } from "../gate.ts";
import { type Host, tcpOf } from "../host.ts";
import type { Outside } from "../outside.ts";
import { packetFor } from "./letter-segment.ts";
import { dutyOf, isAnswerToStranger, isLeftOut } from "./segment-duty.ts";
import type { TcpLetter } from "./tcp-side.ts";
import { holdSegment, reconsider } from "./waiting-segments.ts";

/** When and why the machine is told something, and the letter that told it. */
export type Occasion = {
  readonly now: Instant;
  readonly outside: Outside;
  readonly cause?: ActId | undefined;
  readonly letter?: TcpLetter | undefined;
  /** The seat has decided this itself: nothing that comes of it is laid before it again. */
  readonly isByHand?: true;
};

/** What concerns the programs on the host. */
export type ProgramOutput = Exclude<EndpointOutput, { kind: "transmit" | "dropped" | "refused" }>;

type Transmit = Extract<EndpointOutput, { kind: "transmit" }>;

/** Tells the TCP of the host something: its segments leave or wait for the seat; the rest is for the programs. */
export function stepTcp(
  host: Host,
  input: EndpointInput,
  occasion: Occasion,
): readonly ProgramOutput[] {
  const outputs = advanceEndpoint(tcpOf(host).endpoint, input, occasion.now);
  const socket = socketIn(input);
  if (socket !== undefined) noteCause(host, socket, occasion.cause);
  const told: ProgramOutput[] = [];
  for (const output of outputs) {
    if (output.kind === "transmit") letOut(host, output, occasion);
    else if (output.kind !== "dropped" && output.kind !== "refused") told.push(output);
  }
  for (const letter of reconsider(host)) occasion.outside.dropped(letter, "consumed");
  forgetEnded(host, told);
  return told;
}

/** Remembers what its machine descends from in all that it does later, for a connection that there is. */
export function noteCause(host: Host, socket: SocketId, cause: ActId | undefined): void {
  const { endpoint, causes } = tcpOf(host);
  if (cause === undefined || causes[socket] === cause) return;
  if (endpoint.connections[socket] !== undefined) causes[socket] = cause;
}

/** Sends a segment on its way. */
export function emit(
  host: Host,
  { from, to }: { readonly from: SocketAddress; readonly to: SocketAddress },
  segment: Segment,
  { outside, letter, cause }: Pick<Occasion, "outside" | "letter" | "cause">,
  why?: Why,
): void {
  const plain = packetFor(from, to, segment, host.ttl);
  const packet = why === undefined ? plain : { ...plain, why };
  const pins = letter?.pins;
  outside.originate(host.link, pins === undefined ? packet : { ...packet, pins }, cause);
}

/** What became of a connection that is over needs no cause any more; whatever ends has said so. */
function forgetEnded(host: Host, told: readonly ProgramOutput[]): void {
  const { endpoint, causes } = tcpOf(host);
  for (const { socket } of told) {
    if (endpoint.connections[socket] === undefined) delete causes[socket];
  }
}

/** The connection that an input is about. */
function socketIn(input: EndpointInput): SocketId | undefined {
  if ("socket" in input) return input.socket;
  return input.kind === "segment" ? connectionId(input.to, input.from) : undefined;
}

function letOut(host: Host, output: Transmit, occasion: Occasion): void {
  const { socket, segment, why } = output;
  const arrived = occasion.letter?.body;
  if (isLeftOut(tcpOf(host).rules, segment, arrived)) {
    if (isAnswerToStranger(segment, arrived))
      occasion.outside.notice({ kind: "strangeAnswer" }, occasion.cause, occasion.letter);
    return;
  }
  const duty = dutyOf(segment, why, arrived);
  if (occasion.isByHand !== true && isHeld(host.gate, duty))
    return holdSegment(host, output, duty, occasion.letter, occasion.now);
  const cause = occasion.cause ?? tcpOf(host).causes[socket];
  const { outside, letter } = occasion;
  emit(host, output, segment, { outside, letter, cause }, why);
}

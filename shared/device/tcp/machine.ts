import type { Instant } from "../../lib/instant.ts";
import type { Why } from "../../protocol/tcp/connection/turn.ts";
import type { EndpointInput, EndpointOutput } from "../../protocol/tcp/endpoint.ts";
import type { Segment } from "../../protocol/tcp/segment.ts";
import { connectionId, type SocketAddress } from "../../protocol/tcp/socket.ts";
import { stepEndpoint } from "../../protocol/tcp/step-endpoint.ts";
import type { ActId } from "../../wire/packet.ts";
import type { SocketId } from "../act.ts";
import { isHeld } from "../gate.ts";
import { type Host, tcpOf } from "../host.ts";
import { type Outside, pinsOf } from "../outside.ts";
import { packetFor, segmentOf } from "./letter-segment.ts";
import { dutyOf, isAnswerToStranger, isLeftOut } from "./segment-duty.ts";
import type { TcpLetter } from "./tcp-side.ts";
import { holdSegment, reconsider } from "./waiting-segments.ts";

/** When and why the machine is told something, and the letter that told it. */
export type Occasion = {
  readonly now: Instant;
  readonly outside: Outside;
  readonly cause?: ActId | undefined;
  readonly letter?: TcpLetter;
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
  const tcp = tcpOf(host);
  const socket = socketIn(input);
  if (socket !== undefined && occasion.cause !== undefined) tcp.causes[socket] = occasion.cause;
  const { state, outputs } = stepEndpoint(tcp.endpoint, input, occasion.now);
  tcp.endpoint = state;
  const told: ProgramOutput[] = [];
  for (const output of outputs) {
    if (output.kind === "transmit") letOut(host, output, occasion);
    else if (output.kind !== "dropped" && output.kind !== "refused") told.push(output);
  }
  for (const letter of reconsider(host)) occasion.outside.dropped(letter, "consumed");
  return told;
}

/** Sends a segment on its way. */
export function emit(
  host: Host,
  ends: { readonly from: SocketAddress; readonly to: SocketAddress },
  segment: Segment,
  occasion: Occasion,
  why?: Why,
): void {
  const packet = packetFor(ends.from, ends.to, segment, host.ttl);
  const pins = occasion.letter === undefined ? {} : pinsOf(occasion.letter);
  occasion.outside.originate(
    host.link,
    { ...packet, ...pins, ...(why === undefined ? {} : { why }) },
    occasion.cause,
  );
}

/** The connection that an input is about. */
function socketIn(input: EndpointInput): SocketId | undefined {
  if (input.kind === "segment") return connectionId(input.to, input.from);
  return "socket" in input ? input.socket : undefined;
}

function letOut(host: Host, output: Transmit, occasion: Occasion): void {
  const { segment, why } = output;
  const arrived = occasion.letter === undefined ? undefined : segmentOf(occasion.letter);
  if (isLeftOut(tcpOf(host).rules, segment, arrived)) {
    if (isAnswerToStranger(segment, arrived))
      occasion.outside.notice({ kind: "strangeAnswer" }, occasion.cause, occasion.letter);
    return;
  }
  const duty = dutyOf(segment, why, arrived);
  const socket = connectionId(output.from, output.to);
  if (occasion.isByHand !== true && isHeld(host.gate, duty))
    return holdSegment(host, output, duty, occasion.letter, occasion.now);
  const cause = occasion.cause ?? tcpOf(host).causes[socket];
  emit(host, output, segment, { ...occasion, cause }, why);
}

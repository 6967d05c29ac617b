import type { Why } from "../../protocol/tcp/connection/turn.ts";
import { type Endpoint, initialEndpoint } from "../../protocol/tcp/endpoint.ts";
import type { Segment } from "../../protocol/tcp/segment.ts";
import type { SequenceNumber } from "../../protocol/tcp/sequence-number.ts";
import { defaultSettings, type TcpSettings } from "../../protocol/tcp/settings.ts";
import type { SocketAddress } from "../../protocol/tcp/socket.ts";
import type { ActId, Packet, PacketId } from "../../wire/packet.ts";
import type { DueId, ErrandId, ServiceId, SocketId } from "../act.ts";

/** What a plan says about TCP: how many may knock and be served, how much may be under way, and what is left out. */
export type TcpRules = {
  readonly halfOpenSlots: number;
  readonly recycles: boolean;
  readonly trays: number;
  readonly window: number;
  readonly goBackN: boolean;
  /** Nobody answers a SYN+ACK that they did not ask for. */
  readonly isDeafToStrangers: boolean;
  /** Nobody says what has arrived. */
  readonly isWithoutAcknowledgments: boolean;
};

/** What a program does with its connection: it asks for an errand, or it serves. */
export type Talk = { read: string } & (
  | { readonly kind: "asks"; readonly errand: ErrandId; readonly service: ServiceId }
  | { readonly kind: "serves"; readonly service: ServiceId }
);

/** A segment that the machine has handed over and that has not left yet. */
export type WaitingSegment = {
  readonly due: DueId;
  readonly socket: SocketId;
  readonly from: SocketAddress;
  readonly to: SocketAddress;
  readonly segment: Segment;
  readonly why: Why;
  /** The letter that it answers, which lies on the belt until then. */
  readonly answers?: PacketId;
};

/** The TCP of a host, its programs' connections, and what waits in front of its gate. */
export type TcpSide = {
  readonly rules: TcpRules;
  endpoint: Endpoint;
  readonly talks: Record<SocketId, Talk>;
  /** The act that touched a connection last: what its machine sends later descends from it. */
  readonly causes: Record<SocketId, ActId>;
  waiting: WaitingSegment[];
  /** The number that each connection here has started from: the same four numbers never start from another (RFC 6528 §3). */
  readonly initials: Record<SocketId, SequenceNumber>;
  /** SYNs on the belt that wait for a slot, the longest first. */
  knocking: PacketId[];
};

/** Text travels in cards of so many octets. */
export const cardOctets = 10;

/** How long a machine holds on to a connection that has ended, twice over (MSL), so that nothing old confuses a new one. */
const segmentLifetimeMs = 4_000;

/** The TCP of a host that has just started: one ACK for each segment, and patience as the plan says. */
export function initialTcp(rules: TcpRules, retryMs: number, mostSends: number): TcpSide {
  const settings: TcpSettings = {
    ...defaultSettings,
    delayedAck: 0,
    nagle: false,
    initialRto: retryMs,
    minRto: retryMs,
    maxRetransmits: mostSends,
    sharedEstimate: true,
    msl: segmentLifetimeMs,
    goBackN: rules.goBackN,
    congestionControl: false,
    maximumSegmentSize: cardOctets,
    receiveBuffer: rules.window,
    readsAtOnce: true,
  };
  return {
    rules,
    endpoint: initialEndpoint(settings),
    talks: {},
    causes: {},
    waiting: [],
    initials: {},
    knocking: [],
  };
}

/** A packet that carries a segment. */
export type TcpLetter = Packet & { readonly body: { readonly protocol: "tcp" } };

export const isTcpLetter = (packet: Packet): packet is TcpLetter => packet.body.protocol === "tcp";

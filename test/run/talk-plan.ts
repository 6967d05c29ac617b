import type { Instant } from "../../shared/lib/instant.ts";
import type { EndpointOutput } from "../../shared/protocol/tcp/endpoint.ts";
import type { Segment } from "../../shared/protocol/tcp/segment.ts";
import type { TcpSettings } from "../../shared/protocol/tcp/settings.ts";
import {
  connectionId,
  type SocketAddress,
  type SocketId,
} from "../../shared/protocol/tcp/socket.ts";
import { ipv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Port } from "../../shared/wire/packet.ts";

/** The two ends of a conversation. */
export const sides = ["client", "server"] as const;
export type Side = (typeof sides)[number];

export const otherSide = (side: Side): Side => (side === "client" ? "server" : "client");

/** Where each end is. */
export const sockets: Readonly<Record<Side, SocketAddress>> = {
  client: { address: ipv4Address(10, 0, 1, 10), port: 49_300 as Port },
  server: { address: ipv4Address(10, 0, 3, 80), port: 7_480 as Port },
};

/** The links between the two, from the client's to the server's. */
export const path = ["client-router1", "router1-router2", "router2-server"] as const;
export type PathLink = (typeof path)[number];

type PerSide<T> = Readonly<Record<Side, T>>;
type Span = readonly [least: number, most: number];

/** How two programs talk, and over what kind of network. */
export type TalkPlan = {
  /** What the line in the middle does to segments; the ones at the ends are as quiet as lines at a desk are. */
  readonly middle: {
    readonly delayMs: number;
    readonly jitterMs?: number;
    readonly lossPercent?: number;
    readonly duplicatePercent?: number;
    /** Which segments it loses, apart from chance; `nth` counts those of one side that take numbers, from 1. */
    readonly loses?: (from: Side, nth: number, segment: Segment) => boolean;
  };
  readonly edgeMs: number;
  readonly settings: PerSide<Partial<TcpSettings>>;
  readonly initialSequence: PerSide<number>;
  /** What each program has to say, and in pieces of how many octets. */
  readonly says: PerSide<string>;
  readonly pieces: Span;
  /** How long the text that came waits for the program. */
  readonly fetchMs: PerSide<Span>;
  /** How long somebody at the desk takes to let one segment go; without it they go by themselves. */
  readonly byHandMs?: Partial<PerSide<Span>>;
  /** Both ask for the other at once, or nobody listens, or the client breaks off: otherwise an ordinary call. */
  readonly opening?: "both" | "nobodyListens";
  readonly abortsAt?: number;
};

/** A segment as it left on one link. */
export type Passage = {
  readonly at: Instant;
  readonly link: PathLink;
  readonly from: Side;
  readonly output: Transmit;
  /** Which of all packets of its sender it is. */
  readonly packet: number;
  readonly isLost: boolean;
};

/** What the machine of an end has sent. */
export type Transmit = Extract<EndpointOutput, { readonly kind: "transmit" }>;

/** The name of the one connection of an end. */
export const socketOf = (side: Side): SocketId =>
  connectionId(sockets[side], sockets[otherSide(side)]);

import { type Connection, copyOfConnection } from "./connection/connection.ts";
import type { IcmpKind } from "./connection/icmp-error.ts";
import type { ConnectionInput } from "./connection/step-connection.ts";
import type { Notice, Why } from "./connection/turn.ts";
import type { Call, DropReason, HostRefusalReason, RefusalReason } from "./reasons.ts";
import type { Segment } from "./segment.ts";
import type { RoundTrip } from "./sending/round-trip.ts";
import type { SequenceNumber } from "./sequence-number.ts";
import type { TcpSettings } from "./settings.ts";
import type { LocalAddress, SocketAddress, SocketId } from "./socket.ts";

/** The TCP of one host: its bound ports, its connections, and what it learnt about the way to others. Its owner changes it in place. */
export type Endpoint = {
  readonly settings: TcpSettings;
  readonly bound: Record<SocketId, Bound>;
  readonly connections: Record<SocketId, Peering>;
  /** The last measured round trip to each address, for `sharedEstimate`. */
  readonly estimates: Record<string, RoundTrip>;
};

/** A port that a program has bound, and whether it listens there. */
type Bound = { readonly local: LocalAddress; readonly listener?: Listener };

/** The listening side of a port: it makes connections and never becomes one (RFC 9293 §3.9.1.1, MUST-41). */
type Listener = {
  readonly settings: TcpSettings;
  /** How many connections may be in SYN-RECEIVED at a time. */
  readonly halfOpenSlots: number;
  /** How many established ones may wait for the program. */
  readonly backlog: number;
  /** Those that wait, the longest first. */
  readonly waiting: readonly SocketId[];
};

/** A connection, with the two sockets that are its name. */
export type Peering = {
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  readonly connection: Connection;
  /** The bound port that it came to, until a program accepts it. */
  waitsAt?: SocketId;
};

/** What can happen to the TCP of a host; every number it needs comes with the input. */
export type EndpointInput =
  | { readonly kind: "bind"; readonly local: LocalAddress }
  | {
      readonly kind: "listen";
      readonly socket: SocketId;
      readonly halfOpenSlots: number;
      readonly backlog: number;
      readonly settings?: Partial<TcpSettings>;
    }
  | { readonly kind: "accept"; readonly socket: SocketId }
  | {
      readonly kind: "connect";
      readonly local: SocketAddress;
      readonly remote: SocketAddress;
      readonly initialSequence: SequenceNumber;
      readonly settings?: Partial<TcpSettings>;
    }
  | SocketInput
  | {
      readonly kind: "segment";
      /** The name of its connection, from whoever has it at hand. */
      readonly socket?: SocketId;
      readonly from: SocketAddress;
      readonly to: SocketAddress;
      readonly segment: Segment;
      /** What a listener would answer a SYN with. */
      readonly initialSequence: SequenceNumber;
    }
  | {
      readonly kind: "icmp";
      readonly local: SocketAddress;
      readonly remote: SocketAddress;
      readonly error: IcmpKind;
    }
  | { readonly kind: "timer" };

/** What concerns one connection, or a bound port that is to be closed. */
export type SocketInput = Extract<
  ConnectionInput,
  { kind: "send" | "receive" | "close" | "abort" | "held" | "left" }
> & { readonly socket: SocketId };

/** What the TCP of a host answers. */
export type EndpointOutput =
  | {
      readonly kind: "transmit";
      readonly socket: SocketId;
      readonly from: SocketAddress;
      readonly to: SocketAddress;
      readonly segment: Segment;
      readonly why: Why;
    }
  | { readonly kind: "deliver"; readonly socket: SocketId; readonly text: string }
  | {
      readonly kind: "event";
      readonly socket: SocketId;
      readonly event: Notice;
      readonly octets?: number;
    }
  | { readonly kind: "accepted"; readonly socket: SocketId; readonly remote: SocketAddress }
  | { readonly kind: "dropped"; readonly segment: Segment; readonly reason: DropReason }
  | {
      readonly kind: "refused";
      readonly socket: SocketId;
      readonly call: Call | "bind" | "accept";
      readonly reason: RefusalReason | HostRefusalReason;
    };

/** The TCP of a host that has just started. */
export const initialEndpoint = (settings: TcpSettings): Endpoint => ({
  settings,
  bound: {},
  connections: {},
  estimates: {},
});

/** Another one just like it, which can change without it. */
export function copyOfEndpoint({ settings, bound, connections, estimates }: Endpoint): Endpoint {
  const copies: Record<SocketId, Peering> = {};
  for (const [id, peering] of Object.entries(connections))
    copies[id] = { ...peering, connection: copyOfConnection(peering.connection) };
  return { settings, bound: { ...bound }, connections: copies, estimates: { ...estimates } };
}

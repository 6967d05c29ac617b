import type { Chance } from "../lib/chance.ts";
import type { Instant } from "../lib/instant.ts";
import type { PortTable } from "../protocol/ports/port-table.ts";
import type { Ipv4Address } from "../wire/ipv4-address.ts";
import type { ActId, Port } from "../wire/packet.ts";
import type { BoxId, ErrandId, LinkId, ServiceId } from "./act.ts";
import type { Belt } from "./belt.ts";
import type { Gate } from "./gate.ts";
import type { TcpSide } from "./tcp/tcp-side.ts";

/** What listens behind a door of a host: a service's program, or an errand that waits for its answer. */
type DoorOwner =
  | { readonly kind: "service"; readonly service: ServiceId }
  | { readonly kind: "errand"; readonly errand: ErrandId };

/** What a client knows about a service. `cause` is the act by which it was told the port. */
type BookEntry = {
  readonly address: Ipv4Address;
  port?: Port;
  asked: boolean;
  cause?: ActId;
};

/** Somebody in the network asks for the door of one of my services. */
type DoorAsk = { readonly service: ServiceId; readonly box: BoxId; readonly since: Instant };

/** A computer at the edge: one address, one link, and programs behind ports. Client and server differ only in those. */
export type Host = {
  readonly kind: "host";
  readonly id: BoxId;
  readonly address: Ipv4Address;
  readonly link: LinkId;
  readonly ttl: number;
  readonly retryMs: number;
  readonly mostSends: number;
  readonly gate: Gate;
  readonly belt: Belt;
  readonly ports: PortTable<DoorOwner>;
  readonly chance: Chance;
  readonly programs: Record<ServiceId, Program>;
  asks: DoorAsk[];
  errands: Errand[];
  readonly book: Record<ServiceId, BookEntry>;
  /** Addresses of other machines in the book that no errand is for. */
  readonly neighbours: Record<BoxId, Ipv4Address>;
  /** Present where errands travel over TCP. */
  readonly tcp?: TcpSide;
};

/** The TCP of a host that is known to have one. */
export function tcpOf(host: Host): TcpSide {
  if (host.tcp === undefined) throw new Error(`${host.id} has no TCP`);
  return host.tcp;
}

/** A program on a host: the question it answers, and the door it listens at while it runs. */
export type Program = {
  readonly service: ServiceId;
  readonly question: string;
  readonly answers: readonly string[];
  port?: Port;
  lastPort?: Port;
};

/** The last thing a client heard about an errand. */
export type ErrandNews =
  | "noAnswer"
  | "doorClosed"
  | "nonsenseAnswer"
  | "ttlEnded"
  | "noRoute"
  | "connectionReset";

/** One question that a client must get answered: the program that asks it holds a socket until it ends. */
export type Errand = {
  readonly id: ErrandId;
  readonly service: ServiceId;
  /** The ten octets of the question; the last four are the tag by which its answer is known. */
  readonly question: string;
  /** The answers that its program would understand, without the tag; absent where one card is all there can be. */
  readonly pages?: readonly string[];
  socket: Port;
  readonly openedAt: Instant;
  readonly patienceUntil: Instant;
  state: "writing" | "sent";
  /** How often its letter has left. */
  sends: number;
  retryAt?: Instant;
  news?: ErrandNews;
  /** The act that brought the errand back to the desk. */
  cause?: ActId;
};

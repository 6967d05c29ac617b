import type { Instant } from "../../lib/instant.ts";
import type { ArpMessage } from "../../wire/arp-message.ts";
import type { Ipv4Address } from "../../wire/ipv4-address.ts";
import type { MacAddress } from "../../wire/mac-address.ts";
import type { Disbelief, DropReason } from "./reasons.ts";
import type { NeighbourState } from "./transitions.ts";

/** What can differ from box to box. */
export type ArpSettings = {
  /** A hardware address that is not confirmed for so long is forgotten. */
  readonly keepMs: number;
  /** How long an answer is waited for. */
  readonly retryMs: number;
  /** How often it is asked before the neighbour counts as unreachable. */
  readonly mostTries: number;
  /** No more packets than this wait for one neighbour. */
  readonly mostWaiting: number;
  /** No more neighbours than this are known or asked for at once. */
  readonly mostNeighbours: number;
  /** Our own address is defended no more often than this. */
  readonly defendMs: number;
};

/** A minute to keep, a second between requests (RFC 1122 §2.3.2.1); ten seconds between defences (RFC 5227 §1.1). */
export const standardArp: ArpSettings = {
  keepMs: 60_000,
  retryMs: 1_000,
  mostTries: 3,
  mostWaiting: 3,
  mostNeighbours: 256,
  defendMs: 10_000,
};

/** The two addresses of one interface. */
export type Interface = { readonly mac: MacAddress; readonly address: Ipv4Address };

/** A neighbour on the link whose hardware address is known or asked for. */
export type Neighbour<Packet> = {
  readonly address: Ipv4Address;
  readonly state: Exclude<NeighbourState, "unknown">;
  /** Zero while it is not known, as in a request. */
  readonly mac: MacAddress;
  readonly waiting: readonly Packet[];
  /** How often it was asked for. */
  readonly tries: number;
  /** When the answer is overdue, or the knowledge too old. */
  readonly until: Instant;
};

/** The ARP of one interface (RFC 826): its cache, and what waits for answers. Strangers have no row. */
export type Arp<Packet> = {
  readonly own: Interface;
  readonly settings: ArpSettings;
  readonly neighbours: readonly Neighbour<Packet>[];
  /** When we last told everybody that our address is ours. */
  readonly defendedAt?: Instant;
};

/** What ARP is told: of packets for a neighbour, of messages, of time; `announce` when the interface comes up or moves. */
export type ArpInput<Packet> =
  | { readonly kind: "wanted"; readonly address: Ipv4Address; readonly packet: Packet }
  | { readonly kind: "received"; readonly message: ArpMessage }
  | { readonly kind: "announce" }
  | { readonly kind: "timer" };

/** What ARP does. */
export type ArpOutput<Packet> =
  | { readonly kind: "transmit"; readonly destination: MacAddress; readonly message: ArpMessage }
  | { readonly kind: "send"; readonly destination: MacAddress; readonly packet: Packet }
  | { readonly kind: "dropped"; readonly packet: Packet; readonly reason: DropReason }
  | {
      readonly kind: "disbelieved";
      readonly message: ArpMessage;
      readonly reason: Disbelief;
    }
  /** Somebody else uses our address (RFC 5227 §2.4). */
  | { readonly kind: "conflict"; readonly mac: MacAddress };

/** The ARP of one interface after it was told something, and what it does. */
export type ArpStep<Packet> = {
  readonly state: Arp<Packet>;
  readonly outputs: readonly ArpOutput<Packet>[];
};

/** An interface that knows nobody. */
export const initialArp = <Packet>(
  own: Interface,
  settings: ArpSettings = standardArp,
): Arp<Packet> => ({ own, settings, neighbours: [] });

/** The hardware address of a neighbour, where it is known. */
export function macOf<Packet>(
  { neighbours }: Arp<Packet>,
  address: Ipv4Address,
): MacAddress | undefined {
  const neighbour = neighbours.find((other) => other.address === address);
  return neighbour?.state === "known" ? neighbour.mac : undefined;
}

/** When ARP wants to be stepped with `timer`. */
export const wakeAt = <Packet>({ neighbours }: Arp<Packet>): Instant | undefined =>
  neighbours.length === 0
    ? undefined
    : (Math.min(...neighbours.map(({ until }) => until)) as Instant);

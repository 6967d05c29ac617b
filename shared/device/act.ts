import type { Ipv4Address } from "../wire/ipv4-address.ts";
import type { PacketId, Port, TcpFlag } from "../wire/packet.ts";

/** Names a box of the mission's map: `client1`, `router2`, `server`. */
export type BoxId = string;
/** Names a link of the mission's map. */
export type LinkId = string;
/** Names a service that errands ask for: `time`, `score`, `quote`. */
export type ServiceId = string;
/** Names a connection of one host by its four numbers: `10.0.3.2:7401-10.0.1.5:49800`. */
export type SocketId = string;
/** Names an errand of one client, counted from 1. */
export type ErrandId = number & { readonly unit: "errand" };

/** The signs a machine can hold up for everybody in its network to see. */
export const callFlags = ["full", "wait", "cut", "again", "whichDoor", "thanks"] as const;
export type CallFlag = (typeof callFlags)[number];

/** What a seat can make its machine do. The act, never the proposal, is what happens. */
export type Act =
  | {
      readonly kind: "sendDatagram";
      readonly errand: ErrandId;
      readonly destination: Ipv4Address;
      readonly destinationPort: Port;
      readonly sourcePort: Port;
    }
  | { readonly kind: "giveUp"; readonly errand: ErrandId }
  | { readonly kind: "forward"; readonly packet: PacketId; readonly exit: LinkId }
  | { readonly kind: "pin"; readonly row: number; readonly exit: LinkId }
  | { readonly kind: "unpin"; readonly row: number }
  | { readonly kind: "deliver"; readonly packet: PacketId; readonly door: Port }
  | { readonly kind: "reject"; readonly packet: PacketId }
  /** A segment written by hand: the answer to a letter on the belt, or one of our own accord. Its text rides along. */
  | {
      readonly kind: "sendSegment";
      readonly socket: SocketId;
      readonly answers?: PacketId;
      readonly flags: readonly TcpFlag[];
      readonly sequence: number;
      readonly acknowledgment: number;
    }
  /** The card of a connection's text that begins at this number leaves, for the first time or again. */
  | { readonly kind: "sendCard"; readonly socket: SocketId; readonly sequence: number }
  /** A card that came is put where this number belongs: behind what is read, or on the shelf above a gap. */
  | { readonly kind: "place"; readonly packet: PacketId; readonly sequence: number }
  /** A card that came is thrown away. */
  | { readonly kind: "discard"; readonly packet: PacketId }
  /** A half-open connection is let go, so that its slot is free. */
  | { readonly kind: "letGo"; readonly socket: SocketId }
  | { readonly kind: "bindPort"; readonly service: ServiceId; readonly port: Port }
  | { readonly kind: "tellDoor"; readonly service: ServiceId; readonly port: Port }
  | { readonly kind: "askDoor"; readonly service: ServiceId }
  | { readonly kind: "raiseFlag"; readonly flag: CallFlag };

export type ActKind = Act["kind"];

/** What a machine must get done. A mission says which duties are held for a seat; the rest run by themselves. */
export const duties = [
  "address",
  "retransmit",
  "forward",
  "demultiplex",
  "handshake",
  "close",
  "transmit",
  "order",
  "acknowledge",
] as const;
export type Duty = (typeof duties)[number];

/** Names one due of one device, counted from 1. */
export type DueId = number & { readonly unit: "due" };

/** Something a held duty waits for, with the act that the machine itself would have done. */
export type Due = {
  readonly id: DueId;
  readonly duty: Duty;
  readonly since: number;
  readonly proposal: Act;
};

import type { Ipv4Address } from "../wire/ipv4-address.ts";
import type { PacketId, Port } from "../wire/packet.ts";

/** Names a box of the mission's map: `client1`, `router2`, `server`. */
export type BoxId = string;
/** Names a link of the mission's map. */
export type LinkId = string;
/** Names a service that errands ask for: `time`, `score`, `quote`. */
export type ServiceId = string;
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
  | { readonly kind: "bindPort"; readonly service: ServiceId; readonly port: Port }
  | { readonly kind: "tellDoor"; readonly service: ServiceId; readonly port: Port }
  | { readonly kind: "askDoor"; readonly service: ServiceId }
  | { readonly kind: "raiseFlag"; readonly flag: CallFlag };

export type ActKind = Act["kind"];

/** What a machine must get done. A mission says which duties are held for a seat; the rest run by themselves. */
export const duties = ["address", "retransmit", "forward", "demultiplex"] as const;
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

import type { RoutingTable } from "../protocol/ip/routing-table.ts";
import type { Ipv4Address } from "../wire/ipv4-address.ts";
import type { ActId } from "../wire/packet.ts";
import type { BoxId, LinkId } from "./act.ts";
import type { Belt } from "./belt.ts";
import { type Gate, initialGate } from "./gate.ts";

/** An open gate for one prefix: its letters flow out of the exit by themselves, right or wrong. */
export type RoutePin = {
  readonly row: number;
  readonly exit: LinkId;
  readonly cause: ActId;
  /** Whether the machine would have put it there, too, when it was put there. */
  readonly wasBest: boolean;
};

/** A box that passes letters on. It knows prefixes and exits, and nothing of connections. */
export type Router = {
  readonly kind: "router";
  readonly id: BoxId;
  readonly address: Ipv4Address;
  readonly links: readonly LinkId[];
  readonly table: RoutingTable;
  readonly gate: Gate;
  readonly belt: Belt;
  readonly ttl: number;
  readonly pinSlots: number;
  readonly pinsWorkLoose: boolean;
  /** Of all pins the one that the fewest letters flow past is the first to make room. */
  readonly quietPinsFirst?: boolean;
  pins: RoutePin[];
  /** My own lines that are dead. */
  down: LinkId[];
  /** How many letters for each row of the table have come by. */
  readonly passed: Record<number, number>;
  /** The exit that letters were last passed on to by hand, and how many in a row. */
  byHand?: { readonly exit: LinkId; readonly times: number };
};

type RouterBox = Pick<
  Router,
  "id" | "address" | "links" | "table" | "ttl" | "pinSlots" | "pinsWorkLoose" | "quietPinsFirst"
>;

export const initialRouter = (box: RouterBox, held: Gate["held"], beltSlots: number): Router => ({
  kind: "router",
  ...box,
  gate: initialGate(held),
  belt: { slots: beltSlots, letters: [] },
  pins: [],
  down: [],
  passed: {},
});

import type { Instant } from "../lib/instant.ts";
import { icmpErrorAbout } from "../protocol/icmp/icmp-error.ts";
import { longestMatch, type RoutingTable } from "../protocol/ip/routing-table.ts";
import type { Ipv4Address } from "../wire/ipv4-address.ts";
import type { ActId, IcmpError, Packet } from "../wire/packet.ts";
import type { Act, BoxId, LinkId } from "./act.ts";
import { type Belt, putOnBelt, takeOffBelt } from "./belt.ts";
import { type Gate, initialGate, isAboutTheSame, isHeld, offer, settle } from "./gate.ts";
import type { Outside } from "./outside.ts";

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
};

export const initialRouter = (
  box: Omit<Router, "kind" | "gate" | "belt">,
  held: Gate["held"],
  beltSlots: number,
): Router => ({
  kind: "router",
  ...box,
  gate: initialGate(held),
  belt: { slots: beltSlots, letters: [] },
});

/** A packet comes in: for me, at its end, waiting for the seat, or straight on (RFC 1812 §5.2.1.2). */
export function arriveAtRouter(
  router: Router,
  packet: Packet,
  link: LinkId,
  now: Instant,
  outside: Outside,
): void {
  if (packet.ip.destination === router.address) return outside.dropped(packet, "consumed");
  // RFC 1812 §5.3.1: a router discards what would leave with a TTL of 0, and says so.
  if (packet.ip.ttl <= 1) {
    outside.dropped(packet, "expired");
    return report(router, packet, "timeExceeded", packet.cause, outside);
  }
  const proposal = proposeForward(router, packet);
  if (!isHeld(router.gate, "forward")) return performAtRouter(router, proposal, packet, outside);
  if (!putOnBelt(router.belt, packet, link, now)) {
    outside.dropped(packet, "beltFull");
    return outside.notice({ kind: "letterFellOff" }, packet.cause, packet);
  }
  offer(router.gate, "forward", proposal, now);
}

/** The seat's act on a letter of the belt: it happens, right or wrong. */
export function actAtRouter(router: Router, act: Act, id: ActId, outside: Outside): void {
  if (act.kind === "raiseFlag") return outside.call(act, id);
  if (act.kind !== "forward" && act.kind !== "reject") return;
  const { packet } = takeOffBelt(router.belt, act.packet);
  settle(router.gate, (proposal) => isAboutTheSame(proposal, act));
  performAtRouter(router, act, { ...packet, cause: id }, outside);
}

/** What the machine itself would do with the packet. */
function proposeForward(router: Router, packet: Packet): Act {
  const route = longestMatch(router.table, packet.ip.destination);
  return route === undefined
    ? { kind: "reject", packet: packet.id }
    : { kind: "forward", packet: packet.id, exit: route.exit };
}

function performAtRouter(router: Router, act: Act, packet: Packet, outside: Outside): void {
  if (act.kind === "forward") {
    const ip = { ...packet.ip, ttl: packet.ip.ttl - 1 };
    return outside.transmit(act.exit, { ...packet, ip });
  }
  outside.dropped(packet, "noRoute");
  report(router, packet, "netUnreachable", packet.cause, outside);
}

/** Our own messages take the machine's own route: forwarding them is nobody's duty. */
function report(
  router: Router,
  packet: Packet,
  error: IcmpError,
  cause: ActId | undefined,
  outside: Outside,
): void {
  const body = icmpErrorAbout(packet, error);
  const route = longestMatch(router.table, packet.ip.source);
  if (body === undefined || route === undefined) return;
  const ip = { source: router.address, destination: packet.ip.source, ttl: router.ttl };
  outside.originate(route.exit, { ip, body }, cause);
}

import type { Instant } from "../lib/instant.ts";
import { icmpErrorAbout } from "../protocol/icmp/icmp-error.ts";
import { longestMatch } from "../protocol/ip/routing-table.ts";
import type { ActId, IcmpError, Packet } from "../wire/packet.ts";
import type { Act, LinkId } from "./act.ts";
import { putOnBelt, takeOffBelt } from "./belt.ts";
import { isAboutTheSame, isHeld, offer, settle } from "./gate.ts";
import { type Outside, pinsOf } from "./outside.ts";
import { countByHand, countPassed, pinFor, proposePins, putPin, takePin } from "./route-pins.ts";
import type { Router } from "./router.ts";

/** A packet comes in: for me, at its end, pinned, waiting for the seat, or straight on (RFC 1812 §5.2.1.2). */
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
  if (!isHeld(router.gate, "forward")) return passOn(router, packet, outside);
  countPassed(router, packet.ip.destination);
  if (flow(router, packet, outside)) return;
  if (!putOnBelt(router.belt, packet, link, now)) {
    outside.dropped(packet, "beltFull");
    return outside.notice({ kind: "letterFellOff" }, packet.cause, packet);
  }
  offer(router.gate, "forward", proposeForward(router, packet), now);
  if (router.pinSlots > 0) proposePins(router, now);
}

/** The seat's act: it happens, right or wrong. */
export function actAtRouter(
  router: Router,
  act: Act,
  id: ActId,
  now: Instant,
  outside: Outside,
): void {
  switch (act.kind) {
    case "raiseFlag":
      return outside.call(act, id);
    case "pin":
      putPin(router, act, id, now);
      return letFlow(router, outside);
    case "unpin":
      return takePin(router, act.row, now);
    case "forward":
    case "reject": {
      const { packet } = takeOffBelt(router.belt, act.packet);
      settle(router.gate, (proposal) => isAboutTheSame(proposal, act));
      const acted = { ...packet, cause: id };
      if (act.kind === "reject") return reject(router, acted, outside);
      forward(acted, act.exit, outside);
      return countByHand(router, act.exit, now, outside);
    }
  }
}

/** A line of mine has died or come back: what the machine would do with what waits here changes. */
export function noteLine(router: Router, link: LinkId, isUp: boolean, now: Instant): void {
  router.down = router.down.filter((other) => other !== link);
  if (!isUp) router.down.push(link);
  router.gate.dues = router.gate.dues.map((due) => {
    if (due.proposal.kind !== "forward" && due.proposal.kind !== "reject") return due;
    const { packet: number } = due.proposal;
    const waiting = router.belt.letters.find(({ packet }) => packet.id === number);
    return waiting === undefined
      ? due
      : { ...due, proposal: proposeForward(router, waiting.packet) };
  });
  if (router.pinSlots > 0) proposePins(router, now);
}

/** Sends a letter on whose prefix is pinned; false when it has to wait. */
function flow(router: Router, packet: Packet, outside: Outside): boolean {
  const route = longestMatch(router.table, packet.ip.destination);
  const pin = route === undefined ? undefined : pinFor(router, route);
  if (pin === undefined) return false;
  const pins = [...(packet.pins ?? []).filter((cause) => cause !== pin.cause), pin.cause];
  forward({ ...packet, pins }, pin.exit, outside);
  return true;
}

/** What waits for a pinned prefix need not wait any longer. */
function letFlow(router: Router, outside: Outside): void {
  for (const { packet } of [...router.belt.letters]) {
    if (!flow(router, packet, outside)) continue;
    takeOffBelt(router.belt, packet.id);
    settle(router.gate, (proposal) => "packet" in proposal && proposal.packet === packet.id);
  }
}

/** What the machine itself would do with the packet. */
function proposeForward(router: Router, packet: Packet): Act {
  const route = longestMatch(router.table, packet.ip.destination, router.down);
  return route === undefined
    ? { kind: "reject", packet: packet.id }
    : { kind: "forward", packet: packet.id, exit: route.exit };
}

/** The machine itself passes the packet on. */
function passOn(router: Router, packet: Packet, outside: Outside): void {
  const route = longestMatch(router.table, packet.ip.destination, router.down);
  if (route === undefined) return reject(router, packet, outside);
  forward(packet, route.exit, outside);
}

function forward(packet: Packet, exit: LinkId, outside: Outside): void {
  const { source, destination, ttl, identification } = packet.ip;
  const ip = { source, destination, ttl: ttl - 1, identification };
  outside.transmit(exit, { ...packet, ip });
}

function reject(router: Router, packet: Packet, outside: Outside): void {
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
  const route = longestMatch(router.table, packet.ip.source, router.down);
  if (body === undefined || route === undefined) return;
  const ip = { source: router.address, destination: packet.ip.source, ttl: router.ttl };
  outside.originate(route.exit, { ip, body, ...pinsOf(packet) }, cause);
}

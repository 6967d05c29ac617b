import type { Reason } from "../contract/reasons.ts";
import type { Act, ErrandId, LinkId, ServiceId } from "../device/act.ts";
import { letterOf } from "../device/belt.ts";
import { errandOf } from "../device/errand.ts";
import { isHeld } from "../device/gate.ts";
import type { Errand, Host } from "../device/host.ts";
import { bestExit, exitsOf } from "../device/route-pins.ts";
import type { Router } from "../device/router.ts";
import { longestMatch, matchesExit } from "../protocol/ip/routing-table.ts";
import { ownerOf, rangeOf } from "../protocol/ports/port-table.ts";
import type { Ipv4Address } from "../wire/ipv4-address.ts";
import type { Port } from "../wire/packet.ts";
import type { World } from "../world/world.ts";
import { judgeOverTcp } from "./judge-tcp.ts";

/**
 * What an act is worth, field by field, against what the machine would have done: judged before the act happens.
 * An act that nobody can be wrong about (a call flag, a door told to nobody) is not judged.
 */
export function judge(world: World, box: string, act: Act): Reason | undefined {
  const device = world.boxes[box];
  if (device === undefined || act.kind === "raiseFlag") return undefined;
  return device.kind === "router" ? judgeAtRouter(device, act) : judgeAtHost(world, device, act);
}

function judgeAtRouter(router: Router, act: Act): Reason | undefined {
  if (act.kind === "pin") return judgePin(router, act);
  if (act.kind !== "forward" && act.kind !== "reject") return undefined;
  const destination = letterOf(router.belt, act.packet)?.packet.ip.destination;
  if (destination === undefined) return undefined;
  const route = longestMatch(router.table, destination, router.down);
  if (act.kind === "reject") return route === undefined ? "forwardedRight" : "rejectedRoutable";
  return route?.exit === act.exit ? "forwardedRight" : judgeExit(router, destination, act.exit);
}

/** An exit that is not the machine's: a longer way to the same district, a dead line, or no way at all. */
function judgeExit(router: Router, destination: Ipv4Address, exit: LinkId): Reason {
  if (!matchesExit(router.table, destination, exit)) return "noMatchingPrefix";
  if (router.down.includes(exit)) return "forwardedDeadLine";
  const longest = longestMatch(router.table, destination);
  const row = longest === undefined ? -1 : router.table.indexOf(longest);
  return exitsOf(router, row).includes(exit) ? "forwardedDetour" : "shorterPrefix";
}

/** A pin is judged like a letter that would flow along it. */
function judgePin(router: Router, act: Act & { readonly kind: "pin" }): Reason {
  if (act.exit === bestExit(router, act.row)) return "pinnedRight";
  if (!exitsOf(router, act.row).includes(act.exit)) return "pinnedAstray";
  return router.down.includes(act.exit) ? "pinnedDeadLine" : "pinnedDetour";
}

function judgeAtHost(world: World, host: Host, act: Act): Reason | undefined {
  switch (act.kind) {
    case "deliver":
    case "reject":
      return judgeDelivery(host, act);
    case "sendDatagram":
      return judgeDatagram(world, host, act);
    case "giveUp":
      return judgeGiveUp(world, host, act.errand);
    case "bindPort":
      if (ownerOf(host.ports, act.port) !== undefined) return "portInUse";
      return rangeOf(act.port) === "system" ? "systemPortTaken" : "boundRight";
    case "tellDoor":
      if (!host.asks.some(({ service }) => service === act.service)) return undefined;
      return host.programs[act.service]?.port === act.port ? "toldRight" : "toldWrongPort";
    case "askDoor":
      return judgeAsk(host, act.service);
    default:
      return judgeOverTcp(host, act, world.now);
  }
}

function judgeDelivery(
  host: Host,
  act: Act & { readonly kind: "deliver" | "reject" },
): Reason | undefined {
  const body = letterOf(host.belt, act.packet)?.packet.body;
  if (body?.protocol !== "udp") return undefined;
  const isOpen = ownerOf(host.ports, body.destinationPort) !== undefined;
  if (act.kind === "reject") return isOpen ? "rejectedOpenDoor" : "rejectedRight";
  if (act.door === body.destinationPort) return "deliveredRight";
  return isOpen ? "wrongDoor" : "deliveredToNobody";
}

/** A port is right when it was told, or when it is true: a pupil may have heard it across the room. */
function judgeDatagram(
  world: World,
  host: Host,
  act: Act & { readonly kind: "sendDatagram" },
): Reason | undefined {
  const errand = errandOf(host, act.errand);
  const entry = errand === undefined ? undefined : host.book[errand.service];
  if (errand === undefined || entry === undefined) return undefined;
  if (act.destination !== entry.address) return "wrongAddress";
  const ports = [entry.port, listeningPort(world, errand.service)];
  if (!ports.includes(act.destinationPort)) return "wrongPort";
  return act.sourcePort === errand.socket
    ? judgeSending(host, errand)
    : judgeSource(host, act.sourcePort);
}

const judgeSource = (host: Host, port: Port): Reason =>
  ownerOf(host.ports, port) === undefined ? "sourcePortNobodyOpened" : "sourcePortOfAnotherErrand";

/** The letter is written right; was it time to send it? */
function judgeSending(host: Host, { state, sends }: Errand): Reason {
  if (state === "sent") return "sentBeforeTimeout";
  if (sends >= host.mostSends) return "keptKnocking";
  return isHeld(host.gate, "address") ? "addressedRight" : "resentRight";
}

/** Giving up is right after enough silence; sooner only if there is truly nobody, which a friend may have told. */
function judgeGiveUp(world: World, host: Host, id: ErrandId): Reason | undefined {
  const errand = errandOf(host, id);
  if (errand === undefined) return undefined;
  const isDead = world.dead.some((box) => {
    const device = world.boxes[box];
    return device?.kind === "host" && device.programs[errand.service] !== undefined;
  });
  const isSilent = errand.state === "writing" && errand.sends >= host.mostSends;
  const isEnough = isSilent || (isDead && errand.sends > 1);
  return isEnough ? "gaveUpRight" : "gaveUpTooSoon";
}

function judgeAsk(host: Host, service: ServiceId): Reason {
  const entry = host.book[service];
  return entry?.asked === true || entry?.port !== undefined ? "askedAgain" : "askedRight";
}

/** The door at which a service really listens now. */
function listeningPort(world: World, service: ServiceId) {
  for (const device of Object.values(world.boxes)) {
    const port = device.kind === "host" ? device.programs[service]?.port : undefined;
    if (port !== undefined) return port;
  }
  return undefined;
}

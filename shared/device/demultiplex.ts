import type { Instant } from "../lib/instant.ts";
import { icmpErrorAbout } from "../protocol/icmp/icmp-error.ts";
import { ownerOf } from "../protocol/ports/port-table.ts";
import type { ActId, IcmpMessage, Packet } from "../wire/packet.ts";
import type { Act, LinkId } from "./act.ts";
import { putOnBelt, takeOffBelt } from "./belt.ts";
import { errandNews, loseAnswer, takeAnswer } from "./errand.ts";
import { isAboutTheSame, isHeld, offer, settle } from "./gate.ts";
import type { Host } from "./host.ts";
import { type Outside, pinsOf } from "./outside.ts";
import { answerQuestion } from "./program.ts";
import { proposeDelivery } from "./propose-delivery.ts";
import { arriveOverTcp } from "./tcp/arrive.ts";
import { errorOverTcp } from "./tcp/icmp-news.ts";
import { isTcpLetter } from "./tcp/tcp-side.ts";

/** A packet comes in at a host. */
export function arriveAtHost(
  host: Host,
  packet: Packet,
  link: LinkId,
  now: Instant,
  outside: Outside,
): void {
  // RFC 1122 §3.2.1.3: a host that is not the destination discards silently; it never forwards.
  if (packet.ip.destination !== host.address) return outside.dropped(packet, "notMine");
  const { body } = packet;
  if (body.protocol === "icmp") {
    outside.dropped(packet, "consumed");
    return receiveError(host, body, packet.cause, now, outside);
  }
  if (isTcpLetter(packet)) {
    if (host.tcp !== undefined) return arriveOverTcp(host, packet, link, now, outside);
    return outside.dropped(packet, "closedPort");
  }
  if (body.protocol !== "udp") return;
  const proposal = proposeDelivery(host, packet.id, body);
  if (!isHeld(host.gate, "demultiplex"))
    return performDelivery(host, proposal, packet, now, outside);
  if (!putOnBelt(host.belt, packet, link, now)) {
    outside.dropped(packet, "beltFull");
    return outside.notice({ kind: "letterFellOff" }, packet.cause, packet);
  }
  offer(host.gate, "demultiplex", proposal, now);
}

/** The seat brings a letter to a door, or sends it back. */
export function deliverAtHost(
  host: Host,
  act: Act & { readonly kind: "deliver" | "reject" },
  id: ActId,
  now: Instant,
  outside: Outside,
): void {
  const { packet } = takeOffBelt(host.belt, act.packet);
  settle(host.gate, (proposal) => isAboutTheSame(proposal, act));
  performDelivery(host, act, { ...packet, cause: id }, now, outside);
}

function performDelivery(
  host: Host,
  act: Act,
  packet: Packet,
  now: Instant,
  outside: Outside,
): void {
  if (act.kind === "reject") {
    outside.dropped(packet, "closedPort");
    sendPortUnreachable(host, packet, outside);
    return loseAnswer(host, packet, now, outside);
  }
  if (act.kind !== "deliver" || packet.body.protocol !== "udp") return;
  outside.dropped(packet, "consumed");
  const owner = ownerOf(host.ports, act.door);
  if (owner?.kind === "service")
    return answerQuestion(host, owner.service, act.door, packet, outside);
  if (owner?.kind === "errand") takeAnswer(host, owner.errand, packet, now, outside);
}

/** RFC 1122 §4.1.3.1: a datagram for a port where nothing listens is answered with Port Unreachable. */
function sendPortUnreachable(host: Host, packet: Packet, outside: Outside): void {
  const body = icmpErrorAbout(packet, "portUnreachable");
  if (body === undefined) return;
  const ip = { source: host.address, destination: packet.ip.source, ttl: host.ttl };
  outside.originate(host.link, { ip, body, ...pinsOf(packet) }, packet.cause);
}

/** RFC 1122 §4.1.3.3: an ICMP error goes up to whoever sent what it quotes. */
function receiveError(
  host: Host,
  message: IcmpMessage,
  cause: ActId | undefined,
  now: Instant,
  outside: Outside,
): void {
  if (message.about.ip.source !== host.address) return;
  if (message.about.body.protocol === "tcp")
    return errorOverTcp(host, message, cause, now, outside);
  const owner = ownerOf(host.ports, message.about.body.sourcePort);
  if (owner?.kind === "errand") errandNews(host, owner.errand, message, cause, now, outside);
}

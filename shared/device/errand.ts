import type { Instant } from "../lib/instant.ts";
import { later } from "../lib/instant.ts";
import { ephemeralPort, release } from "../protocol/ports/port-table.ts";
import type { Ipv4Address } from "../wire/ipv4-address.ts";
import type { ActId, IcmpMessage, Packet, Port } from "../wire/packet.ts";
import type { Act, ErrandId, ServiceId } from "./act.ts";
import { aimedAt, isHeld, offer, settle } from "./gate.ts";
import type { Errand, ErrandNews, Host } from "./host.ts";
import type { Outside } from "./outside.ts";
import { nonsense, wordLength } from "./program.ts";
import { proposeDeliveriesAgain } from "./propose-delivery.ts";

type ErrandEnd = "errandAnswered" | "errandFailed" | "errandGivenUp";

/** An errand that is to be opened. */
export type NewErrand = Pick<Errand, "id" | "service" | "question" | "patienceUntil" | "pages">;

/** Opens a socket for the errand and lays it before the seat. */
export function openErrand(host: Host, errand: NewErrand, now: Instant, outside: Outside): void {
  offerErrand(host, addErrand(host, errand, now), now, outside);
}

/** An errand that somebody else has begun here: its letter has left, and this is when its timer runs out. */
export function takeOverErrand(
  host: Host,
  errand: NewErrand,
  retryAt: Instant,
  now: Instant,
  outside: Outside,
): void {
  addSentErrand(host, errand, now).retryAt = retryAt;
  wakeErrands(host, now, outside);
}

/** An errand whose question left before anybody sat down here. */
function addSentErrand(host: Host, errand: NewErrand, now: Instant): Errand {
  const sent = addErrand(host, errand, now);
  sent.state = "sent";
  sent.sends = 1;
  sent.retryAt = later(now, host.retryMs);
  return sent;
}

/** The datagram leaves as the seat wrote it; the timer starts, right or wrong. */
export function sendDatagram(
  host: Host,
  act: Act & { readonly kind: "sendDatagram" },
  id: ActId | undefined,
  now: Instant,
  outside: Outside,
): void {
  const errand = errandOf(host, act.errand);
  if (errand === undefined) return;
  settleErrand(host, errand);
  errand.state = "sent";
  errand.sends += 1;
  errand.retryAt = later(now, host.retryMs);
  delete errand.news;
  const { destination, destinationPort, sourcePort } = act;
  outside.originate(
    host.link,
    {
      ip: { source: host.address, destination, ttl: host.ttl },
      body: { protocol: "udp", sourcePort, destinationPort, payload: errand.question },
    },
    id,
  );
}

/** A datagram came to the errand's door: its answer, nonsense about it, or somebody else's. */
export function takeAnswer(
  host: Host,
  id: ErrandId,
  packet: Packet,
  now: Instant,
  outside: Outside,
): void {
  const errand = errandOf(host, id);
  if (errand === undefined || packet.body.protocol !== "udp") return;
  const { payload } = packet.body;
  if (tagOf(payload) !== tagOf(errand.question)) {
    outside.notice({ kind: "programComplained" }, packet.cause, packet);
    return loseAnswer(host, packet, now, outside);
  }
  if (payload.startsWith(nonsense)) {
    distrustDoor(host, errand.service, packet.ip.source, packet.body.sourcePort, now, outside);
    return comesBack(host, errand, "nonsenseAnswer", packet.cause, now, outside);
  }
  closeErrand(host, errand);
  outside.notice(noticeOf(errand, "errandAnswered"), packet.cause, packet);
}

/** An answer ends at a door that is not its own: the errand it was for need not wait for its timer to be tried again. */
export function loseAnswer(host: Host, packet: Packet, now: Instant, outside: Outside): void {
  if (packet.body.protocol !== "udp") return;
  const tag = tagOf(packet.body.payload);
  const meant = host.errands.find(
    ({ state, question }) => state === "sent" && tagOf(question) === tag,
  );
  if (meant !== undefined) comesBack(host, meant, "nonsenseAnswer", packet.cause, now, outside);
}

/** An ICMP error quotes the errand's letter. */
export function errandNews(
  host: Host,
  id: ErrandId,
  message: IcmpMessage,
  cause: ActId | undefined,
  now: Instant,
  outside: Outside,
): void {
  const errand = errandOf(host, id);
  if (errand === undefined) return;
  const { ip, body } = message.about;
  if (message.error === "portUnreachable") {
    distrustDoor(host, errand.service, ip.destination, body.destinationPort, now, outside);
  }
  comesBack(host, errand, newsOf[message.error], cause, now, outside);
}

/** The timers of the client's errands. */
export function wakeErrands(host: Host, now: Instant, outside: Outside): void {
  for (const errand of [...host.errands]) {
    if (errand.patienceUntil <= now) {
      closeErrand(host, errand);
      outside.notice(noticeOf(errand, "errandFailed"), errand.cause);
    } else if (errand.retryAt !== undefined && errand.retryAt <= now) {
      comesBack(host, errand, "noAnswer", undefined, now, outside);
    }
  }
}

/** The client stops asking: its socket closes, and the errand ends without an answer. */
export function giveUpErrand(
  host: Host,
  id: ErrandId,
  cause: ActId | undefined,
  outside: Outside,
): void {
  const errand = errandOf(host, id);
  if (errand === undefined) return;
  closeErrand(host, errand);
  outside.notice(noticeOf(errand, "errandGivenUp"), cause);
}

/** When the next errand's timer runs out. */
export function errandsWakeAt(host: Host): Instant | undefined {
  let at: Instant | undefined;
  for (const { patienceUntil, retryAt } of host.errands) {
    const next = retryAt !== undefined && retryAt < patienceUntil ? retryAt : patienceUntil;
    if (at === undefined || next < at) at = next;
  }
  return at;
}

/** The client holds up "which door?". */
export function askDoor(
  host: Host,
  service: ServiceId,
  id: ActId | undefined,
  outside: Outside,
): void {
  const entry = host.book[service];
  if (entry === undefined) return;
  entry.asked = true;
  settle(host.gate, (proposal) => proposal.kind === "askDoor" && proposal.service === service);
  outside.call({ kind: "askDoor", service }, id);
}

/** Somebody told the door of a service that this machine had asked for. */
export function hearDoor(
  host: Host,
  service: ServiceId,
  port: Port,
  cause: ActId | undefined,
  now: Instant,
  outside: Outside,
): void {
  const entry = host.book[service];
  if (entry?.asked !== true) return;
  entry.asked = false;
  entry.port = port;
  if (cause === undefined) delete entry.cause;
  else entry.cause = cause;
  offerUnsent(host, service, now, outside);
}

export const errandOf = (host: Host, id: ErrandId): Errand | undefined =>
  host.errands.find((errand) => errand.id === id);

/** The errand, with a socket of its own. */
export function addErrand(host: Host, errand: NewErrand, now: Instant): Errand {
  const socket = ephemeralPort(host.ports, host.chance);
  host.ports.bindings.push({ port: socket, owner: { kind: "errand", errand: errand.id } });
  const added: Errand = { ...errand, socket, openedAt: now, state: "writing", sends: 0 };
  host.errands.push(added);
  return added;
}

/** The end of a card, by which an answer is known. */
const tagOf = (payload: string): string => payload.slice(wordLength);

const newsOf = {
  portUnreachable: "doorClosed",
  netUnreachable: "noRoute",
  timeExceeded: "ttlEnded",
} as const;

/** What the desk is told about an errand. */
export const noticeOf = (errand: Errand, kind: ErrandNews | ErrandEnd) => ({
  kind,
  errand: errand.id,
  service: errand.service,
  openedAt: errand.openedAt,
});

/** A door turns out not to be the program's: if the book says so, the machine must ask before it can write again. */
function distrustDoor(
  host: Host,
  service: ServiceId,
  address: Ipv4Address,
  door: Port,
  now: Instant,
  outside: Outside,
): void {
  const entry = host.book[service];
  if (entry?.address !== address || entry.port !== door) return;
  delete entry.port;
  delete entry.cause;
  entry.asked = false;
  offerUnsent(host, service, now, outside);
}

/** What is known about a door has changed: so has what is to be done about the letters for it. */
function offerUnsent(host: Host, service: ServiceId, now: Instant, outside: Outside): void {
  for (const errand of host.errands) {
    if (errand.service === service && errand.state === "writing") {
      offerErrand(host, errand, now, outside);
    }
  }
}

function comesBack(
  host: Host,
  errand: Errand,
  news: ErrandNews,
  cause: ActId | undefined,
  now: Instant,
  outside: Outside,
): void {
  errand.state = "writing";
  errand.news = news;
  delete errand.retryAt;
  if (cause !== undefined) errand.cause = cause;
  outside.notice(noticeOf(errand, news), cause);
  offerErrand(host, errand, now, outside);
}

/** The letter that the machine itself would write for an errand; none while its door is unknown. */
export function letterFor(
  host: Host,
  errand: Errand,
): (Act & { readonly kind: "sendDatagram" }) | undefined {
  const entry = host.book[errand.service];
  if (entry?.port === undefined) return undefined;
  const { address: destination, port: destinationPort } = entry;
  const sourcePort = errand.socket;
  return { kind: "sendDatagram", errand: errand.id, destination, destinationPort, sourcePort };
}

/** With a known door the next act is the letter; without one it is the question where the door is. */
function offerErrand(host: Host, errand: Errand, now: Instant, outside: Outside): void {
  const letter = letterFor(host, errand);
  settleErrand(host, errand);
  if (letter === undefined) return offerAsk(host, errand.service, now, outside);
  // Where letters are written by hand, writing one again is the same duty.
  const duty = errand.sends > 0 && !isHeld(host.gate, "address") ? "retransmit" : "address";
  const isHopeless = errand.sends >= host.mostSends;
  const act: Act = isHopeless ? { kind: "giveUp", errand: errand.id } : letter;
  if (isHeld(host.gate, duty)) return offer(host.gate, duty, act, now);
  if (isHopeless) return giveUpErrand(host, errand.id, undefined, outside);
  sendDatagram(host, letter, undefined, now, outside);
}

function offerAsk(host: Host, service: ServiceId, now: Instant, outside: Outside): void {
  if (host.book[service]?.asked === true) return;
  const proposal: Act = { kind: "askDoor", service };
  if (!isHeld(host.gate, "address")) return askDoor(host, service, undefined, outside);
  if (aimedAt(host.gate, proposal).length > 0) return;
  offer(host.gate, "address", proposal, now);
}

function settleErrand(host: Host, errand: Errand): void {
  settle(host.gate, (proposal) => "errand" in proposal && proposal.errand === errand.id);
}

/** The program has what it wanted, or gave up: its socket closes. */
export function closeErrand(host: Host, errand: Errand): void {
  settleErrand(host, errand);
  host.errands = host.errands.filter((other) => other !== errand);
  release(host.ports, errand.socket);
  proposeDeliveriesAgain(host);
  const { service } = errand;
  if (host.errands.some((other) => other.service === service)) return;
  settle(host.gate, (proposal) => proposal.kind === "askDoor" && proposal.service === service);
}

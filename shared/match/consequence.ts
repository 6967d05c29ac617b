import { reasons } from "../contract/reasons.ts";
import type { BoxId, ErrandId, ServiceId } from "../device/act.ts";
import type { DeviceInput } from "../device/device.ts";
import type { Call, DropReason, Notice } from "../device/outside.ts";
import type { Instant } from "../lib/instant.ts";
import { formatIpv4Address } from "../wire/ipv4-address.ts";
import type { ActId, Packet, Port } from "../wire/packet.ts";
import { inTurn, tellBox, type Watch } from "../world/world.ts";
import { type Evidence, letterNumber, type Match, type Seat, seatOf, tellDesk } from "./match.ts";
import { countErrand, countOverflow, type ErrandEnd } from "./scoring.ts";
import { countInTimeline } from "./timeline.ts";
import { keepTrail } from "./trail.ts";

/**
 * What the match makes of what happens in its world: letters get their numbers, acts show their consequences.
 * Whoever else looks on is told after the match, and changes nothing.
 */
export function watchOf(match: Match, onlooker?: Watch): Watch {
  const own: Watch = {
    departed(flight) {
      const { from, to, packet, lostAt } = flight;
      keepTrail(match, flight);
      if (lostAt !== undefined) countInTimeline(match, "lost");
      letterNumber(seatOf(match, from), packet.id);
      if (lostAt === undefined) letterNumber(seatOf(match, to), packet.id);
    },
    told(box, input) {
      if (input.kind === "arrived") showDescendant(match, box, input.packet.cause, input.packet);
    },
    dropped(_, __, reason) {
      if (losses.includes(reason)) countInTimeline(match, "lost");
    },
    notice: (box, notice, cause, packet) => hearNotice(match, box, notice, cause, packet),
    call: (box, call, cause) => hearCall(match, box, call, cause, watch),
  };
  const watch = onlooker === undefined ? own : inTurn(own, onlooker);
  return watch;
}

/** Ends that nobody has wanted. */
const losses: readonly DropReason[] = ["expired", "noRoute", "beltFull", "dead", "noSlotFree"];

/** An act's consequence has come home: the coach says why, once. */
function showDescendant(match: Match, box: BoxId, cause: ActId | undefined, packet?: Packet): void {
  if (seatOf(match, box).hidden.length === 0) return;
  const family = familyOf(match, cause, packet);
  for (const evidence of hiddenAt(match, box)) {
    if (family.has(evidence.act)) showEvidence(match, evidence, packet);
  }
}

/** What this desk did whose consequence has not come home. */
const hiddenAt = (match: Match, box: BoxId): readonly Evidence[] =>
  seatOf(match, box).hidden.map((at) => match.evidence[at] as Evidence);

/** Tells the desk what its act led to. What was right needs no words. */
export function showEvidence(match: Match, evidence: Evidence, packet?: Packet): void {
  if (evidence.shownAt !== undefined) return;
  evidence.shownAt = match.world.now;
  const seat = seatOf(match, evidence.seat);
  seat.hidden = seat.hidden.filter((at) => match.evidence[at] !== evidence);
  if (reasons[evidence.reason].verdict === "right") return;
  const errand = match.acts[evidence.act - 1]?.errand;
  tellDesk(seat, match.world.now, {
    kind: "coach",
    reason: evidence.reason,
    ...(errand === undefined ? {} : { errand }),
    ...(packet === undefined ? {} : factsOf(match, seat, packet)),
  });
}

/** What the coach may say about a letter: nothing that the desk did not read on it. */
function factsOf({ mission }: Match, seat: Seat, packet: Packet) {
  const letter = String(letterNumber(seat, packet.id));
  const address = formatIpv4Address(packet.ip.destination);
  const { body } = packet;
  const readsPorts = seat.role !== "router" && mission.covered !== "ports";
  return readsPorts && body.protocol !== "icmp"
    ? { letter, address, port: body.destinationPort }
    : { letter, address };
}

/** The act that caused it, the pins that its packet flowed along, and everything they descend from. */
function familyOf(match: Match, cause: ActId | undefined, packet?: Packet): ReadonlySet<ActId> {
  const family = new Set<ActId>(packet?.pins);
  if (cause !== undefined) family.add(cause);
  for (const member of family) {
    for (const parent of match.acts[member - 1]?.parents ?? []) family.add(parent);
  }
  return family;
}

function hearNotice(
  match: Match,
  box: BoxId,
  notice: Notice,
  cause: ActId | undefined,
  packet: Packet | undefined,
): void {
  const seat = seatOf(match, box);
  if (notice.kind === "programComplained") return showDescendant(match, box, cause, packet);
  if (notice.kind === "letterFellOff") {
    countOverflow(match, seat);
    const letter = packet === undefined ? {} : factsOf(match, seat, packet);
    return tellDesk(seat, match.world.now, { kind: "letterFellOff", ...letter });
  }
  if (!("openedAt" in notice)) return tellDesk(seat, match.world.now, notice);
  const { kind, errand, service } = notice;
  const isEnd = kind === "errandAnswered" || kind === "errandFailed" || kind === "errandGivenUp";
  if (isEnd) endErrand(match, box, notice, cause, packet);
  const isExplained = kind !== "errandAnswered" && explainErrand(match, box, errand);
  if (isEnd || !isExplained) tellDesk(seat, match.world.now, { kind, errand, service });
}

function endErrand(
  match: Match,
  box: BoxId,
  notice: ErrandNotice,
  cause: ActId | undefined,
  packet: Packet | undefined,
): void {
  countErrand(match, box, notice, endOf(match, notice.kind, cause, packet));
}

type ErrandNotice = Extract<Notice, { readonly openedAt: Instant }>;

/** An answer is earned if an act of somebody in this network is among what it descends from. */
function endOf(
  match: Match,
  kind: ErrandNotice["kind"],
  cause: ActId | undefined,
  packet: Packet | undefined,
): ErrandEnd {
  if (kind !== "errandAnswered") return "failed";
  const family = familyOf(match, cause, packet);
  return match.evidence.some(({ act }) => family.has(act)) ? "earned" : "answered";
}

/** Bad news about an errand is the desk's own doing if it wrote the letter wrong: then the coach speaks instead. */
function explainErrand(match: Match, box: BoxId, errand: ErrandId): boolean {
  const said = seatOf(match, box).happenings.at(-1);
  const isSaid = said?.kind === "coach" && said.at === match.world.now;
  const hidden = hiddenAt(match, box).filter(({ act }) => match.acts[act - 1]?.errand === errand);
  for (const evidence of hidden) showEvidence(match, evidence);
  return isSaid || hidden.some(({ reason }) => reasons[reason].verdict !== "right");
}

/** A sign goes up on the map; machines that it concerns take note. */
function hearCall(
  match: Match,
  box: BoxId,
  call: Call,
  cause: ActId | undefined,
  watch: Watch,
): void {
  const at = match.world.now;
  if (call.kind === "raiseFlag") {
    match.flags[box] = { flag: call.flag, at };
    return;
  }
  if (call.kind === "askDoor") {
    match.flags[box] = { flag: "whichDoor", at, service: call.service };
    if (match.asks.some((ask) => ask.box === box && ask.service === call.service)) return;
    match.asks = [...match.asks, { service: call.service, box, since: at }];
    return tellOthers(match, box, { kind: "doorAsked", service: call.service, box }, watch);
  }
  const { service } = call;
  const port = call.port as Port;
  match.flags[box] = { flag: "myDoor", at, service, port };
  tellAskers(match, box, service, port);
  match.asks = match.asks.filter((ask) => ask.service !== service);
  const told = { kind: "doorTold", service, port } as const;
  tellOthers(match, box, cause === undefined ? told : { ...told, cause }, watch);
}

function tellAskers(match: Match, box: BoxId, service: ServiceId, port: Port): void {
  for (const ask of match.asks) {
    if (ask.service !== service) continue;
    tellDesk(seatOf(match, ask.box), match.world.now, { kind: "doorTold", service, port, box });
    delete match.flags[ask.box];
  }
}

function tellOthers(match: Match, box: BoxId, input: DeviceInput, watch: Watch): void {
  for (const other of Object.keys(match.seats)) {
    if (other !== box) tellBox(match.world, other, input, watch);
  }
}

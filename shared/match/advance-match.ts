import type { MissionEvent } from "../contract/mission.ts";
import type { BoxId, LinkId, ServiceId } from "../device/act.ts";
import type { DeviceInput } from "../device/device.ts";
import { type Instant, later } from "../lib/instant.ts";
import { unreachable } from "../lib/unreachable.ts";
import {
  advanceWorld,
  setAlive,
  setLine,
  tellBox,
  type Watch,
  worldWakeAt,
} from "../world/world.ts";
import { firstDue, lightAt } from "./assistance.ts";
import { nextAutomaticAct } from "./autopilot.ts";
import { watchOf } from "./consequence.ts";
import { drawErrand, drawService } from "./draw-errand.ts";
import { begunPage, handOverPage, isReadByHand } from "./half-read-page.ts";
import { handOver, isSentByItself } from "./hand-over.ts";
import { type ErrandPlan, isInHand, type Match, type Seat, seatOf, tellDesk } from "./match.ts";
import { moreErrandAt } from "./more-errands.ts";
import { performAct } from "./perform-act.ts";
import { knockAstray } from "./stray-knock.ts";
import { looseAt, loosenPins, payVisits, visitAt } from "./visits.ts";

/**
 * Lets everything happen that is due up to the instant: `advance(a); advance(b)` is `advance(b)`. Whoever knows when the
 * match wakes may say so; the answer is when it wakes next.
 */
export function advanceMatch(
  match: Match,
  to: Instant,
  onlooker?: Watch,
  wake = matchWakeAt(match),
): Instant | undefined {
  // What is over stays over, even if somebody leaves while other networks still play.
  if (match.now >= match.endsAt) return undefined;
  const watch = watchOf(match, onlooker);
  let at = wake;
  while (at !== undefined && at <= to && at <= match.endsAt) {
    passTime(match, at, watch);
    openErrands(match, watch);
    runEvents(match, watch);
    payVisits(match, watch);
    loosenPins(match, watch);
    relieveIdle(match);
    const act = nextAutomaticAct(match);
    if (act !== undefined && act.at <= match.now)
      performAct(match, act.box, act.due.proposal, onlooker);
    at = matchWakeAt(match);
  }
  passTime(match, Math.min(to, match.endsAt) as Instant, watch);
  return match.now >= match.endsAt ? undefined : at;
}

/** Lets time pass in which the match has nothing to do. */
export function letPass(match: Match, to: Instant): void {
  if (match.now >= match.endsAt) return;
  match.now = Math.min(to, match.endsAt) as Instant;
  match.world.now = match.now;
}

/** When the match next has something to do. */
export function matchWakeAt(match: Match): Instant | undefined {
  if (match.now >= match.endsAt) return undefined;
  const event = match.mission.events[match.eventsDone];
  let first = Math.min(
    worldWakeAt(match.world) ?? never,
    nextAutomaticAct(match)?.at ?? never,
    event?.at ?? never,
  );
  for (const box in match.errands) first = Math.min(first, errandOpensAt(match, box));
  for (const visit of match.mission.visits ?? [])
    first = Math.min(first, visitAt(match, visit) ?? never);
  for (const box in match.seats) first = Math.min(first, seatWakeAt(match, seatOf(match, box)));
  // A desk may be emptied by something else than an act: what is late already comes at once.
  return first === never ? undefined : (Math.max(first, match.now) as Instant);
}

/** The desks that change by then with nobody told anything: help lights up, or a person is relieved. */
export const quietDesks = (match: Match, until: Instant): readonly BoxId[] =>
  Object.values(match.seats)
    .filter((seat) => changesQuietlyAt(match, seat) <= until)
    .map(({ box }) => box);

const never = Number.POSITIVE_INFINITY;

const changesQuietlyAt = (match: Match, seat: Seat): number =>
  Math.min(idleAt(match, seat) ?? never, lightAtDesk(match, seat) ?? never);

function errandOpensAt(match: Match, box: BoxId): number {
  let first = moreErrandAt(match, box) ?? never;
  for (const at of match.errands[box]?.opensAt ?? []) first = Math.min(first, at);
  return first;
}

const seatWakeAt = (match: Match, seat: Seat): number =>
  Math.min(changesQuietlyAt(match, seat), looseAt(match, seat.box) ?? never);

function passTime(match: Match, to: Instant, watch: Watch): void {
  match.now = to;
  advanceWorld(match.world, to, watch);
}

function openErrands(match: Match, watch: Watch): void {
  for (const [box, plan] of Object.entries(match.errands)) {
    const open = plan.opensAt.filter((at) => at <= match.now).length;
    plan.opensAt = plan.opensAt.filter((at) => at > match.now);
    for (let opened = 0; opened < open; opened++) openErrand(match, box, watch);
    openOneMore(match, box, plan, watch);
  }
}

function openOneMore(match: Match, box: BoxId, plan: ErrandPlan, watch: Watch): void {
  const at = moreErrandAt(match, box);
  if (at === undefined || at > match.now) return;
  // A page that is handed over comes in the place of the errand that would be next.
  if (isReadByHand(match) && plan.opensAt.length > 0) plan.opensAt.pop();
  else plan.more += 1;
  match.relievedAt[box] = match.now;
  openErrand(match, box, watch, true);
}

function openErrand(match: Match, box: BoxId, watch: Watch, isMore = false): void {
  const plan = match.errands[box];
  const host = match.world.boxes[box];
  if (plan === undefined || host?.kind !== "host") return;
  plan.openedAt = match.now;
  const errand = drawErrand(match, plan, drawService(match, plan, box), host.errands);
  if (isMore && isSentByItself(match)) return handOver(match, host, errand, 0, watch);
  if (isMore && isReadByHand(match))
    return handOverPage(match, host, errand, begunPage(match), watch);
  tellBox(match.world, box, { kind: "errandOpened", errand }, watch);
}

function runEvents(match: Match, watch: Watch): void {
  for (;;) {
    const event = match.mission.events[match.eventsDone];
    if (event === undefined || event.at > match.now) return;
    match.eventsDone += 1;
    runEvent(match, event, watch);
  }
}

function runEvent(match: Match, event: MissionEvent, watch: Watch): void {
  const { world } = match;
  const tellHostOf = (service: ServiceId, input: DeviceInput) => {
    const box = match.mission.services.find(({ id }) => id === service)?.box;
    if (box !== undefined) tellBox(world, box, input, watch);
  };
  switch (event.kind) {
    case "programStops":
      return tellHostOf(event.service, { kind: "programStops", service: event.service });
    case "programsSwap":
      return tellHostOf(event.services[0], { kind: "programsSwap", services: event.services });
    case "lineCut":
    case "lineMended":
      return changeLine(match, event.link, event.kind, watch);
    case "boxDies":
    case "boxRevives":
      return setAlive(world, event.box, event.kind === "boxRevives");
    case "strayKnock":
      return knockAstray(match, event.from, event.service, watch);
    default:
      return unreachable(event);
  }
}

/** Those at the ends of a line see its lamp change; nobody else is told. */
export function changeLine(
  match: Match,
  id: LinkId,
  kind: "lineCut" | "lineMended",
  watch: Watch,
): void {
  const link = match.world.links[id];
  if (link === undefined) return;
  setLine(match.world, id, kind === "lineMended", watch);
  tellDesk(seatOf(match, link.a), match.now, { kind, box: link.b, link: id });
  tellDesk(seatOf(match, link.b), match.now, { kind, box: link.a, link: id });
}

/** A person who lets a due wait too long is relieved; one tap takes the desk back. */
function relieveIdle(match: Match): void {
  for (const seat of Object.values(match.seats)) {
    const at = idleAt(match, seat);
    if (at === undefined || at > match.now) continue;
    seat.away = true;
    tellDesk(seat, match.now, { kind: "tookOver" });
  }
}

/** Nothing happens then but that the view changes: whoever shows it must look again. */
function lightAtDesk(match: Match, seat: Seat): Instant | undefined {
  const gate = match.world.boxes[seat.box]?.gate;
  return gate === undefined ? undefined : lightAt(seat, gate, match.now);
}

function idleAt(match: Match, seat: Seat): Instant | undefined {
  const gate = match.world.boxes[seat.box]?.gate;
  const due = gate === undefined ? undefined : firstDue(gate);
  if (match.idleMs === undefined || due === undefined || !isInHand(seat)) return undefined;
  return later(Math.max(due.since, seat.lastHandAt) as Instant, match.idleMs);
}

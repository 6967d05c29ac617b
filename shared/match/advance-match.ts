import type { BoxId } from "../device/act.ts";
import { type Instant, later } from "../lib/instant.ts";
import { advanceWorld, tellBox, worldWakeAt } from "../world/world.ts";
import { firstDue, lightAt } from "./assistance.ts";
import { nextAutomaticAct } from "./autopilot.ts";
import { watchOf } from "./consequence.ts";
import { drawErrand, drawService } from "./draw-errand.ts";
import { isInHand, type Match, type Seat, tellDesk } from "./match.ts";
import { performAct } from "./perform-act.ts";

/** Lets everything happen that is due up to the instant: `advance(a); advance(b)` is `advance(b)`. */
export function advanceMatch(match: Match, to: Instant): void {
  for (;;) {
    const at = matchWakeAt(match);
    if (at === undefined || at > to || at > match.endsAt) break;
    passTime(match, at);
    openErrands(match);
    runEvents(match);
    relieveIdle(match);
    const act = nextAutomaticAct(match);
    if (act !== undefined && act.at <= match.now) performAct(match, act.box, act.due.proposal);
  }
  passTime(match, Math.min(to, match.endsAt) as Instant);
}

/** When the match next has something to do. */
export function matchWakeAt(match: Match): Instant | undefined {
  const event = match.mission.events[match.eventsDone];
  const errands = Object.values(match.errands).flatMap((plan) => plan.opensAt);
  const seats = Object.values(match.seats).flatMap((seat) => [
    idleAt(match, seat),
    lightAtDesk(match, seat),
  ]);
  const candidates = [
    worldWakeAt(match.world),
    nextAutomaticAct(match)?.at,
    event?.at as Instant | undefined,
    ...errands,
    ...seats,
  ].filter((at) => at !== undefined);
  return candidates.length === 0 ? undefined : (Math.min(...candidates) as Instant);
}

/** Play time moves on; whoever sits at a desk has sat there so much longer. */
function passTime(match: Match, to: Instant): void {
  const passed = to - match.now;
  for (const seat of Object.values(match.seats)) if (isInHand(seat)) seat.handMs += passed;
  match.now = to;
  advanceWorld(match.world, to, watchOf(match));
}

function openErrands(match: Match): void {
  for (const box of Object.keys(match.errands)) {
    const plan = match.errands[box];
    if (plan === undefined) continue;
    const open = plan.opensAt.filter((at) => at <= match.now).length;
    plan.opensAt = plan.opensAt.filter((at) => at > match.now);
    for (let opened = 0; opened < open; opened++) openErrand(match, box);
  }
}

function openErrand(match: Match, box: BoxId): void {
  const plan = match.errands[box];
  const host = match.world.boxes[box];
  if (plan === undefined || host?.kind !== "host") return;
  const errand = drawErrand(match, plan, drawService(match, plan), host.errands);
  tellBox(match.world, box, { kind: "errandOpened", errand }, watchOf(match));
}

function runEvents(match: Match): void {
  for (;;) {
    const event = match.mission.events[match.eventsDone];
    if (event === undefined || event.at > match.now) return;
    match.eventsDone += 1;
    const box = match.mission.services.find((service) => service.id === event.service)?.box;
    if (box === undefined) continue;
    tellBox(match.world, box, { kind: "programStops", service: event.service }, watchOf(match));
  }
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

import { type Reason, reasons } from "../contract/reasons.ts";
import type { BoxId, ServiceId } from "../device/act.ts";
import { cardOctets } from "../device/tcp/tcp-side.ts";
import { type Instant, later } from "../lib/instant.ts";
import type { ActId } from "../wire/packet.ts";
import { isReadByHand } from "./half-read-page.ts";
import { isInHand, type Match, type Seat } from "./match.ts";
import { countInTimeline } from "./timeline.ts";

/** What an errand is worth that is answered in time. */
export const errandPoints = 100;
/** What a repeated fault costs the team. For what is wrong the network makes them pay already. */
const faultPoints = { right: 0, wrong: 20, wasteful: 80 } as const;
/** A page is worth many letters: each one too many of them costs so much more than the one before. */
const wastefulOfPage = 50;
/** Whoever throws an errand away gets the next one all the sooner: nothing else would make them pay. */
function costOf(match: Match, reason: Reason, timesBefore: number): number {
  if (timesBefore === 0) return 0;
  if (reason === "gaveUpTooSoon") return 2 * errandPoints;
  const { verdict } = reasons[reason];
  const isOfPage = verdict === "wasteful" && isReadByHand(match);
  return isOfPage ? wastefulOfPage * timesBefore : faultPoints[verdict];
}

/** How an errand ended. What autopilots did all alone is answered, but not earned. */
export type ErrandEnd = "earned" | "answered" | "failed";

/** An errand has ended: the team earns by punctuality, and the client's next one opens a little later. */
export function countErrand(
  match: Match,
  box: BoxId,
  { service, openedAt }: AnsweredErrand,
  end: ErrandEnd,
): void {
  // What a visitor came for is nobody's errand.
  if (match.errands[box] === undefined) return;
  planNext(match, box);
  if (end === "failed") match.failed += 1;
  else match.answered += 1;
  countInTimeline(match, end === "failed" ? "failed" : "answered");
  if (end === "failed") return;
  const worth = worthOf(match, { service, openedAt });
  if (end === "earned") match.points += worth;
  if (Object.values(match.seats).some(isInHand)) match.teamPoints += worth;
}

/** Another one opens in its place, unless it was one more than the client always has. */
function planNext({ errands, mission, world, isClosing }: Match, box: BoxId): void {
  const plan = errands[box];
  if (plan === undefined || isClosing) return;
  if (plan.more > 0) plan.more -= 1;
  else plan.opensAt.push(later(world.now, mission.errandPauseMs));
}

type AnsweredErrand = { readonly service: ServiceId; readonly openedAt: Instant };

function worthOf(match: Match, { service, openedAt }: AnsweredErrand): number {
  const patienceUsed = (match.world.now - openedAt) / match.mission.patienceMs;
  return pointsFor(patienceUsed) * cardsOf(match, service);
}

/** A page is worth as many errands as it has cards. */
function cardsOf({ mission }: Match, wanted: ServiceId): number {
  const [answer = ""] = mission.services.find(({ id }) => id === wanted)?.answers ?? [];
  return Math.max(1, Math.ceil(answer.length / cardOctets));
}

/** All points within a third of the patience, then fewer, down to a third of them. */
const pointsFor = (patienceUsed: number): number =>
  Math.round(errandPoints * Math.min(1, 4 / 3 - patienceUsed));

/** A letter fell off: a missed act of the person at that desk. */
export function countOverflow(match: Match, seat: Seat): void {
  if (!isInHand(seat) || seat.player === undefined) return;
  match.evidence.push({
    act: 0 as ActId,
    at: match.world.now,
    seat: seat.box,
    player: seat.player,
    reason: "letBeltOverflow",
    concept: reasons.letBeltOverflow.concept,
    lit: false,
    tookMs: 0,
    shownAt: match.world.now,
  });
}

/** A repeated fault costs the team; the first of a kind at each desk is free. */
export function countWaste(match: Match, seat: Seat, reason: Reason): void {
  if (reasons[reason].verdict === "right") return;
  const before = match.evidence.filter(
    (evidence) => evidence.seat === seat.box && evidence.reason === reason,
  );
  match.waste += costOf(match, reason, before.length);
}

import type { MissionService, MissionVisit } from "../contract/mission.ts";
import type { BoxId, ErrandId } from "../device/act.ts";
import type { NewErrand } from "../device/errand.ts";
import { drawOne, namedChance } from "../lib/chance.ts";
import { type Instant, later } from "../lib/instant.ts";
import { tellBox, type Watch } from "../world/world.ts";
import { drawErrand, drawOther } from "./draw-errand.ts";
import { emptyBeforeVisitMs, halfRead, handOverPage, isReadByHand } from "./half-read-page.ts";
import { handOver } from "./hand-over.ts";
import { isInHand, type Match, seatOf } from "./match.ts";
import { plantLetter } from "./plant-letter.ts";
import { emptyDeskMs } from "./practised.ts";
import { knockAstray } from "./stray-knock.ts";

/** Where question and answer pass, a visit makes work twice: a router is left empty for longer. */
const emptyRouterMs = 14_000;

/** A machine at its quick pace of practice has never enough to do: somebody knocks there now and then. */
const quickDeskMs = 12_500;

/** When somebody comes by because a desk on the way has nothing to do. */
export function visitAt(match: Match, visit: MissionVisit): Instant | undefined {
  const { desk, isStray, underWay } = visit;
  const seat = match.seats[desk];
  if (seat === undefined) return undefined;
  const isPassedTwice = seat.role === "router" && underWay === undefined;
  if (isPassedTwice) return reliefAt(match, desk, emptyRouterMs);
  if (isReadByHand(match))
    return reliefAt(match, desk, Math.max(emptyBeforeVisitMs, emptyDeskMs(match)));
  if (!isStray) return reliefAt(match, desk, leftEmptyMs(match));
  // Who knocks already waits for what somebody else is to do: one more would wait as well.
  if ((match.world.boxes[desk]?.belt.letters.length ?? 0) > 0) return undefined;
  const isQuick = match.autopilot.fixedMs !== undefined && !isInHand(seat);
  return reliefAt(match, desk, isQuick ? quickDeskMs : leftEmptyMs(match));
}

/** When the oldest pin of a router comes loose because its desk has nothing to do. */
export function looseAt(match: Match, box: BoxId): Instant | undefined {
  const router = match.world.boxes[box];
  const isPinned = router?.kind === "router" && router.pinsWorkLoose && router.pins.length > 0;
  return isPinned ? reliefAt(match, box, leftEmptyMs(match)) : undefined;
}

const leftEmptyMs = (match: Match): number => emptyDeskMs(match, match.mission.emptyPercent);

/** When something is found for an empty desk. */
export function reliefAt(match: Match, box: BoxId, afterMs: number): Instant | undefined {
  const gate = match.world.boxes[box]?.gate;
  if (gate === undefined || gate.dues.length > 0 || match.isClosing) return undefined;
  const { lastActAt } = seatOf(match, box);
  return later(Math.max(lastActAt, match.relievedAt[box] ?? 0) as Instant, afterMs);
}

/** Pins that have come loose by now fall out. */
export function loosenPins(match: Match, watch: Watch): void {
  for (const box of Object.keys(match.seats)) {
    const at = looseAt(match, box);
    if (at === undefined || at > match.now) continue;
    match.relievedAt[box] = match.now;
    tellBox(match.world, box, { kind: "pinComesLoose" }, watch);
  }
}

/** Everybody who is to come by now does. Their errands bring no points: they are nobody's in the team. */
export function payVisits(match: Match, watch: Watch): void {
  for (const visit of match.mission.visits ?? []) {
    const at = visitAt(match, visit);
    if (at === undefined || at > match.now) continue;
    match.relievedAt[visit.desk] = match.now;
    payVisit(match, drawVisit(match, visit), watch);
  }
}

/** Where several may come to a desk, one of them does. */
function drawVisit(match: Match, first: MissionVisit): MissionVisit {
  const all = match.mission.visits?.filter(({ desk }) => desk === first.desk) ?? [];
  return all.length > 1 ? drawOne(visitorOf(match, first.from).chance, all) : first;
}

function payVisit(match: Match, visit: MissionVisit, watch: Watch): void {
  const { from, to, isStray } = visit;
  const [visitor, server] = [match.world.boxes[from], match.world.boxes[to]];
  const doors = match.mission.services
    .filter(({ box }) => box === to)
    .flatMap((service) => doorOf(match, service));
  if (visitor?.kind !== "host" || server?.kind !== "host" || doors.length === 0) return;
  const plan = visitorOf(match, from);
  const { service, address, port } = drawOther(plan, doors);
  if (isStray) return knockAstray(match, from, service.id, watch);
  const drawn = drawErrand(match, plan, service, visitor.errands);
  visitor.book[service.id] = { address, port, asked: false };
  if (isReadByHand(match)) return handOverPage(match, visitor, drawn, halfRead(match), watch);
  if (match.mission.tcp !== undefined)
    return tellBox(match.world, from, { kind: "errandOpened", errand: drawn }, watch);
  // Once is enough: a visitor whose letter is lost does not come back.
  const errand = { ...drawn, patienceUntil: later(match.now, match.mission.retryMs) };
  handOver(match, visitor, errand, match.mission.retryMs, watch);
  plantLetter(match, [visitor, server], errand, underWayIn(visit, errand), watch);
}

/** Now and then the question comes by as well: nobody is to pass on to one exit all the time. */
const underWayIn = ({ underWay }: MissionVisit, { id }: NewErrand): "question" | "answer" =>
  underWay === undefined || id % 4 === 0 ? "question" : underWay;

/** Where a service can be asked for, if it listens just now. */
function doorOf({ world }: Match, service: MissionService) {
  const host = world.boxes[service.box];
  const port = host?.kind === "host" ? host.programs[service.id]?.port : undefined;
  if (host === undefined || port === undefined) return [];
  return [{ id: service.id, service, address: host.address, port }];
}

function visitorOf({ seed, visitors }: Match, box: BoxId): Match["visitors"][BoxId] {
  const known = visitors[box];
  if (known !== undefined) return known;
  const visitor = { chance: namedChance(seed, `visits ${box}`), nextId: 1 as ErrandId };
  visitors[box] = visitor;
  return visitor;
}

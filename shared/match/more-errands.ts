import type { BoxId } from "../device/act.ts";
import { type Instant, later } from "../lib/instant.ts";
import { emptyBeforePageMs, isReadByHand } from "./half-read-page.ts";
import { isSentByItself } from "./hand-over.ts";
import { type ErrandPlan, type Match, seatOf } from "./match.ts";
import { emptyDeskMs } from "./practised.ts";
import { reliefAt } from "./visits.ts";

/** When a client gets one more errand because nothing is left to do: nobody is to wait long, whatever else is slow. */
export function moreErrandAt(match: Match, box: BoxId): Instant | undefined {
  const plan = match.errands[box];
  const [least, most] = match.mission.openErrands;
  if (plan === undefined || match.isClosing) return undefined;
  const isFull = plan.more >= most - least;
  if (isReadByHand(match)) {
    const takesPlace = plan.opensAt.length > 0;
    return isFull && !takesPlace ? undefined : reliefAt(match, box, emptyBeforePageMs(match));
  }
  return isFull ? undefined : afterSilence(match, box, plan);
}

function afterSilence(match: Match, box: BoxId, plan: ErrandPlan): Instant | undefined {
  const gate = match.world.boxes[box]?.gate;
  if (gate === undefined || gate.dues.length > 0) return undefined;
  const isOneAct = isSentByItself(match);
  // What leaves by itself gives nobody anything to do.
  if (!isOneAct && plan.opensAt.length > 0) return undefined;
  const { lastActAt } = seatOf(match, box);
  const since = isOneAct ? lastActAt : (Math.max(plan.openedAt, lastActAt) as Instant);
  const emptyMs = emptyDeskMs(match);
  return later(since, isOneAct ? Math.trunc((3 * emptyMs) / 5) : emptyMs);
}

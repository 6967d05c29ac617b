import type { BoxId } from "../device/act.ts";
import { type Instant, later } from "../lib/instant.ts";
import { emptyBeforePageMs, isReadByHand } from "./half-read-page.ts";
import { isSentByItself } from "./hand-over.ts";
import { type Match, seatOf } from "./match.ts";
import { emptyDeskMs } from "./practised.ts";

/** When a client gets one more errand because nothing is left to do: nobody is to wait long, whatever else is slow. */
export function moreErrandAt(match: Match, box: BoxId): Instant | undefined {
  const plan = match.errands[box];
  const gate = match.world.boxes[box]?.gate;
  const [least, most] = match.mission.openErrands;
  if (plan === undefined || gate === undefined || match.isClosing) return undefined;
  if (gate.dues.length > 0 || plan.more >= most - least) return undefined;
  const isOneAct = isSentByItself(match);
  // What leaves by itself gives nobody anything to do.
  if (!isOneAct && plan.opensAt.length > 0) return undefined;
  const { lastActAt } = seatOf(match, box);
  const since = isOneAct ? lastActAt : (Math.max(plan.openedAt, lastActAt) as Instant);
  if (isReadByHand(match)) return later(since, emptyBeforePageMs);
  const emptyMs = emptyDeskMs(match);
  return later(since, isOneAct ? Math.trunc((3 * emptyMs) / 5) : emptyMs);
}

import type { ActKind, BoxId, Due } from "../device/act.ts";
import type { Instant } from "../lib/instant.ts";
import { firstDue } from "./assistance.ts";
import { isInHand, type Match, type Seat } from "./match.ts";

const startMs = 5_000;
const floorMs = 3_000;

/** The next act of a seat that nobody acts at: which due, and when. */
export type AutomaticAct = { readonly box: BoxId; readonly due: Due; readonly at: Instant };

/** The earliest act that an automatic seat will do: always its oldest due, exactly as the machine proposes. */
export function nextAutomaticAct(match: Match): AutomaticAct | undefined {
  let next: AutomaticAct | undefined;
  for (const seat of Object.values(match.seats)) {
    const act = isInHand(seat) ? undefined : automaticActOf(match, seat);
    if (act !== undefined && (next === undefined || act.at < next.at)) next = act;
  }
  return next;
}

function automaticActOf(match: Match, seat: Seat): AutomaticAct | undefined {
  const gate = match.world.boxes[seat.box]?.gate;
  const due = gate === undefined ? undefined : firstDue(gate);
  if (due === undefined) return undefined;
  const ready = Math.max(due.since, seat.lastActAt) + automaticMs(match, due.proposal.kind);
  return { box: seat.box, due, at: Math.max(ready, match.now) as Instant };
}

/** A quarter slower than the middle of what this network's people needed, so that nobody wins by leaving. */
function automaticMs(match: Match, kind: ActKind): number {
  if (match.autopilot.fixedMs !== undefined) return match.autopilot.fixedMs;
  const middle = medianOf(match.tookMs[kind] ?? []);
  return middle === undefined ? startMs : Math.max(floorMs, Math.trunc((middle * 5) / 4));
}

function medianOf(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

import type { ActKind, BoxId, Due } from "../device/act.ts";
import type { Gate } from "../device/gate.ts";
import type { Instant } from "../lib/instant.ts";
import { firstDue } from "./assistance.ts";
import { isInHand, type Match, type Seat } from "./match.ts";
import { practisedMs } from "./practised.ts";

const floorMs = 2_000;

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
  const due = gate && firstDue(gate);
  if (gate === undefined || due === undefined) return undefined;
  const ready = Math.max(due.since, seat.lastActAt) + automaticMs(match, due.proposal.kind);
  return { box: seat.box, due: latestOf(gate, due), at: Math.max(ready, match.now) as Instant };
}

/** As long as this network's people need once they know how, so that nobody wins or loses by leaving. */
function automaticMs(match: Match, kind: ActKind): number {
  if (match.autopilot.fixedMs !== undefined) return match.autopilot.fixedMs;
  return Math.max(floorMs, practisedMs(match, kind));
}

/** One ACK says all that there is to say about a connection: the latest settles those before it, as a person's would. */
function latestOf(gate: Gate, due: Due): Due {
  const { duty, proposal } = due;
  if (duty !== "acknowledge" || proposal.kind !== "sendSegment") return due;
  const isSame = (other: Due) =>
    other.duty === duty &&
    other.proposal.kind === "sendSegment" &&
    other.proposal.socket === proposal.socket;
  return gate.dues.findLast(isSame) ?? due;
}

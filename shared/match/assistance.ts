import type { Due } from "../device/act.ts";
import type { Gate } from "../device/gate.ts";
import type { Instant } from "../lib/instant.ts";
import type { Seat } from "./match.ts";

/** So many acts of each kind are lit before a pupil does them alone. */
const litActs = 2;
/** After so many misses in a row, or so long a standstill, the light comes back for one act. */
const missesToLight = 2;
const standstillMs = 15_000;

/** The due that a desk is to do next: the one that has waited longest. */
export const firstDue = (gate: Gate): Due | undefined => gate.dues[0];

/** The one due that is lit and filled in for the pupil, if any: help is given for one act at a time. */
export function litDue(seat: Seat, gate: Gate, now: Instant): Due | undefined {
  const due = firstDue(gate);
  return due !== undefined && isLit(seat, due, now) ? due : undefined;
}

function isLit(seat: Seat, due: Due, now: Instant): boolean {
  if (seat.assistance === "guided") return true;
  if (seat.missesInARow >= missesToLight) return true;
  const waitedFrom = Math.max(due.since, seat.lastActAt);
  if (now - waitedFrom >= standstillMs) return true;
  const done = seat.practised[due.proposal.kind] ?? 0;
  return seat.assistance === "standard" && done < litActs;
}

import type { Due } from "../device/act.ts";
import type { Gate } from "../device/gate.ts";
import { type Instant, later } from "../lib/instant.ts";
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

/** When the light will come back to a pupil's desk that stands still; undefined while it is on or stays off. */
export function lightAt(seat: Seat, gate: Gate, now: Instant): Instant | undefined {
  const due = seat.player === undefined ? undefined : firstDue(gate);
  if (due === undefined || seat.assistance === "expert") return undefined;
  return isLit(seat, due, now) ? undefined : standstillEnd(seat, due);
}

function isLit(seat: Seat, due: Due, now: Instant): boolean {
  if (seat.assistance === "guided" || seat.hinted) return true;
  if (seat.assistance === "expert") return false;
  if (seat.missesInARow >= missesToLight || now >= standstillEnd(seat, due)) return true;
  return (seat.practised[due.proposal.kind] ?? 0) < litActs;
}

const standstillEnd = (seat: Seat, due: Due): Instant =>
  later(Math.max(due.since, seat.lastActAt) as Instant, standstillMs);

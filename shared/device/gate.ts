import type { Instant } from "../lib/instant.ts";
import type { Act, Due, DueId, Duty } from "./act.ts";

/** The part of every machine that decides who acts: the machine itself, or the seat that answers its dues. */
export type Gate = { readonly held: readonly Duty[]; dues: Due[]; nextDue: number };

export const initialGate = (held: readonly Duty[]): Gate => ({ held, dues: [], nextDue: 1 });

export const isHeld = (gate: Gate, duty: Duty): boolean => gate.held.includes(duty);

/** Lays a due before the seat: this is what the machine would do. */
export function offer(gate: Gate, duty: Duty, proposal: Act, now: Instant): void {
  gate.dues.push({ id: gate.nextDue as DueId, duty, since: now, proposal });
  gate.nextDue += 1;
}

/** Takes away every due whose proposal the test picks. */
export function settle(gate: Gate, isSettled: (proposal: Act) => boolean): void {
  if (gate.dues.length > 0) gate.dues = gate.dues.filter((due) => !isSettled(due.proposal));
}

/** The dues that an act is aimed at: those about the same letter, errand or program. */
export const aimedAt = (gate: Gate, act: Act): readonly Due[] =>
  gate.dues.filter((due) => isAboutTheSame(due.proposal, act));

/** Whether two acts are about one thing, right or wrong. */
export function isAboutTheSame(a: Act, b: Act): boolean {
  if ("packet" in a && "packet" in b) return a.packet === b.packet;
  if ("errand" in a && "errand" in b) return a.errand === b.errand;
  if ("row" in a && "row" in b) return a.row === b.row;
  if (a.kind !== b.kind || !("service" in a && "service" in b)) return false;
  return a.service === b.service;
}

import type { Instant } from "../lib/instant.ts";
import type { Act, Due, DueId, Duty, SocketId } from "./act.ts";

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
  for (const name of ["packet", "errand", "row"] as const) {
    const [one, other] = [numberIn(a, name), numberIn(b, name)];
    if (one !== undefined && other !== undefined) return one === other;
  }
  if ("socket" in a && "socket" in b) return isAboutOneConnection(a, b);
  if (a.kind !== b.kind || !("service" in a && "service" in b)) return false;
  return a.service === b.service;
}

type Numbered = { readonly packet?: number; readonly errand?: number; readonly row?: number };

const numberIn = (act: Act, name: keyof Numbered): number | undefined => (act as Numbered)[name];

type SocketAct = Act & { readonly socket: SocketId };

/** A slot is made free by letting anybody go; a card may be meant instead of any other one. */
function isAboutOneConnection(a: SocketAct, b: SocketAct): boolean {
  if (a.kind === "sendSegment" && b.kind === "sendSegment") return isSameSegment(a, b);
  return a.kind === b.kind && (a.kind === "letGo" || a.socket === b.socket);
}

type SegmentAct = Act & { readonly kind: "sendSegment" };

/** Segments answer the same letter, or belong to one connection and both end it or both do not. */
function isSameSegment(a: SegmentAct, b: SegmentAct): boolean {
  if (a.answers !== undefined || b.answers !== undefined) return a.answers === b.answers;
  return a.socket === b.socket && a.flags.includes("fin") === b.flags.includes("fin");
}

import type { PlayerId } from "../contract/intent.ts";
import { type Concept, type Reason, reasons } from "../contract/reasons.ts";
import type { Evidence, Match } from "./match.ts";

/** How often somebody did something for a reason, and how often of these the act was lit. */
type ReasonCount = { count: number; lit: number };
/** What a network's people have shown of one idea: acts under light count apart. */
type ConceptCount = { right: number; wasteful: number; wrong: number; lit: number };

/** A match's evidence, counted. */
export type EvidenceCounts = {
  /** How much of the evidence is counted. */
  upTo: number;
  readonly players: Record<PlayerId, Partial<Record<Reason, ReasonCount>>>;
  readonly concepts: Partial<Record<Concept, ConceptCount>>;
};

/** Evidence only grows, and a match is asked again and again: only what is new is counted. */
export function countEvidence({ evidence }: Match): EvidenceCounts {
  const counts = known.get(evidence) ?? { upTo: 0, players: {}, concepts: {} };
  known.set(evidence, counts);
  for (; counts.upTo < evidence.length; counts.upTo++) {
    const one = evidence[counts.upTo];
    if (one !== undefined) countOne(counts, one);
  }
  return counts;
}

const known = new WeakMap<readonly Evidence[], EvidenceCounts>();

function countOne({ players, concepts }: EvidenceCounts, one: Evidence): void {
  countConcept(concepts, one);
  if (one.player !== undefined) countReason(players, one.player, one);
}

function countConcept(
  concepts: EvidenceCounts["concepts"],
  { concept, reason, lit }: Evidence,
): void {
  concepts[concept] ??= { right: 0, wasteful: 0, wrong: 0, lit: 0 };
  concepts[concept][lit ? "lit" : reasons[reason].verdict] += 1;
}

function countReason(
  players: EvidenceCounts["players"],
  player: PlayerId,
  { reason, lit }: Evidence,
): void {
  players[player] ??= {};
  const counts = players[player];
  counts[reason] ??= { count: 0, lit: 0 };
  counts[reason].count += 1;
  if (lit) counts[reason].lit += 1;
}

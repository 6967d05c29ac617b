import type { PlayerId } from "../contract/intent.ts";
import { type Reason, reasons } from "../contract/reasons.ts";
import type { View } from "../contract/view.ts";
import type { Evidence, Match } from "./match.ts";
import { errandPoints } from "./scoring.ts";

/** Points of the team: errands by punctuality, less waste. */
export const scoreOf = (match: Match): number => Math.max(0, match.points - match.waste);

/** Stars by points: so many full errands' worth per client and minute. */
export function starsOf(match: Match): number {
  // An experiment is not scored, and a guided run shows the way.
  if (match.mission.kind === "experiment" || match.actsToEnd !== undefined) return 0;
  const pace = paceOf(match);
  return match.mission.stars.filter((needed) => pace >= needed).length;
}

/** Full errands' worth of points per client and minute. */
export function paceOf(match: Match): number {
  const clients = Object.keys(match.errands).length;
  const minutes = Math.max(match.now, 1) / 60_000;
  return scoreOf(match) / errandPoints / clients / minutes;
}

/** One player's evidence, counted by reason. What never came home counts as hidden. */
export function tallyOf(match: Match, player: PlayerId): View["tallies"] {
  const tallies: Record<string, { count: number; hidden: number; lit: number }> = {};
  for (const evidence of evidenceOf(match, player)) {
    const tally = tallies[evidence.reason] ?? { count: 0, hidden: 0, lit: 0 };
    tally.count += 1;
    if (evidence.shownAt === undefined) tally.hidden += 1;
    if (evidence.lit) tally.lit += 1;
    tallies[evidence.reason] = tally;
  }
  return tallies;
}

/** One player's result: right acts against all that the desk needed. */
export function resultOf(match: Match, player: PlayerId): View["mine"][string] {
  const evidence = evidenceOf(match, player);
  const missed = evidence.filter(({ reason }) => reason === "letBeltOverflow").length;
  const right = countVerdict(evidence, "right");
  const wasteful = countVerdict(evidence, "wasteful");
  const wrong = countVerdict(evidence, "wrong") - missed;
  const needed = right + wasteful + wrong + missed;
  const share = needed === 0 ? 0 : Math.round((100 * right) / needed);
  return { right, wasteful, wrong, missed, share };
}

const evidenceOf = (match: Match, player: PlayerId): readonly Evidence[] =>
  match.evidence.filter((evidence) => evidence.player === player);

const countVerdict = (
  evidence: readonly Evidence[],
  verdict: (typeof reasons)[Reason]["verdict"],
): number => evidence.filter(({ reason }) => reasons[reason].verdict === verdict).length;

import type { PlayerId } from "../contract/intent.ts";
import { type Reason, reasons, type Verdict } from "../contract/reasons.ts";
import type { View } from "../contract/view.ts";
import type { Evidence, Match } from "./match.ts";
import { errandPoints } from "./scoring.ts";

/** Points of the team: errands by punctuality, less waste. */
export const scoreOf = (match: Match): number => Math.max(0, match.points - match.waste);

/**
 * What a team's place in the class goes by. An empty seat must neither cost a team anything nor bring it something: its
 * autopilot is a little slower than the team itself, and what comes through it counts as long as somebody plays.
 */
export const standingOf = ({ teamPoints, waste }: Match): number => Math.max(0, teamPoints - waste);

/** A team whose members all do well gets so much more of its points. */
const bonusShare = 0.2;

/** What a team gets for the mean of its members' own scores; autopilots have none. */
export function bonusOf(match: Match): number {
  const members = Object.values(match.seats).flatMap(({ player }) => player ?? []);
  const shares = members.map((player) => resultOf(match, player).share);
  if (shares.length === 0) return 0;
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return Math.round((standingOf(match) * bonusShare * mean) / 100);
}

/** Stars by points: so many full errands' worth per client and minute. */
export function starsOf(match: Match): number {
  // An experiment is not scored, and a guided run shows the way.
  if (match.mission.kind === "experiment" || match.actsToEnd !== undefined) return 0;
  const pace = paceOf(match);
  return match.mission.stars.filter((needed) => pace >= needed).length;
}

/** Full errands' worth of points per client and minute. */
export function paceOf(match: Match): number {
  const clients = clientsThatCount(match);
  const minutes = Math.max(match.now, 1) / 60_000;
  return scoreOf(match) / errandPoints / clients / minutes;
}

/** Whoever practises as a client can earn only what that client asks for. */
function clientsThatCount({ errands, seats, autopilot }: Match): number {
  const clients = Object.keys(errands);
  const mine = clients.filter((box) => seats[box]?.player !== undefined);
  const isPractice = autopilot.fixedMs !== undefined;
  return isPractice && mine.length > 0 ? mine.length : clients.length;
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
export const resultOf = (match: Match, player: PlayerId): View["mine"][string] =>
  resultOfTally(tallyOf(match, player));

/** The same from what was counted. A letter that fell off was nobody's act. */
export function resultOfTally({ letBeltOverflow, ...acts }: View["tallies"]): View["mine"][string] {
  const count = (verdict: Verdict): number =>
    Object.entries(acts)
      .filter(([reason]) => reasons[reason as Reason].verdict === verdict)
      .reduce((sum, [, row]) => sum + row.count, 0);
  const missed = letBeltOverflow?.count ?? 0;
  const [right, wasteful, wrong] = [count("right"), count("wasteful"), count("wrong")];
  const needed = right + wasteful + wrong + missed;
  const share = needed === 0 ? 0 : Math.round((100 * right) / needed);
  return { right, wasteful, wrong, missed, share };
}

const evidenceOf = (match: Match, player: PlayerId): readonly Evidence[] =>
  match.evidence.filter((evidence) => evidence.player === player);

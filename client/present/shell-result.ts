import type { Role } from "../../shared/contract/mission.ts";
import { peopleIn } from "../../shared/contract/pair.ts";
import { type Reason, reasonNames, reasons, type Verdict } from "../../shared/contract/reasons.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { missionOf } from "./mission-of.ts";
import { parseRole } from "./shell-briefing.ts";

/** What can be said of something a player did, or let fall. The order is the one worth reading. */
export const deeds = ["wrong", "missed", "wasteful", "right"] as const satisfies readonly (
  | Verdict
  | "missed"
)[];
export type Deed = (typeof deeds)[number];

/** How often one reason applied, and how often nothing came back that could have told. */
export type CountedReason = {
  readonly reason: Reason;
  readonly deed: Deed;
  readonly count: number;
  readonly hidden: number;
};

type Share = { readonly mine: number; readonly others: number | undefined; readonly role: Role };

/** What a round came to: the team's figures, mine, and why. */
export type RoundResult = {
  readonly round: number;
  /** An experiment has neither stars nor points. */
  readonly isScored: boolean;
  readonly team: ViewRow<"standings"> | undefined;
  readonly mine: ViewRow<"mine"> | undefined;
  /** How much of what my desk needed was right, beside others of my role; an experiment is not measured. */
  readonly share: Share | undefined;
  /** Both of two who share the seat. */
  readonly pair: string | undefined;
  readonly reasons: readonly CountedReason[];
};

/** The result of the round for a player; what went wrong is explained before what went right. */
export function presentResult(view: View): RoundResult {
  return {
    round: view.lesson["now"]?.round ?? 0,
    isScored: missionOf(view)?.kind !== "experiment",
    team: Object.values(view.standings).find((standing) => standing.you),
    mine: view.mine["now"],
    share: presentShare(view),
    pair: pairIn(view),
    reasons: byWeight(
      Object.entries(view.tallies).flatMap(([word, { count, hidden }]) =>
        countReason(word, count, hidden),
      ),
    ),
  };
}

function presentShare(view: View): Share | undefined {
  const mine = view.mine["now"];
  const role = parseRole(view.lesson["now"]?.role);
  const isMeasured = missionOf(view)?.kind !== "experiment" && Object.keys(view.tallies).length > 0;
  if (mine === undefined || role === undefined || !isMeasured) return undefined;
  return { mine: mine.share, others: mine.others, role };
}

function pairIn({ players }: View): string | undefined {
  const nickname = Object.values(players).find(({ you }) => you)?.nickname ?? "";
  return peopleIn(nickname) > 1 ? nickname : undefined;
}

/** One reason as it is counted; a word that is no reason counts for nothing. */
function countReason(word: string, count: number, hidden: number): readonly CountedReason[] {
  const reason = reasonNames.find((name) => name === word);
  if (reason === undefined || count === 0) return [];
  const deed = deedOf(reason);
  // The silence after a right act is no riddle: only a wrong one needs to be told of.
  return [{ reason, deed, count, hidden: deed === "wrong" ? hidden : 0 }];
}

/** Reasons in the order they are worth reading, and the frequent ones first. */
const byWeight = (all: readonly CountedReason[]): readonly CountedReason[] =>
  all.toSorted(
    (one, other) => deeds.indexOf(one.deed) - deeds.indexOf(other.deed) || other.count - one.count,
  );

/** A letter that fell off the belt was nobody's act: it was missed. */
export const deedOf = (reason: Reason): Deed =>
  reason === "letBeltOverflow" ? "missed" : reasons[reason].verdict;

import { type Reason, reasonNames, reasons, type Verdict } from "../../shared/contract/reasons.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { missionOf } from "./mission-of.ts";

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

/** What a round came to: the team's figures, mine, and why. */
export type RoundResult = {
  readonly round: number;
  /** An experiment has neither stars nor points. */
  readonly isScored: boolean;
  readonly team: ViewRow<"standings"> | undefined;
  readonly mine: ViewRow<"mine"> | undefined;
  readonly reasons: readonly CountedReason[];
};

/** The result of the round for a player; what went wrong is explained before what went right. */
export function presentResult(view: View): RoundResult {
  return {
    round: view.lesson["now"]?.round ?? 0,
    isScored: missionOf(view)?.kind !== "experiment",
    team: Object.values(view.standings).find((standing) => standing.you),
    mine: view.mine["now"],
    reasons: byWeight(
      Object.entries(view.tallies).flatMap(([word, { count, hidden }]) =>
        countReason(word, count, hidden),
      ),
    ),
  };
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

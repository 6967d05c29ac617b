import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { Hand } from "./hand.ts";

/**
 * What unblocks others comes first. Sending again and giving up stand level: which of the two is due, nobody says.
 */
const urgency: Readonly<Record<string, number>> = {
  bind: 0,
  tell: 1,
  pin: 2,
  letter: 3,
  ask: 4,
  errand: 5,
  giveUp: 5,
  letGo: 2,
  again: 2,
  place: 3,
  answer: 3,
  close: 4,
  acknowledge: 4,
  card: 4,
  open: 5,
};

/**
 * What waits for me, in the one order that the task line, the open slip and the open tray all follow: what is in my
 * hand, then what is lit, then what is urgent, and among equals what has waited longest.
 */
export const duesInOrder = (view: View, hand: Hand | undefined): readonly ViewRow<"dues">[] =>
  Object.values(view.dues).toSorted(
    (one, other) =>
      Number(isInHand(other, hand)) - Number(isInHand(one, hand)) ||
      Number(other.lit) - Number(one.lit) ||
      rank(one) - rank(other) ||
      one.since - other.since,
  );

const rank = ({ kind }: ViewRow<"dues">): number => urgency[kind] ?? 0;

function isInHand({ kind, about, letter }: ViewRow<"dues">, hand: Hand | undefined): boolean {
  if (hand === undefined) return false;
  if (hand.kind !== "letter")
    return hand.id === about && (hand.kind === "pin") === (kind === "pin");
  return letter === undefined
    ? hand.id === about && (kind === "letter" || kind === "place")
    : hand.id === String(letter);
}

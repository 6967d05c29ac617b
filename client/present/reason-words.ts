import type { Text } from "../../assets/text/text.ts";
import { type Reason, reasons } from "../../shared/contract/reasons.ts";

/** What the words of a reason go by, of a mission or of a desk's rules. */
type Setting = {
  readonly covered?: string | undefined;
  readonly mostSends?: number | undefined;
  readonly goBackN?: boolean | undefined;
  readonly tcp?: { readonly goBackN: boolean };
};

/**
 * Why an act came out as it did. While ports are covered no letter can be placed by reading it; and nobody is asked to
 * send again what can be sent once, or to use a shelf that is not there.
 */
export function reasonWords(text: Text, reason: Reason, setting: Setting | undefined): string {
  const isGuess = setting?.covered === "ports" && reasons[reason].concept === "doors";
  if (isGuess) return text.coach.coveredPort;
  if (reason === "gaveUpTooSoon" && setting?.mostSends === 1) return text.coach.gaveUpOnlyLetter;
  const hasNoShelf = setting?.goBackN ?? setting?.tcp?.goBackN;
  if (reason === "discardedNeeded" && hasNoShelf) return text.coach.discardedNext;
  return text.coach.reasons[reason];
}

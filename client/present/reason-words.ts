import type { Text } from "../../assets/text/text.ts";
import { type Reason, reasons } from "../../shared/contract/reasons.ts";

/** What the words of a reason go by, of a mission or of a desk's rules. */
type Setting = { readonly covered?: string | undefined; readonly mostSends?: number | undefined };

/**
 * Why an act came out as it did. While ports are covered no letter can be placed by reading it; and where nothing can be
 * sent twice, nobody is asked to.
 */
export function reasonWords(text: Text, reason: Reason, setting: Setting | undefined): string {
  const isGuess = setting?.covered === "ports" && reasons[reason].concept === "doors";
  if (isGuess) return text.coach.coveredPort;
  return setting?.mostSends === 1 && reason === "gaveUpTooSoon"
    ? text.coach.gaveUpOnlyLetter
    : text.coach.reasons[reason];
}

import type { Text } from "../../assets/text/text.ts";
import type { View } from "../../shared/contract/view.ts";

/** What this experiment goes without, where that is something that TCP does. */
export function presentCovered(view: View, text: Text): string | undefined {
  const covered = view.rules["now"]?.covered;
  const words: Readonly<Record<string, string>> = text.desk.segment.covered;
  return covered === undefined ? undefined : words[covered];
}

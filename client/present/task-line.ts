import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { myRole } from "./desk-cards.ts";
import { wordFor } from "./word-for.ts";

/** The one thing to do now, in a sentence, and how much waits behind it. */
export type TaskLine = {
  readonly sentence: string;
  readonly more: number;
  readonly waits: boolean;
};

/** After the lit one, what unblocks others comes first; among equals, what has waited longest. */
const urgency = ["bind", "tell", "letter", "ask", "errand"];

/** What waits for me, told as the one thing to do now. */
export function presentTaskLine(view: View, text: Text): TaskLine {
  const dues = Object.values(view.dues).toSorted(
    (one, other) =>
      Number(other.lit) - Number(one.lit) || rank(one) - rank(other) || one.since - other.since,
  );
  const first = dues[0];
  if (first === undefined) {
    return { sentence: text.desk.task.quiet[myRole(view)], more: 0, waits: false };
  }
  return { sentence: sentenceFor(view, text, first), more: dues.length - 1, waits: true };
}

const rank = ({ kind }: ViewRow<"dues">): number => urgency.indexOf(kind);

function sentenceFor(view: View, text: Text, due: ViewRow<"dues">): string {
  const words = text.desk.task;
  const service = (id: string) => wordFor(text.names.services, id);
  switch (due.kind) {
    case "bind":
      return words.bind(service(due.about));
    case "tell":
      return words.tell(service(due.about));
    case "ask":
      return words.ask(service(due.about));
    case "errand":
      return words.errand(service(view.errands[due.about]?.service ?? ""));
    default:
      return letterSentence(view, text, due);
  }
}

const letterSentence = (view: View, text: Text, due: ViewRow<"dues">): string =>
  text.desk.task.letter[myRole(view)]((view.belt[due.about]?.slot ?? 0) + 1);

import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { coversPorts } from "./belt.ts";
import { neighbourAt, presentBoxName } from "./box-name.ts";
import { myRole } from "./desk-cards.ts";
import { tcpDesk } from "./held-duties.ts";
import { presentPinTray } from "./routes.ts";
import { isResending } from "./sent-errands.ts";
import { presentTcpTask } from "./tcp-task.ts";
import { wordFor } from "./word-for.ts";

/** The one thing to do now, in a sentence, and how much waits behind it. */
export type TaskLine = {
  readonly sentence: string;
  readonly more: number;
  readonly waits: boolean;
};

/**
 * After the lit one, what unblocks others comes first; among equals, what has waited longest. Sending again and giving
 * up stand level: which of the two is due, nobody says.
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

/** What waits for me, told as the one thing to do now. */
export function presentTaskLine(view: View, text: Text): TaskLine {
  const dues = Object.values(view.dues).toSorted(
    (one, other) =>
      Number(other.lit) - Number(one.lit) || rank(one) - rank(other) || one.since - other.since,
  );
  const first = dues[0];
  if (first === undefined) {
    return { sentence: quietSentence(view, text), more: 0, waits: false };
  }
  return { sentence: sentenceFor(view, text, first), more: dues.length - 1, waits: true };
}

const rank = ({ kind }: ViewRow<"dues">): number => urgency[kind] ?? 0;

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
    case "pin":
      return pinSentence(view, text, due);
    case "errand":
    case "giveUp":
      return isResending(view)
        ? silenceSentence(view, text, due)
        : words.errand(service(view.errands[due.about]?.service ?? ""));
    case "open":
    case "answer":
    case "close":
    case "acknowledge":
    case "card":
    case "again":
    case "letGo":
    case "place":
      return presentTcpTask(view, text, due);
    default:
      return letterSentence(view, text, due);
  }
}

function letterSentence(view: View, text: Text, due: ViewRow<"dues">): string {
  const slot = (view.belt[due.about]?.slot ?? 0) + 1;
  const { covered, letter } = text.desk.task;
  return coversPorts(view) ? covered(slot) : letter[myRole(view)](slot);
}

/** Only the light says which row wants a pin, and where. */
function pinSentence(view: View, text: Text, due: ViewRow<"dues">): string {
  const words = text.desk.task;
  const row = view.routes[due.about];
  if (due.lit && row !== undefined && due.hintExit !== undefined) {
    const end = neighbourAt(view, due.hintExit) ?? due.hintExit;
    return words.pin(row.prefix, presentBoxName(view, end, text));
  }
  return row?.pin === undefined ? words.pinFree(presentPinTray(view)?.free ?? 0) : words.pinDead;
}

/** Only the light says whether to send again or to give up; where nothing can be sent twice there is no choice. */
function silenceSentence(view: View, text: Text, { about, kind, lit }: ViewRow<"dues">): string {
  const words = text.desk.task;
  const errand = view.errands[about];
  const service = wordFor(text.names.services, errand?.service ?? "");
  if (view.rules["now"]?.mostSends === 1) return words.onlyGiveUp(service);
  if (!lit) return words.decide(service);
  return kind === "errand" ? words.sendAgain(service) : words.giveUp(service, errand?.sends ?? 0);
}

function quietSentence(view: View, text: Text): string {
  const { watching, quiet, tcp } = text.desk.task;
  const role = myRole(view);
  if (tcpDesk(view) === "sending") return tcp.quiet;
  return role === "client" && isResending(view) ? watching : quiet[role];
}

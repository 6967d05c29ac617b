import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { coversPorts } from "./belt.ts";
import { myRole } from "./desk-cards.ts";
import { duesInOrder } from "./due-in-front.ts";
import { presentExitName } from "./exit-name.ts";
import type { Hand } from "./hand.ts";
import { presentPinTray } from "./routes.ts";
import { isResending } from "./sent-errands.ts";
import { presentTcpTask } from "./tcp-task.ts";
import { presentWaiting } from "./waiting.ts";
import { wordFor } from "./word-for.ts";

/** The one thing to do now, in a sentence; beside it how much waits behind it, or how long it may take. */
export type TaskLine = {
  readonly sentence: string;
  readonly aside: string;
  /** Whether something waits for me, or I for something. */
  readonly waits: boolean;
};

/** What waits for me, told as the one thing to do now; where nothing does, what I wait for. */
export function presentTaskLine(
  view: View,
  text: Text,
  hand: Hand | undefined,
  playNow: number,
): TaskLine {
  const dues = duesInOrder(view, hand);
  const first = dues[0];
  if (first === undefined) return waitingLine(view, text, playNow);
  const more = dues.length - 1;
  const aside = more === 0 ? "" : text.desk.task.more(more);
  return { sentence: sentenceFor(view, text, first), aside, waits: true };
}

function waitingLine(view: View, text: Text, playNow: number): TaskLine {
  const { sentence, until } = presentWaiting(view, text);
  const seconds = until === undefined ? 0 : Math.max(0, Math.ceil((until - playNow) / 1000));
  const aside = seconds === 0 ? "" : text.desk.task.waiting.atMost(seconds);
  return { sentence, aside, waits: false };
}

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
    return words.pin(row.prefix, presentExitName(view, due.hintExit, text));
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

import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { parseBits } from "./segment.ts";
import { wordFor } from "./word-for.ts";

/** What a due over TCP asks for. Only the light says more than what waits. */
export function presentTcpTask(view: View, text: Text, due: ViewRow<"dues">): string {
  const { check } = text.desk.task.tcp;
  const told = sentenceOfAnswer(view, text, due);
  if (told !== undefined) return told;
  const written = sentenceOfSegment(view, text, due);
  if (written !== undefined) return due.lit ? check(written) : written;
  return sentenceOfCard(view, text, due);
}

/** The light on an answer tells what the letter is, so that its answer is understood and not only copied. */
function sentenceOfAnswer(view: View, text: Text, due: ViewRow<"dues">): string | undefined {
  const { kind, letter, lit, hintFlags } = due;
  if (kind !== "answer" || letter === undefined || !lit) return undefined;
  const words = text.desk.task.tcp;
  const slot = slotOf(view, letter);
  const bits = parseBits(hintFlags);
  if (bits.includes("rst")) return words.answerStranger(slot);
  if (bits.includes("syn")) return words.answerHello(slot);
  const answered = parseBits(view.belt[String(letter)]?.flags);
  return answered.includes("syn") ? words.answerThird(slot) : undefined;
}

/** What is written: the segment itself stands on the slip, so its sentence tells nothing of its numbers. */
function sentenceOfSegment(view: View, text: Text, due: ViewRow<"dues">): string | undefined {
  const words = text.desk.task.tcp;
  const service = serviceOf(view, text, due);
  switch (due.kind) {
    case "open":
      return words.open(service);
    case "close":
      return words.close(service);
    case "acknowledge":
      return words.acknowledge(service);
    case "answer":
      return due.letter === undefined ? words.sayAgain : words.answer(slotOf(view, due.letter));
    default:
      return undefined;
  }
}

/** What is put somewhere or chosen. */
function sentenceOfCard(view: View, text: Text, due: ViewRow<"dues">): string {
  const words = text.desk.task.tcp;
  const { kind, about, lit, hintSequence } = due;
  if (kind === "letGo") return words.letGo;
  if (kind === "place") {
    const place = view.rules["now"]?.goBackN === true ? words.placeInTurn : words.place;
    return place(slotOf(view, about));
  }
  const isAgain = kind === "again";
  const service = serviceOf(view, text, due);
  if (!lit) return isAgain ? words.again(service) : words.card(service);
  return (isAgain ? words.againLit : words.cardLit)(String(hintSequence ?? ""));
}

const slotOf = (view: View, letter: string | number): number =>
  (view.belt[String(letter)]?.slot ?? 0) + 1;

const serviceOf = (view: View, text: Text, { about }: ViewRow<"dues">): string =>
  wordFor(text.names.services, view.connections[about]?.service ?? "");

import { useSignalEffect } from "@preact/signals";
import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";

const shownMs = 5_000;

/** Says for some seconds why a move was refused. */
export function Toast({ desk }: { readonly desk: DeskState }) {
  useSignalEffect(() => {
    if (desk.refusal.value === undefined) return;
    const timer = setTimeout(() => {
      desk.refusal.value = undefined;
    }, shownMs);
    return () => clearTimeout(timer);
  });
  const words = refusalWords(desk);
  return words === "" ? null : <p class="toast">{words}</p>;
}

/** Why the last move was refused, or nothing. */
export function refusalWords(desk: DeskState): string {
  const refusal = desk.refusal.value;
  if (refusal === undefined) return "";
  const { desk: words, coach } = text.value;
  switch (refusal) {
    case "pickFirst":
      return words.belt.pickFirst;
    case "fillFirst":
      return words.client.fillFirst;
    case "fillSegment":
      return words.segment.fillFirst;
    case "pickRow":
    case "pinNeedsExit":
      return words.router[refusal];
    default:
      return coach.refusals[refusal];
  }
}

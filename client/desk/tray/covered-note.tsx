import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import { wordFor } from "../../present/word-for.ts";

/** What this experiment goes without, where that is something that TCP does. */
export function CoveredNote({ desk }: { readonly desk: DeskState }) {
  const covered = desk.link.view.value.rules["now"]?.covered ?? "";
  const words = text.value.desk.segment.covered;
  if (!Object.hasOwn(words, covered)) return null;
  return <p class="covered-why card quiet">{wordFor(words, covered)}</p>;
}

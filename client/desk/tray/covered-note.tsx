import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import { presentCovered } from "../../present/covered-words.ts";

/** What this experiment goes without; where there is no room for it, the coach says it. */
export function CoveredNote({ desk }: { readonly desk: DeskState }) {
  const covered = presentCovered(desk.link.view.value, text.value);
  return covered === undefined ? null : <p class="covered-why card quiet">{covered}</p>;
}

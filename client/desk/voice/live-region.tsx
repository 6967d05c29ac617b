import { useRef } from "preact/hooks";
import type { DeskState } from "../../input/desk-state.ts";
import { inHand } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { presentNotices } from "../../present/coach-line.ts";
import { presentTaskLine } from "../../present/task-line.ts";
import { refusalWords } from "./toast.tsx";

/** What a screen reader says by itself: my results, what was refused, and what to do now. */
export function LiveRegion({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const newest = presentNotices(view, text.value)[0];
  // What was told before this page stood is old news.
  const told = useRef(newest?.n ?? 0);
  const isNew = newest !== undefined && newest.n > told.current;
  return (
    <div class="unseen" aria-live="polite">
      <p>{isNew ? newest.words : ""}</p>
      <p>{refusalWords(desk)}</p>
      <p>{presentTaskLine(view, text.value, inHand(desk), 0).sentence}</p>
    </div>
  );
}

import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import type { PairNow } from "../../present/pair.ts";
import { PairLines } from "../../shell/pair-lines.tsx";

/** Who of two does what, and a way to the sheet for those who have lost it. */
export function PairCard({ desk, pair }: { readonly desk: DeskState; readonly pair: PairNow }) {
  const show = () => {
    desk.showsSheet.value = true;
  };
  return (
    <div class="pair-card">
      <PairLines pair={pair} />
      <button type="button" class="button" onClick={show}>
        {text.value.pair.sheet.show}
      </button>
    </div>
  );
}

import { text } from "../look/language.ts";
import type { EyesSheet } from "../present/eyes-sheet.ts";
import type { PairNow } from "../present/pair.ts";
import { EyesSheetPaper } from "./eyes-sheet-paper.tsx";
import { PairLines } from "./pair-lines.tsx";

/** Before a round: who begins as what, and the sheet to be copied down. */
export function BriefingSheet({
  sheet,
  pair,
}: {
  readonly sheet: EyesSheet;
  readonly pair: PairNow;
}) {
  const words = text.value.pair.sheet;
  return (
    <section class="card briefing-sheet" aria-label={words.title}>
      <PairLines pair={pair} />
      <EyesSheetPaper sheet={sheet} />
      <div class="briefing-sheet-take">
        <p>{words.copy}</p>
        <button type="button" class="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
    </section>
  );
}

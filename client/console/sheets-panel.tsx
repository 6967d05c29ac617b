import { text } from "../look/language.ts";
import type { EyesSheet } from "../present/eyes-sheet.ts";
import { EyesSheetPaper } from "../shell/eyes-sheet-paper.tsx";

/** The sheets of all seats that two share, to be printed at once. */
export function SheetsPanel({ sheets }: { readonly sheets: readonly EyesSheet[] }) {
  const words = text.value.pair.host;
  if (sheets.length === 0) return null;
  return (
    <details class="later sheets-panel">
      <summary>
        {words.title} <span class="quiet">{words.count(sheets.length)}</span>
      </summary>
      <div class="card panel">
        <p>{words.how}</p>
        <button type="button" class="button" onClick={() => print()}>
          {words.print}
        </button>
        <div class="sheets-shown">
          {sheets.map((sheet) => (
            <EyesSheetPaper key={sheet.id} sheet={sheet} />
          ))}
        </div>
      </div>
    </details>
  );
}

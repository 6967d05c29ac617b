import type { EyesSheet } from "../present/eyes-sheet.ts";
import { EyesSheetPaper } from "./eyes-sheet-paper.tsx";

/** What comes out of the printer instead of the page: every sheet on its own, as many on a sheet as fit. */
export const PrintSheets = ({ sheets }: { readonly sheets: readonly EyesSheet[] }) => (
  <div class="print-sheets" aria-hidden="true">
    {sheets.map((sheet) => (
      <EyesSheetPaper key={sheet.id} sheet={sheet} />
    ))}
  </div>
);

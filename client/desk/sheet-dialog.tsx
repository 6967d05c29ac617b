import { useEffect, useRef } from "preact/hooks";
import type { DeskState } from "../input/desk-state.ts";
import { text } from "../look/language.ts";
import { type EyesSheet, presentMySheet } from "../present/eyes-sheet.ts";
import { EyesSheetPaper } from "../shell/eyes-sheet-paper.tsx";

/** The sheet once more, over the whole desk: it is read, and then it is gone again. */
export function SheetDialog({ desk }: { readonly desk: DeskState }) {
  const sheet = presentMySheet(desk.link.view.value, text.value);
  return desk.showsSheet.value && sheet !== undefined ? (
    <OpenSheet desk={desk} sheet={sheet} />
  ) : null;
}

function OpenSheet({ desk, sheet }: { readonly desk: DeskState; readonly sheet: EyesSheet }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const words = text.value.pair.sheet;
  const close = () => {
    desk.showsSheet.value = false;
  };
  return (
    <dialog ref={dialog} class="card sheet-dialog" aria-label={words.title} onClose={close}>
      <EyesSheetPaper sheet={sheet} />
      <p class="quiet">{words.shown}</p>
      <div class="buttons">
        <button type="button" class="button first" onClick={close}>
          {words.hide}
        </button>
      </div>
    </dialog>
  );
}

import { useEffect, useRef } from "preact/hooks";
import { text } from "../look/language.ts";
import type { ConsoleState } from "./console-state.ts";

/** The two ways to end a round: with what is under way, or at once. */
export function EndMenu({ console }: { readonly console: ConsoleState }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeOutside(menu), []);
  const words = text.value.console.bar;
  const end = (kind: "endSoon" | "endRound") => () => {
    menu.current?.removeAttribute("open");
    void console.ask({ kind });
  };
  return (
    <details ref={menu} class="menu">
      <summary class="button">{words.end}</summary>
      <div class="card">
        <button type="button" onClick={end("endSoon")}>
          <strong>{words.endSoon}</strong>
          <span class="quiet">{words.endSoonHint}</span>
        </button>
        <button type="button" onClick={end("endRound")}>
          <strong>{words.endNow}</strong>
          <span class="quiet">{words.endNowHint}</span>
        </button>
      </div>
    </details>
  );
}

function closeOutside(menu: { readonly current: HTMLDetailsElement | null }): () => void {
  const press = (event: Event) => {
    const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
    const isInside = event.target instanceof Node && menu.current?.contains(event.target);
    if (isEscape || (event.type === "pointerdown" && !isInside))
      menu.current?.removeAttribute("open");
  };
  addEventListener("pointerdown", press);
  addEventListener("keydown", press);
  return () => {
    removeEventListener("pointerdown", press);
    removeEventListener("keydown", press);
  };
}

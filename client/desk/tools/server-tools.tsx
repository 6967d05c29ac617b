import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import { presentAsks, presentPrograms } from "../../present/server-desk.ts";
import { Asks } from "./asks.tsx";
import { Envelope } from "./envelope.tsx";
import { Programs } from "./programs.tsx";

/** The server's tools: who asks for a door, its programs, and the envelope of the letter in hand when there is room. */
export function ServerTools({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const asks = presentAsks(view, text.value);
  const programs = presentPrograms(view, text.value);
  const isCalm = asks.length === 0 && programs.every(({ port }) => port !== undefined);
  return (
    <aside class="desk-tools" data-panel="tools">
      {asks.length > 0 && <Asks desk={desk} asks={asks} />}
      <Programs desk={desk} programs={programs} />
      {isCalm && <Envelope desk={desk} />}
    </aside>
  );
}

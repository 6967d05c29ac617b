import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import { presentCoachLine } from "../../present/coach-line.ts";
import { errandRoom, presentSentErrands } from "../../present/sent-errands.ts";
import { SentErrandCard } from "./sent-errand-card.tsx";

/** So many stand side by side; more of them stand in two rows, each with less on it. */
const inRow = 4;

/** My open errands side by side: what was sent for each, how long to wait, and what can be done. */
export function SentErrands({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const words = text.value.desk.client;
  const errands = presentSentErrands(view, text.value, desk.playNow.value);
  const told = presentCoachLine(view, text.value, desk.playNow.value)?.errand;
  const free = Math.max(0, Math.min(inRow, errandRoom(view)) - errands.length);
  const isMany = errands.length > inRow;
  return (
    <section class={`sent-errands card ${isMany ? "many" : ""}`} aria-label={words.errands}>
      <header>
        <h2>{words.errands}</h2>
        <p class="quiet">{words.sentHow}</p>
      </header>
      <ol style={{ "--room": Math.min(inRow, errandRoom(view)) }}>
        {errands.map((errand) => (
          <SentErrandCard key={errand.id} desk={desk} errand={errand} isTold={told === errand.id} />
        ))}
        {Array.from({ length: free }, (_, index) => (
          <li key={`free ${index + 1}`} class="sent-errand free quiet">
            {words.noErrands}
          </li>
        ))}
      </ol>
    </section>
  );
}

import { text } from "../look/language.ts";
import { formatSeatLink } from "../present/shell-page.ts";
import { CopyField } from "./copy-field.tsx";

/** How a player takes their seat along to another device. */
export function SeatPanel({ code, seatKey }: { readonly code: string; readonly seatKey: string }) {
  const words = text.value.shell.seat;
  return (
    <details class="card seat-panel">
      <summary>{words.title}</summary>
      <p>{words.hint}</p>
      <CopyField label={words.link} value={formatSeatLink(location.origin, code, seatKey)} />
    </details>
  );
}

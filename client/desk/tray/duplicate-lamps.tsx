import { text } from "../../look/language.ts";

const lamps = [1, 2, 3];

/** Three lamps: one for each ACK in a row that said nothing new. */
export function DuplicateLamps({ count }: { readonly count: number }) {
  const words = text.value.desk.tray;
  return (
    <span class={count >= lamps.length ? "duplicates full" : "duplicates"}>
      <span class="duplicates-word" aria-hidden="true">
        {words.duplicatesShort}
      </span>
      {lamps.map((lamp) => (
        <i key={lamp} class={lamp <= count ? "lamp on" : "lamp"} aria-hidden="true">
          {lamp <= count ? lamp : ""}
        </i>
      ))}
      <span class="unseen">{words.duplicates(count)}</span>
    </span>
  );
}

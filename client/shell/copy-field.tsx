import { useId, useRef, useState } from "preact/hooks";
import { text } from "../look/language.ts";

/** A link to take away: shown in full, copied with one press. */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const shown = useRef<HTMLParagraphElement>(null);
  const [copied, setCopied] = useState(false);
  const name = useId();
  const words = text.value.shell.seat;
  const copy = () => {
    if (shown.current !== null) setCopied(copyFrom(shown.current));
  };
  return (
    <div class="copy-field">
      <span class="label" id={name}>
        {label}
      </span>
      <p ref={shown} class="mono">
        {value}
      </p>
      <button type="button" class="button" aria-describedby={name} onClick={copy}>
        {words.copy}
      </button>
      <span class="copied" role="status">
        {copied ? words.copied : ""}
      </span>
    </div>
  );
}

// The newer clipboard is missing on plain http, which is how a school's own server is reached.
function copyFrom(shown: HTMLElement): boolean {
  getSelection()?.selectAllChildren(shown);
  return document.execCommand("copy");
}

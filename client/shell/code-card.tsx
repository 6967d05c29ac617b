import { text } from "../look/language.ts";
import { formatCode, formatPage } from "../present/shell-page.ts";
import type { Ask } from "./ask.ts";
import { Confirmed } from "./confirmed.tsx";
import { CopyField } from "./copy-field.tsx";

/** How pupils get in, large enough for a projector, and how the room is closed. */
export function CodeCard({ code, online, ask }: { code: string; online: number; ask: Ask }) {
  const words = text.value.shell.host;
  return (
    <section class="code-card" aria-labelledby="room-code">
      <h2 id="room-code">{words.code}</h2>
      <p class="room-code">{formatCode(code)}</p>
      <p>{words.shareHint}</p>
      <CopyField
        label={words.share}
        value={`${location.origin}${formatPage({ kind: "join", code })}`}
      />
      <p class="online">{words.people(online)}</p>
      <Confirmed
        label={words.close}
        title={words.closeTitle}
        body={words.closeBody}
        onYes={() => ask({ kind: "closeRoom" })}
      />
    </section>
  );
}

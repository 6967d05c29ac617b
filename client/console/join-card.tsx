import { text } from "../look/language.ts";
import type { HostPage } from "../present/shell-host.ts";
import { formatCode, formatPage } from "../present/shell-page.ts";
import { CopyField } from "../shell/copy-field.tsx";
import type { ConsoleState } from "./console-state.ts";
import { QrCode } from "./qr-code.tsx";

/** How pupils get in: to be photographed, typed or opened. In the lobby it is what the whole class reads. */
export function JoinCard({
  console,
  host,
}: {
  readonly console: ConsoleState;
  readonly host: HostPage;
}) {
  const words = text.value.console.join;
  const { code } = console;
  const link = `${location.origin}${formatPage({ kind: "join", code })}`;
  return (
    <section class="join-card" aria-labelledby="room-code">
      <QrCode value={link} label={words.qr} />
      <div class="join-words">
        <h2 id="room-code">{words.title}</h2>
        <p class="room-code">{formatCode(code)}</p>
        <p>{host.locked ? words.locked : host.phase === "lobby" ? words.how : words.late}</p>
      </div>
      {host.phase === "lobby" && <CopyField label={words.link} value={link} />}
      <button
        type="button"
        class="button"
        onClick={() => console.ask({ kind: "lock", locked: !host.locked })}
      >
        {host.locked ? words.unlock : words.lock}
      </button>
    </section>
  );
}

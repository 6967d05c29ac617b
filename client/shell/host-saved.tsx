import { text } from "../look/language.ts";
import { formatCode } from "../present/shell-page.ts";
import { go } from "./page.ts";
import { Heading, Screen } from "./screen.tsx";

/** The host has left a lesson to go on with it next time: how that is done. */
export function HostSaved({ code }: { readonly code: string }) {
  const words = text.value.console.save;
  return (
    <Screen name="over" title={words.closedTitle} home>
      <section class="card narrow">
        <Heading>{words.closedTitle}</Heading>
        <p>{words.closedBody(formatCode(code))}</p>
        <div class="buttons">
          <button type="button" class="button first" onClick={() => go({ kind: "front" })}>
            {text.value.shell.home}
          </button>
        </div>
      </section>
    </Screen>
  );
}

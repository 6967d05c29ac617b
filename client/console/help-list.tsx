import { useState } from "preact/hooks";
import { text } from "../look/language.ts";
import { nameNetwork, type Trouble } from "../present/console-troubles.ts";
import { RolePicture } from "../shell/role-picture.tsx";
import type { ConsoleState } from "./console-state.ts";

/** Who is stuck and why, the worst first, with what helps. */
export function HelpList(props: {
  readonly console: ConsoleState;
  readonly troubles: readonly Trouble[];
  readonly isPlaying: boolean;
}) {
  const { console, troubles } = props;
  const words = text.value.console.help;
  return (
    <section class="card panel help" aria-labelledby="help">
      <header>
        <h2 id="help">
          {words.title} {troubles.length > 0 && <span class="count">{troubles.length}</span>}
        </h2>
        <span class="quiet">{words.recent}</span>
      </header>
      {troubles.length === 0 && (
        <p class="quiet empty">{props.isPlaying ? words.nobody : words.notPlaying}</p>
      )}
      {troubles.length > 0 && (
        <ul>
          {troubles.map((trouble) => (
            <li key={trouble.id} class={trouble.tone}>
              <Case console={console} trouble={trouble} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Case({ console, trouble }: { readonly console: ConsoleState; readonly trouble: Trouble }) {
  const { names, console: words } = text.value;
  const where = words.help.where(
    nameNetwork(trouble.network, text.value),
    names.roles[trouble.role],
  );
  return (
    <>
      <RolePicture role={trouble.role} size={34} />
      <div>
        <h3>
          {trouble.name} <span class="quiet">{where}</span>
        </h3>
        <p>{trouble.sentence}</p>
        <div class="case-buttons">
          {trouble.isOffline ? (
            <button
              type="button"
              class="small-button first"
              onClick={() => {
                console.moving.value = trouble.player;
              }}
            >
              {words.help.move}
            </button>
          ) : (
            <HintButton console={console} trouble={trouble} />
          )}
          <button
            type="button"
            class="small-button"
            onClick={() => console.ask({ kind: "lookOver", player: trouble.player })}
          >
            {words.help.look}
          </button>
        </div>
      </div>
    </>
  );
}

/** A hint changes nothing that the host could see at once, so the button itself says that it went. */
function HintButton({
  console,
  trouble,
}: {
  readonly console: ConsoleState;
  readonly trouble: Trouble;
}) {
  const words = text.value.console.help;
  const [isSent, setSent] = useState(false);
  const send = async () => {
    if (await console.ask({ kind: "hint", player: trouble.player })) setSent(true);
  };
  return (
    <button type="button" class="small-button first" onClick={send}>
      {isSent ? words.hinted : words.hint}
    </button>
  );
}

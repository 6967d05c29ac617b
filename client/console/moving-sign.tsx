import { useEffect } from "preact/hooks";
import { text } from "../look/language.ts";
import type { HostPage } from "../present/shell-host.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import type { ConsoleState } from "./console-state.ts";

/** While somebody is being moved: who, and what to press next. */
export function MovingSign({
  console,
  host,
}: {
  readonly console: ConsoleState;
  readonly host: HostPage;
}) {
  const person = host.players.find(({ player }) => player === console.moving.value);
  useEffect(() => cancelOnEscape(console), [console]);
  if (person === undefined) return <div role="status" />;
  const words = text.value.console.player;
  return (
    <div class="moving-sign" role="status">
      <p>{words.moving(presentNickname(person.nickname, text.value))}</p>
      <button
        type="button"
        class="small-button"
        onClick={() => {
          console.moving.value = undefined;
        }}
      >
        {words.cancel}
      </button>
    </div>
  );
}

function cancelOnEscape({ moving }: ConsoleState): () => void {
  const press = ({ key }: KeyboardEvent) => {
    if (key === "Escape") moving.value = undefined;
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

import type { PlayerId } from "../../shared/contract/intent.ts";
import { text } from "../look/language.ts";
import type { ConsoleState } from "./console-state.ts";
import { keepLabels } from "./kept-labels.ts";

const longest = 40;

/** What the host calls a player. It stays in this browser. */
export function LabelField(props: {
  readonly console: ConsoleState;
  readonly player: PlayerId;
  readonly name: string;
}) {
  const { console, player } = props;
  const words = text.value.console.people;
  const write = (label: string) => {
    const { [player]: _, ...others } = console.labels.peek();
    console.labels.value = label === "" ? others : { ...others, [player]: label };
    keepLabels(console.code, console.labels.peek());
  };
  return (
    <input
      class="label-field"
      aria-label={words.labelOf(props.name)}
      placeholder={words.label}
      maxLength={longest}
      autocomplete="off"
      value={console.labels.value[player] ?? ""}
      onInput={({ currentTarget }) => write(currentTarget.value)}
    />
  );
}

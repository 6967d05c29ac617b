import type { DeskState } from "../../input/desk-state.ts";
import { askDoor, writeSlip } from "../../input/verbs.ts";
import { text } from "../../look/language.ts";
import { type BookLine, presentBook } from "../../present/slip.ts";
import { OnSheet } from "../on-sheet.tsx";

type AddressBookProps = {
  readonly desk: DeskState;
  readonly errand: string | undefined;
  /** Where the machine writes the letters, nothing is taken over from the book. */
  readonly isOnlyRead: boolean;
};

/** What my machine knows: where each service lives, and its port once somebody told it. */
export function AddressBook(props: AddressBookProps) {
  const lines = presentBook(props.desk.link.view.value, text.value);
  return (
    <section class="book card">
      <h2>{text.value.desk.client.book}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id} class={line.isService ? "service" : "host"}>
            <span class="book-name">
              <strong>{line.name}</strong>
              {line.address === undefined ? (
                <OnSheet />
              ) : (
                <span class="mono quiet">{line.address}</span>
              )}
            </span>
            {line.isService && <DoorKnown {...props} line={line} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type DoorKnownProps = AddressBookProps & { readonly line: BookLine };

/** The port that was told, to be written on the slip; or the question for it. */
function DoorKnown({ desk, line, errand, isOnlyRead }: DoorKnownProps) {
  const words = text.value.desk.client;
  const { port } = line;
  if (port === undefined) {
    return (
      <button
        type="button"
        class={line.lit ? "button ask lit" : "button ask"}
        onClick={() => askDoor(desk, line.id)}
      >
        {line.asked ? words.asked : words.askDoor}
      </button>
    );
  }
  if (isOnlyRead) {
    return (
      <span class="book-door mono">
        <small>{words.door}</small> {port}
      </span>
    );
  }
  const take = () => {
    if (errand !== undefined) writeSlip(desk, errand, { port: String(port) });
  };
  return (
    <button
      type="button"
      class="port-chip mono"
      aria-description={words.usePort(port)}
      title={words.usePort(port)}
      disabled={errand === undefined || !line.canPick}
      onClick={take}
    >
      <small>{words.door}</small>
      {port}
    </button>
  );
}

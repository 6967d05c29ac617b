import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { text } from "../look/language.ts";

/** A button for what cannot be undone, or what ends something: it asks once more before it does it. */
export function Confirmed(props: {
  readonly label: string;
  /** The button's sign and full name, where a list has no room for its label on every line. */
  readonly sign?: { readonly picture: ComponentChildren; readonly name: string };
  /** Nothing is lost by it. */
  readonly isMild?: boolean;
  readonly title: string;
  readonly body: string;
  readonly onYes: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const looks = props.isMild === true ? "button" : "button grave";
  const yes = () => {
    dialog.current?.close();
    props.onYes();
  };
  return (
    <>
      <button
        type="button"
        class={looks}
        aria-label={props.sign?.name}
        title={props.sign?.name}
        onClick={() => dialog.current?.showModal()}
      >
        {props.sign?.picture ?? props.label}
      </button>
      <dialog ref={dialog} class="card" aria-labelledby={title}>
        <h2 id={title}>{props.title}</h2>
        <p>{props.body}</p>
        <div class="buttons">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {text.value.shell.cancel}
          </button>
          <button type="button" class={looks} onClick={yes}>
            {props.label}
          </button>
        </div>
      </dialog>
    </>
  );
}

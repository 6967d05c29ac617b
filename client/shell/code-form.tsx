import { useRef, useState } from "preact/hooks";
import { text } from "../look/language.ts";
import { parseCode, typedCode } from "../present/shell-page.ts";

/** Where a room's six digits are typed. `first`: the digits that an address already brought. */
export function CodeForm(props: {
  readonly first?: string;
  readonly onEnter: (code: string) => void;
}) {
  const [code, setCode] = useState(props.first ?? "");
  const [short, setShort] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const words = text.value.shell.front;
  const enter = (event: Event) => {
    event.preventDefault();
    const whole = parseCode(code);
    setShort(whole === undefined);
    if (whole === undefined) field.current?.focus();
    else props.onEnter(whole);
  };
  return (
    <form class="code-form" noValidate onSubmit={enter}>
      <label class="label" for="code">
        {words.code}
      </label>
      <div class="code-row">
        <input
          id="code"
          ref={field}
          class="code-field"
          inputMode="numeric"
          enterKeyHint="go"
          autoComplete="off"
          placeholder="000000"
          value={code}
          aria-invalid={short}
          aria-describedby="code-note"
          onInput={(event) => {
            event.currentTarget.value = typedCode(event.currentTarget.value);
            setCode(event.currentTarget.value);
          }}
        />
        <button type="submit" class="button first">
          {words.enter}
        </button>
      </div>
      <p id="code-note" class={short ? "note wrong" : "note"} aria-live="polite">
        {short ? words.codeShort : words.joinHint}
      </p>
    </form>
  );
}

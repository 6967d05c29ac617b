import type { NumberField } from "../../present/segment-slip.ts";

type NumberLineProps = {
  readonly title: string;
  readonly why: string;
  readonly field: NumberField;
  /** Whether the number would not be sent anyway. */
  readonly isOff: boolean;
  readonly onWrite: (written: string) => void;
};

/** A number of a segment: typed, or taken from those that are at hand. */
export function NumberLine({ title, why, field, isOff, onWrite }: NumberLineProps) {
  const states = { lit: field.lit && !isOff, off: isOff };
  const set = Object.entries(states).flatMap(([name, is]) => (is ? [name] : []));
  return (
    <div class={["number-line", ...set].join(" ")}>
      <label>
        <span>
          <strong>{title}</strong>
          <small>{why}</small>
        </span>
        <input
          class="mono"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          value={isOff ? "" : field.value}
          disabled={isOff}
          onInput={({ currentTarget }) => {
            currentTarget.value = currentTarget.value.replace(/\D/g, "");
            onWrite(currentTarget.value);
          }}
        />
      </label>
      {field.choices.length > 0 && (
        <div class="number-choices">
          {field.choices.map(({ key, value }) => (
            <button
              type="button"
              key={value}
              class="number-chip mono"
              aria-pressed={!isOff && field.value === value}
              aria-keyshortcuts={key}
              disabled={isOff}
              onClick={() => onWrite(value)}
            >
              <span class="unseen">{title} </span>
              {value}
              <kbd>{key}</kbd>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

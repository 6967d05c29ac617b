import { useId } from "preact/hooks";

/** A few choices side by side, of which one holds. */
export function Segments<T extends string | number>(props: {
  readonly legend: string;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly value: T | undefined;
  readonly disabled?: boolean;
  readonly onChoose: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset class="segments" disabled={props.disabled ?? false}>
      <legend>{props.legend}</legend>
      <div>
        {props.options.map(({ value, label, hint }) => (
          <label key={value} title={hint}>
            <input
              type="radio"
              name={name}
              checked={value === props.value}
              onChange={() => props.onChoose(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

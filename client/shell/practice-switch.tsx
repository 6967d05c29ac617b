/** A choice that stays on this device: on or off, and what that means. */
export function PracticeSwitch(props: {
  readonly on: boolean;
  readonly label: string;
  readonly hint: string;
  readonly onTurn: (on: boolean) => void;
}) {
  const turn = (event: { readonly currentTarget: HTMLInputElement }) =>
    props.onTurn(event.currentTarget.checked);
  return (
    <label class="practice-switch">
      <input type="checkbox" checked={props.on} onChange={turn} />
      <span>
        <strong>{props.label}</strong>
        <span class="quiet">{props.hint}</span>
      </span>
    </label>
  );
}

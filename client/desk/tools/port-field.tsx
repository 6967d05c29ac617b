type PortFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly look: string;
  readonly onWrite: (written: string) => void;
};

/** A labelled field for a port: it takes digits only. */
export const PortField = ({ label, value, look, onWrite }: PortFieldProps) => (
  <label class={look}>
    <span>{label}</span>
    <input
      class="mono"
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      value={value}
      onInput={({ currentTarget }) => {
        currentTarget.value = currentTarget.value.replace(/\D/g, "");
        onWrite(currentTarget.value);
      }}
    />
  </label>
);

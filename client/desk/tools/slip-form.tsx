import type { HeaderField } from "../../../shared/contract/reasons.ts";
import type { DeskState } from "../../input/desk-state.ts";
import { sendSlip, writeSlip } from "../../input/verbs.ts";
import { text } from "../../look/language.ts";
import type { Slip, SlipField } from "../../present/slip.ts";
import { PortField } from "./port-field.tsx";

type SlipFormProps = {
  readonly desk: DeskState;
  readonly slip: Slip;
  readonly marked: HeaderField | undefined;
};

/** The envelope of an errand: where it goes, to which door, and from which of mine. */
export function SlipForm({ desk, slip, marked }: SlipFormProps) {
  const words = text.value.desk.client;
  const send = (event: Event) => {
    event.preventDefault();
    sendSlip(desk, slip);
  };
  return (
    <form class="slip card" onSubmit={send}>
      <AddressField desk={desk} slip={slip} isMarked={marked === "destinationAddress"} />
      <PortField
        label={words.destinationPort}
        value={slip.port.value}
        look={fieldClass("slip-port", slip.port, marked === "destinationPort")}
        onWrite={(port) => writeSlip(desk, slip.errand, { port })}
      />
      <PortField
        label={words.sourcePort}
        value={slip.source.value}
        look={fieldClass("slip-source", slip.source, marked === "sourcePort")}
        onWrite={(source) => writeSlip(desk, slip.errand, { source })}
      />
      <button type="submit" class={slip.complete ? "button first" : "button waits"}>
        {slip.again ? words.sendAgain : words.send}
      </button>
    </form>
  );
}

type AddressFieldProps = {
  readonly desk: DeskState;
  readonly slip: Slip;
  readonly isMarked: boolean;
};

/** An address is never typed: a machine knows only those in its book. */
function AddressField({ desk, slip, isMarked }: AddressFieldProps) {
  const words = text.value.desk.client;
  return (
    <label class={fieldClass("slip-address", slip.address, isMarked)}>
      <span>{words.destinationAddress}</span>
      <select
        class="mono"
        value={slip.address.value}
        onChange={(event) => writeSlip(desk, slip.errand, { address: event.currentTarget.value })}
      >
        <option value="">{words.choose}</option>
        {slip.addresses.map(({ address, names }) => (
          <option key={address} value={address}>
            {[address, names].filter((part) => part !== "").join(" · ")}
          </option>
        ))}
      </select>
    </label>
  );
}

const fieldClass = (name: string, field: SlipField, isMarked: boolean): string =>
  [name, ...(field.lit ? ["lit"] : []), ...(isMarked ? ["told"] : [])].join(" ");

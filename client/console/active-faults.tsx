import { text } from "../look/language.ts";
import { playTimeOf } from "../net/play-time.ts";
import { type ActiveFault, nameTarget, presentActiveFaults } from "../present/console-faults.ts";
import { networksOf, networkView } from "../present/console-network-view.ts";
import { nameNetwork } from "../present/console-troubles.ts";
import { formatSeconds } from "../present/shell-time-left.ts";
import type { ConsoleState } from "./console-state.ts";

/** What the host has caused and what still lasts, since when, each with its way back. */
export function ActiveFaults({ console }: { readonly console: ConsoleState }) {
  const words = text.value.console.faults;
  const faults = presentActiveFaults(console.view.value);
  return (
    <div class="active-faults">
      <h3 class="unseen">{words.on}</h3>
      {faults.length === 0 && <p class="quiet">{words.nothingOn}</p>}
      <ul>
        {faults.map((fault) => (
          <li key={fault.id}>
            <ActiveFaultLine console={console} fault={fault} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ActiveFaultLine(props: { readonly console: ConsoleState; readonly fault: ActiveFault }) {
  const { console, fault } = props;
  const words = text.value.console.faults;
  const view = console.view.value;
  const [first = ""] = fault.networks;
  const playNow = playTimeOf(networkView(view, first), console.link.lessonNow());
  const lasted = formatSeconds(Math.max(0, Math.trunc((playNow - fault.at) / 1000)));
  const target = nameTarget(view, first, fault.target, text.value);
  const undo = async () => {
    for (const network of fault.networks)
      await console.ask({ kind: "fault", fault: fault.undo, network });
  };
  return (
    <>
      <span>
        <strong>{whereWords(console, fault)}</strong> {words.told[fault.kind](target, fault.amount)}{" "}
        <span class="quiet">{words.since(lasted)}</span>
      </span>
      <button type="button" class="small-button" onClick={undo}>
        {words.undo}
      </button>
    </>
  );
}

function whereWords({ view }: ConsoleState, { networks }: ActiveFault): string {
  if (networks.length === networksOf(view.value).length) return text.value.console.network.all;
  return networks.map((network) => nameNetwork(network, text.value)).join(", ");
}

import { useState } from "preact/hooks";
import type { Fault } from "../../shared/contract/intent.ts";
import { text } from "../look/language.ts";
import {
  type FaultTarget,
  isDead,
  lineState,
  presentLines,
  presentServers,
} from "../present/console-faults.ts";
import { networksOf, orderOf } from "../present/console-network-view.ts";
import { ActiveFaults } from "./active-faults.tsx";
import type { ConsoleState } from "./console-state.ts";
import { Segments } from "./segments.tsx";

const everywhere = "all";
const losses = [0, 10, 30] as const;
const delays = [1, 3] as const;

/** Trouble to order, for one network or for all: lines that are cut, lose or drag, and servers that are off. */
export function FaultPanel(props: { readonly console: ConsoleState; readonly isPlaying: boolean }) {
  const { console, isPlaying } = props;
  const words = text.value.console;
  const view = console.view.value;
  const [chosen, setChosen] = useState<string>(everywhere);
  const networks = networksOf(view);
  const network = networks.find((one) => one === chosen);
  const cause = (fault: Fault) =>
    void console.ask({ kind: "fault", fault, ...(network === undefined ? {} : { network }) });
  return (
    <section class="card panel faults" aria-labelledby="faults">
      <header>
        <h2 id="faults">{words.faults.title}</h2>
        {isPlaying && (
          <Segments
            legend={words.faults.where}
            options={[
              { value: everywhere, label: words.network.all },
              ...networks.map((id) => ({ value: id, label: words.network.short(orderOf(id)) })),
            ]}
            value={network ?? everywhere}
            onChoose={setChosen}
          />
        )}
      </header>
      {isPlaying ? (
        <>
          <LineFaults console={console} network={network} onCause={cause} />
          <ServerFault console={console} network={network} onCause={cause} />
          <ActiveFaults console={console} />
        </>
      ) : (
        <p class="quiet empty">{words.faults.notPlaying}</p>
      )}
    </section>
  );
}

type FaultProps = {
  readonly console: ConsoleState;
  readonly network: string | undefined;
  readonly onCause: (fault: Fault) => void;
};

function LineFaults({ console, network, onCause }: FaultProps) {
  const words = text.value.console.faults;
  const view = console.view.value;
  const lines = presentLines(view, network, text.value);
  const [chosen, setChosen] = useState<string>();
  const line = (lines.find(({ id }) => id === chosen) ?? lines[0])?.id ?? "";
  const { isUp, loss, slow } = lineState(view, network, line);
  const shownLosses = losses.some((one) => one === loss) ? losses : [...losses, loss];
  return (
    <div class="fault-group">
      <Targets label={words.line} targets={lines} chosen={line} onChoose={setChosen} />
      <button
        type="button"
        class="fault-button"
        aria-pressed={!isUp}
        onClick={() => onCause({ kind: isUp ? "cutLink" : "mendLink", link: line })}
      >
        <CutPicture />
        {isUp ? words.cut : words.mend}
      </button>
      <Segments
        legend={words.loss}
        options={shownLosses.map((value) => ({ value, label: words.percent(value) }))}
        value={loss}
        onChoose={(percent) => onCause({ kind: "setLoss", link: line, percent })}
      />
      <Segments
        legend={words.slow}
        options={delays.map((value) => ({ value: Number(value), label: words.times(value) }))}
        value={slow}
        onChoose={(times) => onCause({ kind: "setDelay", link: line, times })}
      />
    </div>
  );
}

function ServerFault({ console, network, onCause }: FaultProps) {
  const words = text.value.console.faults;
  const view = console.view.value;
  const servers = presentServers(view, network, text.value);
  const [chosen, setChosen] = useState<string>();
  const box = (servers.find(({ id }) => id === chosen) ?? servers[0])?.id ?? "";
  const isOff = isDead(view, network, box);
  return (
    <div class="fault-group">
      <Targets label={words.box} targets={servers} chosen={box} onChoose={setChosen} />
      <button
        type="button"
        class="fault-button"
        aria-pressed={isOff}
        onClick={() => onCause({ kind: isOff ? "reviveBox" : "killBox", box })}
      >
        <PowerPicture />
        {isOff ? words.revive : words.kill}
      </button>
    </div>
  );
}

function Targets(props: {
  readonly label: string;
  readonly targets: readonly FaultTarget[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <label class="fault-target">
      <span>{props.label}</span>
      <select
        value={props.chosen}
        onChange={({ currentTarget }) => props.onChoose(currentTarget.value)}
      >
        {props.targets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

const CutPicture = () => (
  <svg viewBox="0 0 28 28" width="24" height="24" aria-hidden="true">
    <path d="M3 14h6M19 14h6M11 9l6 10M17 9l-6 10" />
  </svg>
);

const PowerPicture = () => (
  <svg viewBox="0 0 28 28" width="24" height="24" aria-hidden="true">
    <path d="M7 3h14v22H7zM11 9h6M11 14h6M14 20v.1" />
  </svg>
);

import { language, text } from "../look/language.ts";
import { playTimeOf } from "../net/play-time.ts";
import { networkView, shownNetwork } from "../present/console-network-view.ts";
import { type NetworkState, nameNetwork, type Trouble } from "../present/console-troubles.ts";
import type { HostNetwork, HostPage } from "../present/shell-host.ts";
import { Stars } from "../shell/stars.tsx";
import type { ConsoleState } from "./console-state.ts";
import { NetworkMap } from "./network-map.tsx";
import { PaceChoice } from "./pace-choice.tsx";
import { SeatChips } from "./seat-chips.tsx";

const framesPerSecond = 12;

/** One network at a glance: its score, its map with what moves on it, its seats, and how it does. */
export function NetworkTile(props: {
  readonly console: ConsoleState;
  readonly host: HostPage;
  readonly network: HostNetwork;
  readonly troubles: readonly Trouble[];
  readonly state: NetworkState;
}) {
  const { console, host, network, troubles, state } = props;
  const name = nameNetwork(network.id, text.value);
  const view = networkView(console.view.value, network.id);
  const looks = host.phase === "play" ? state.tone : "still";
  return (
    <section class={`card tile ${looks}`} aria-labelledby={`tile-${network.id}`}>
      <header>
        <h2 id={`tile-${network.id}`}>{name}</h2>
        <ShowButton console={console} network={network.id} name={name} />
        <Score host={host} network={network} />
      </header>
      <NetworkMap
        key={host.round}
        view={view}
        label={text.value.console.network.map(name)}
        troubled={Object.fromEntries(troubles.map(({ box, tone }) => [box, tone]))}
        looks="plain"
        framesPerSecond={framesPerSecond}
        letters={() => networkView(console.link.view.peek(), network.id)}
        playNow={() =>
          playTimeOf(networkView(console.link.view.peek(), network.id), console.link.lessonNow())
        }
      />
      <SeatChips console={console} network={network} troubles={troubles} name={name} />
      <footer>
        <p class={`state ${looks}`}>{stateWords(host, network, state)}</p>
        {host.phase === "play" && (
          <PaceChoice
            console={console}
            network={network.id}
            legend={text.value.console.network.pace(name)}
          />
        )}
      </footer>
    </section>
  );
}

function stateWords({ phase }: HostPage, { seats, standing }: HostNetwork, state: NetworkState) {
  const words = text.value.console.network;
  const people = seats.flatMap(({ person }) => person ?? []);
  if (phase === "briefing") {
    return words.ready(people.filter(({ ready }) => ready).length, people.length);
  }
  if (phase === "play") return state.sentence;
  return words.done(standing?.answered ?? 0, standing?.failed ?? 0);
}

function Score({ host, network }: { readonly host: HostPage; readonly network: HostNetwork }) {
  const { standing, open } = network;
  const words = text.value.console.network;
  if (standing === undefined || host.phase === "briefing") return null;
  const isOver = host.phase !== "play";
  const format = (points: number) => points.toLocaleString(language.value);
  return (
    <p class="tile-score">
      <span class="quiet">
        {isOver ? (
          <Stars stars={standing.stars} />
        ) : (
          `${words.answered} ${standing.answered} · ${words.open} ${open}`
        )}
      </span>
      {host.mission?.kind !== "experiment" && (
        <strong title={words.points(format(standing.score))}>{format(standing.score)}</strong>
      )}
      {isOver && standing.bonus !== undefined && standing.bonus > 0 && (
        <span class="bonus" title={words.bonusLong(format(standing.bonus))}>
          {words.bonus(format(standing.bonus))}
        </span>
      )}
    </p>
  );
}

/** Which network the big screen shows is one press away. */
function ShowButton(props: {
  readonly console: ConsoleState;
  readonly network: string;
  readonly name: string;
}) {
  const { console, network } = props;
  const words = text.value.console.network;
  const isShown = shownNetwork(console.view.value) === network;
  return (
    <button
      type="button"
      class="show-network"
      aria-pressed={isShown}
      aria-label={words.show(props.name)}
      title={isShown ? words.shown : words.show(props.name)}
      onClick={() => console.ask({ kind: "showNetwork", network })}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M3 5h18v11H3zM12 16v4M7 21h10" />
      </svg>
    </button>
  );
}

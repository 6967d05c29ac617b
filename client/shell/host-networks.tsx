import type { Role } from "../../shared/contract/mission.ts";
import { language, text } from "../look/language.ts";
import type { HostNetwork, HostPage, HostPlayer } from "../present/shell-host.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import type { Ask } from "./ask.ts";
import { Confirmed } from "./confirmed.tsx";
import { RolePicture } from "./role-picture.tsx";
import { Stars } from "./stars.tsx";

/** Every network with its people, and those who have no seat yet. */
export function HostNetworks({ host, ask }: { readonly host: HostPage; readonly ask: Ask }) {
  const { shell, desk } = text.value;
  return (
    <div class="networks">
      {host.networks.map((network) => (
        <Network key={network.id} network={network} host={host} ask={ask} />
      ))}
      {(host.unseated.length > 0 || host.networks.length === 0) && (
        <section class="card network unseated" aria-labelledby="unseated">
          <h2 id="unseated">{host.phase === "lobby" ? desk.people.title : shell.host.unseated}</h2>
          {host.unseated.length === 0 && <p class="quiet">{shell.host.nobody}</p>}
          <Seats players={host.unseated} automatic={[]} phase={host.phase} ask={ask} />
        </section>
      )}
    </div>
  );
}

function Network(props: {
  readonly network: HostNetwork;
  readonly host: HostPage;
  readonly ask: Ask;
}) {
  const { network, host } = props;
  const { shell } = text.value;
  const id = `network-${network.id}`;
  return (
    <section class="card network" aria-labelledby={id}>
      <header>
        <h2 id={id}>{shell.host.network(network.order)}</h2>
        {network.standing !== undefined && (
          <>
            <p class="score">
              {shell.result.points(network.standing.score.toLocaleString(language.value))}
            </p>
            {host.phase === "result" && <Stars stars={network.standing.stars} />}
          </>
        )}
      </header>
      <Seats
        players={network.players}
        automatic={network.automatic}
        phase={host.phase}
        ask={props.ask}
      />
    </section>
  );
}

function Seats(props: {
  readonly players: readonly HostPlayer[];
  readonly automatic: readonly Role[];
  readonly phase: string;
  readonly ask: Ask;
}) {
  const { desk, names } = text.value;
  return (
    <ul class="seats">
      {props.players.map((player) => (
        <Seat key={player.player} player={player} phase={props.phase} ask={props.ask} />
      ))}
      {props.automatic.map((role, order) => (
        <li key={`${role}${order}`} class="seat automatic">
          <RolePicture role={role} size={36} />
          <p>
            <strong>{desk.people.automatic}</strong>
            <span class="quiet">{names.roles[role]}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Seat(props: { readonly player: HostPlayer; readonly phase: string; readonly ask: Ask }) {
  const { player, phase, ask } = props;
  const { names, shell } = text.value;
  const name = presentNickname(player.nickname, text.value);
  return (
    <li class={player.online ? "seat" : "seat offline"}>
      {player.role !== undefined && <RolePicture role={player.role} size={36} />}
      <p>
        <strong>{name}</strong>
        <span class="seat-state">
          {player.role !== undefined && <span class="quiet">{names.roles[player.role]}</span>}
          <SeatState player={player} phase={phase} />
        </span>
      </p>
      <Confirmed
        label={shell.host.kick}
        sign={{ picture: cross, name: shell.host.kickWho(name) }}
        title={shell.host.kickTitle(name)}
        body={shell.host.kickBody}
        onYes={() => ask({ kind: "kick", player: player.player })}
      />
    </li>
  );
}

function SeatState({ player, phase }: { readonly player: HostPlayer; readonly phase: string }) {
  const { shell } = text.value;
  if (!player.online) return <span class="chip">{shell.lobby.offline}</span>;
  return phase === "briefing" && player.ready ? (
    <span class="chip ready">{shell.host.ready}</span>
  ) : null;
}

const cross = (
  <svg class="cross" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d="M6 6l12 12M18 6L6 18" />
  </svg>
);

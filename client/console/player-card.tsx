import { useEffect, useRef } from "preact/hooks";
import { assistances } from "../../shared/contract/intent.ts";
import { text } from "../look/language.ts";
import type { HostPage, HostPlayer } from "../present/shell-host.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import { Confirmed } from "../shell/confirmed.tsx";
import type { ConsoleState } from "./console-state.ts";
import { LabelField } from "./label-field.tsx";
import { Segments } from "./segments.tsx";

/** The card of one player: what the host calls them, how much help they get, and what can be done. */
export function PlayerCard({
  console,
  host,
}: {
  readonly console: ConsoleState;
  readonly host: HostPage;
}) {
  const person = host.players.find(({ player }) => player === console.player.value);
  return person === undefined ? null : (
    <OpenCard key={person.player} console={console} person={person} />
  );
}

type CardProps = { readonly console: ConsoleState; readonly person: HostPlayer };

function OpenCard({ console, person }: CardProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { names, console: words } = text.value;
  const name = presentNickname(person.nickname, text.value);
  const close = () => {
    console.player.value = undefined;
  };
  return (
    <dialog ref={dialog} class="card player-card" aria-labelledby="player-card" onClose={close}>
      <header>
        <h2 id="player-card" class="card-name">
          {name}
        </h2>
        <span class="quiet">
          {person.role === undefined ? words.player.waits : names.roles[person.role]}
          {person.online ? "" : ` · ${words.hands.offline}`}
        </span>
        <button type="button" class="button" onClick={close}>
          {words.player.close}
        </button>
      </header>
      <LabelField console={console} player={person.player} name={name} />
      <Segments
        legend={words.player.help}
        options={assistances.map((value) => ({
          value,
          label: words.player.assistances[value],
          hint: words.player.assistanceHints[value],
        }))}
        value={person.assistance}
        onChoose={(assistance) =>
          console.ask({ kind: "assist", player: person.player, assistance })
        }
      />
      <p class="quiet">{words.player.assistanceHints[person.assistance]}</p>
      <CardButtons console={console} person={person} name={name} close={close} />
    </dialog>
  );
}

function CardButtons(props: CardProps & { readonly name: string; readonly close: () => void }) {
  const { console, person, name, close } = props;
  const words = text.value.console.player;
  const { player } = person;
  const isSeated = person.role !== undefined;
  const andClose = (act: () => void) => () => {
    act();
    close();
  };
  return (
    <div class="buttons">
      {isSeated && (
        <>
          <Button onPress={andClose(() => console.ask({ kind: "hint", player }))}>
            {words.hint}
          </Button>
          <Button onPress={andClose(() => console.ask({ kind: "lookOver", player }))}>
            {words.look}
          </Button>
          <Button
            onPress={andClose(() => {
              console.moving.value = player;
            })}
          >
            {words.move}
          </Button>
        </>
      )}
      <Button onPress={() => console.ask({ kind: "rename", player })}>{words.rename}</Button>
      <Confirmed
        label={words.kick}
        title={words.kickTitle(name)}
        body={words.kickBody}
        onYes={andClose(() => console.ask({ kind: "kick", player }))}
      />
    </div>
  );
}

const Button = (props: { readonly onPress: () => void; readonly children: string }) => (
  <button type="button" class="button" onClick={props.onPress}>
    {props.children}
  </button>
);

import { text } from "../look/language.ts";
import type { HostPage, HostPlayer } from "../present/shell-host.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import type { ConsoleState } from "./console-state.ts";
import { LabelField } from "./label-field.tsx";

/** Everybody in the lobby, or those who wait for a seat; each with the label that the host gives. */
export function PeopleList({
  console,
  host,
}: {
  readonly console: ConsoleState;
  readonly host: HostPage;
}) {
  const words = text.value.console.people;
  const isLobby = host.phase === "lobby";
  const people = isLobby ? host.players : host.unseated;
  if (!isLobby && people.length === 0) return null;
  return (
    <section class="card panel people" aria-labelledby="people">
      <header>
        <h2 id="people">{isLobby ? words.title : words.unseated}</h2>
        <span class="quiet">{text.value.console.bar.people(host.online)}</span>
      </header>
      {people.length === 0 ? <p class="quiet empty">{words.nobody}</p> : null}
      <ul>
        {people.map((person) => (
          <li key={person.player} class={person.online ? "" : "offline"}>
            <PersonLine console={console} person={person} />
          </li>
        ))}
      </ul>
      {people.length > 0 && <p class="quiet hint">{words.labelHint}</p>}
    </section>
  );
}

function PersonLine({
  console,
  person,
}: {
  readonly console: ConsoleState;
  readonly person: HostPlayer;
}) {
  const words = text.value.console;
  const name = presentNickname(person.nickname, text.value);
  return (
    <>
      <button
        type="button"
        class="person-name"
        aria-label={words.people.open(name)}
        onClick={() => {
          console.player.value = person.player;
        }}
      >
        {name}
        {!person.online && <span class="chip">{words.hands.offline}</span>}
      </button>
      <LabelField console={console} player={person.player} name={name} />
    </>
  );
}

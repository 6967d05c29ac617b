import type { ComponentChildren } from "preact";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import { type Person, presentPeople } from "../present/shell-people.ts";
import { Heading, Screen } from "./screen.tsx";

/** The waiting room: who I am, who else is here, and what we wait for. */
export function Lobby({ link, aside }: { link: MatchLink; aside: ComponentChildren }) {
  const people = presentPeople(link.view.value);
  const phase = link.view.value.lesson["now"]?.phase;
  const waits = phase === "lobby" || phase === "result";
  const words = text.value.shell.lobby;
  return (
    <Screen name="lobby" title={words.title}>
      <div class="lobby">
        <section class="card me">
          <span class="stripe airmail" aria-hidden="true" />
          <Heading>{words.title}</Heading>
          <MyName me={people.find((person) => person.you)} link={link} />
          <p class="waits">{waits ? words.waits : words.noSeat}</p>
        </section>
        <People people={people} />
        {aside}
      </div>
    </Screen>
  );
}

function MyName({ me, link }: { me: Person | undefined; link: MatchLink }) {
  const words = text.value.shell.lobby;
  if (me === undefined) return null;
  return (
    <div class="my-name">
      <p>
        <span class="label">{words.myName}</span>
        <strong aria-live="polite">{presentNickname(me.nickname, text.value)}</strong>
      </p>
      <button type="button" class="button" onClick={() => link.send({ kind: "renameMe" })}>
        {words.rename}
      </button>
    </div>
  );
}

function People({ people }: { readonly people: readonly Person[] }) {
  const { desk, shell } = text.value;
  return (
    <section class="card together" aria-labelledby="together">
      <h2 id="together">
        {desk.people.title}
        <span class="quiet">{shell.lobby.count(people.length)}</span>
      </h2>
      <ul>
        {people.map((person) => (
          <li key={person.player} class={person.online ? "person" : "person offline"}>
            <span>{presentNickname(person.nickname, text.value)}</span>
            {person.you && <span class="chip">{desk.people.me}</span>}
            {!person.online && <span class="chip">{shell.lobby.offline}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

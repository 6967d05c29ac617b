import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { peopleIn } from "../../shared/contract/pair.ts";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import { caughtLetters, type Person, presentPeople } from "../present/shell-people.ts";
import { FlyingLetters } from "../screen/flying-letters.tsx";
import { Heading, Screen } from "./screen.tsx";

/** The waiting room, and something to do in it: who is here, whom to throw a letter to, and what we wait for. */
export function Lobby({ link, aside }: { link: MatchLink; aside: ComponentChildren }) {
  const people = presentPeople(link.view.value);
  const me = people.find(({ you }) => you);
  const isLobby = link.view.value.lesson["now"]?.phase === "lobby";
  const words = text.value.shell.lobby;
  return (
    <Screen name="lobby" title={words.title}>
      <div class="lobby">
        <section class="card me">
          <span class="stripe airmail" aria-hidden="true" />
          <Heading>{words.title}</Heading>
          {me !== undefined && <MyName me={me} link={link} isLobby={isLobby} />}
          <p class="waits">{isLobby ? words.waits : words.noSeat}</p>
          {me !== undefined && isLobby && <Ready isReady={me.ready} link={link} />}
        </section>
        <People people={people} link={link} isLobby={isLobby} />
        {aside}
      </div>
    </Screen>
  );
}

type InRoom = { readonly link: MatchLink; readonly isLobby: boolean };

function MyName({ me, link, isLobby }: InRoom & { readonly me: Person }) {
  const words = text.value.shell.lobby;
  return (
    <div class="my-name">
      <p>
        <span class="label">{words.myName}</span>
        <strong aria-live="polite">{presentNickname(me.nickname, text.value)}</strong>
      </p>
      {isLobby && (
        <button type="button" class="button" onClick={() => link.send({ kind: "renameMe" })}>
          {words.rename}
        </button>
      )}
    </div>
  );
}

/** The round waits for nobody's press here; it only shows everybody who is there. */
function Ready({ isReady, link }: { readonly isReady: boolean; readonly link: MatchLink }) {
  const words = text.value.shell.lobby;
  if (isReady) {
    return (
      <p class="is-ready" role="status">
        {words.isReady}
      </p>
    );
  }
  return (
    <button type="button" class="button first large" onClick={() => link.send({ kind: "ready" })}>
      {words.ready}
    </button>
  );
}

/** More than this only fit in narrower places. */
const manyPeople = 21;

function People({ people, link, isLobby }: InRoom & { readonly people: readonly Person[] }) {
  const { desk, shell } = text.value;
  const places = useRef<HTMLElement>(null);
  return (
    <section
      ref={places}
      class={people.length > manyPeople ? "card together many" : "card together"}
      aria-labelledby="together"
    >
      <h2 id="together">
        {desk.people.title}
        <span class="quiet">
          {shell.lobby.count(people.reduce((sum, { nickname }) => sum + peopleIn(nickname), 0))}
        </span>
      </h2>
      {isLobby && people.length > 1 && <p class="quiet throw-hint">{shell.lobby.throwHint}</p>}
      <ul>
        {people.map((person) => (
          <li key={person.player} data-player={person.player}>
            <Neighbour person={person} link={link} isLobby={isLobby} />
          </li>
        ))}
      </ul>
      {isLobby && <Caught link={link} />}
      {isLobby && (
        <FlyingLetters
          places={places}
          throws={link.view.value.throws}
          lessonNow={() => link.lessonNow()}
        />
      )}
    </section>
  );
}

/** Somebody in the room; a press throws a letter there. */
function Neighbour({ person, link, isLobby }: InRoom & { readonly person: Person }) {
  const { desk, shell } = text.value;
  const { player, you, online } = person;
  const name = presentNickname(person.nickname, text.value);
  const inside = (
    <>
      <span>{name}</span>
      {you && <span class="chip">{desk.people.me}</span>}
      {!online && <span class="chip">{shell.lobby.offline}</span>}
      {online && person.ready && isLobby && (
        <span class="chip ready-mark">
          ✓ <span>{shell.lobby.readyMark}</span>
        </span>
      )}
    </>
  );
  if (you || !online || !isLobby) {
    return <div class={online ? "person" : "person offline"}>{inside}</div>;
  }
  return (
    <button
      type="button"
      class="person"
      title={shell.lobby.throwTo(name)}
      onClick={() => void link.send({ kind: "throwLetter", to: player })}
    >
      {inside}
    </button>
  );
}

/** Who threw me a letter: for those who do not see it fly. */
function Caught({ link }: { readonly link: MatchLink }) {
  const words = text.value.shell.lobby;
  const letters = caughtLetters(link.view.value);
  const [newest] = letters;
  return (
    <p class="caught" role="status">
      {newest !== undefined && (
        <>
          <span key={newest.id}>{words.caught(presentNickname(newest.from, text.value))}</span>{" "}
          <span class="quiet caught-count">{words.caughtCount(letters.length)}</span>
        </>
      )}
    </p>
  );
}

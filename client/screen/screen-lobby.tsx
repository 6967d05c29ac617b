import { useRef } from "preact/hooks";
import type { View } from "../../shared/contract/view.ts";
import { QrCode } from "../console/qr-code.tsx";
import { text } from "../look/language.ts";
import { presentNickname } from "../present/shell-nickname.ts";
import { formatCode, formatPage } from "../present/shell-page.ts";
import { presentPeople } from "../present/shell-people.ts";
import { FlyingLetters } from "./flying-letters.tsx";
import type { ScreenProps } from "./screen-props.ts";

/** Before the first round: the code, and the names of those who have come; letters fly between them. */
export function ScreenLobby({ link, view, code }: ScreenProps) {
  const words = text.value.console.screen;
  const value = `${location.origin}${formatPage({ kind: "join", code })}`;
  return (
    <div class="big-lobby">
      <section class="screen-join" aria-labelledby="screen-join">
        <h2 id="screen-join">{words.join}</h2>
        <p class="screen-big-code">{formatCode(code)}</p>
        <QrCode value={value} label={text.value.console.join.qr} />
        <p class="screen-address">
          <span class="quiet">{words.at}</span> {location.host}
        </p>
      </section>
      <Names link={link} view={view} />
    </div>
  );
}

function Names({ link, view }: { readonly link: ScreenProps["link"]; readonly view: View }) {
  const words = text.value.console.screen;
  const places = useRef<HTMLElement>(null);
  const people = presentPeople(view).filter(({ online }) => online);
  return (
    <section ref={places} class={people.length > 24 ? "screen-names many" : "screen-names"}>
      <h2>{people.length === 0 ? words.nobody : words.here(people.length)}</h2>
      <ul>
        {people.map(({ player, nickname }) => (
          <li key={player} data-player={player}>
            {presentNickname(nickname, text.value)}
          </li>
        ))}
      </ul>
      <FlyingLetters places={places} throws={view.throws} lessonNow={() => link.lessonNow()} />
    </section>
  );
}

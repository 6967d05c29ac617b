import "./front.css";
import { text } from "../look/language.ts";
import { formatCode } from "../present/shell-page.ts";
import { CodeForm } from "./code-form.tsx";
import { FrontPicture } from "./front-picture.tsx";
import { lastHosted } from "./kept-keys.ts";
import { go } from "./page.ts";
import { PageLink } from "./page-link.tsx";
import { Heading, Screen } from "./screen.tsx";

/** The front page: what this is, and the three ways in. */
export function Front() {
  const words = text.value.shell;
  return (
    <Screen name="front" title={text.value.names.game}>
      <section class="hero">
        <div class="hero-words">
          <span class="hero-stripe airmail" aria-hidden="true" />
          <Heading>{text.value.names.game}</Heading>
          <p>{words.pitch}</p>
        </div>
        <FrontPicture label={words.front.picture} />
      </section>
      <div class="ways">
        <section class="card way way-join" aria-labelledby="way-join">
          <h2 id="way-join">{words.front.join}</h2>
          <CodeForm onEnter={(code) => go({ kind: "join", code, asked: true })} />
        </section>
        <PracticeWay />
        <HostWay />
      </div>
      <p class="front-foot">
        <PageLink to={{ kind: "savedLesson" }} words={text.value.savedLesson.title} />
        <PageLink to={{ kind: "selfTest" }} words={words.front.selfTest} />
      </p>
    </Screen>
  );
}

function PracticeWay() {
  const words = text.value.shell.front;
  return (
    <section class="card way" aria-labelledby="way-practice">
      <h2 id="way-practice">{words.practice}</h2>
      <p>{words.practiceHint}</p>
      <button type="button" class="button" onClick={() => go({ kind: "practice" })}>
        {words.practiceGo}
      </button>
    </section>
  );
}

function HostWay() {
  const words = text.value.shell.front;
  const hosted = lastHosted();
  return (
    <section class="card way" aria-labelledby="way-host">
      <h2 id="way-host">
        {words.host} <span class="chip">{words.hostFor}</span>
      </h2>
      <p>{words.hostHint}</p>
      <div class="way-buttons">
        <button type="button" class="button" onClick={() => go({ kind: "openRoom" })}>
          {words.hostGo}
        </button>
        {hosted !== undefined && (
          <button type="button" class="link" onClick={() => go({ kind: "host", code: hosted })}>
            {words.hostBack(formatCode(hosted))}
          </button>
        )}
      </div>
    </section>
  );
}

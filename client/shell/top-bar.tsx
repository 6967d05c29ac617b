import type { ComponentChildren } from "preact";
import { language, text } from "../look/language.ts";
import { go } from "./page.ts";

/** The bar over every screen: whose game this is, what belongs to the screen, and the other language. */
export function TopBar(props: { readonly home: boolean; readonly children?: ComponentChildren }) {
  return (
    <header class="top-bar">
      {props.home ? <HomeLink /> : <Wordmark />}
      <div class="top-bar-middle">{props.children}</div>
      <LanguageSwitch />
    </header>
  );
}

function HomeLink() {
  const home = (event: Event) => {
    event.preventDefault();
    go({ kind: "front" });
  };
  return (
    <a class="home-link" href="/" onClick={home} title={text.value.shell.home}>
      <Wordmark />
    </a>
  );
}

/** The game's name under its airmail stripe. */
export const Wordmark = () => (
  <span class="wordmark">
    <span class="wordmark-flag airmail" aria-hidden="true" />
    {text.value.names.game}
  </span>
);

/** Turns every screen to the other language. */
export const LanguageSwitch = () => (
  <button
    type="button"
    class="button language-switch"
    lang={language.value === "ko" ? "en" : "ko"}
    aria-label={`${text.value.desk.top.otherLanguage}: ${text.value.desk.top.switchLanguage}`}
    title={text.value.desk.top.switchLanguage}
    onClick={() => {
      language.value = language.value === "ko" ? "en" : "ko";
    }}
  >
    {text.value.desk.top.otherLanguage}
  </button>
);

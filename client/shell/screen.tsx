import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { text } from "../look/language.ts";
import { TopBar } from "./top-bar.tsx";

/** What a screen is called, for tests and style sheets: `document.documentElement.dataset.screen`. */
export type ScreenName =
  | "front"
  | "join"
  | "lobby"
  | "briefing"
  | "play"
  | "result"
  | "debrief"
  | "host"
  | "screen"
  | "practice"
  | "selftest"
  | "lesson"
  | "over";

/** Names the screen that stands: to the tab, and to whoever looks from outside. */
export function useScreenName(name: ScreenName, title: string): void {
  const game = text.value.names.game;
  useEffect(() => {
    document.documentElement.dataset["screen"] = name;
    document.title = title === game ? game : `${title} · ${game}`;
  }, [name, title, game]);
}

/**
 * The frame of every screen but the desk: the bar on top, one main part, one heading.
 * `home`: whether the wordmark leads to the front page; during a lesson one does not leave by a slip.
 */
export function Screen(props: {
  readonly name: ScreenName;
  readonly title: string;
  readonly home?: boolean;
  readonly bar?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  useScreenName(props.name, props.title);
  return (
    <div class={`screen screen-${props.name}`}>
      <TopBar home={props.home ?? false}>{props.bar}</TopBar>
      <main>{props.children}</main>
    </div>
  );
}

/** The heading of a screen. It takes the focus when the screen appears, so that a screen reader starts there. */
export function Heading(props: {
  readonly unseen?: boolean;
  readonly children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1} class={props.unseen ? "unseen" : ""}>
      {props.children}
    </h1>
  );
}

import type { ComponentChildren } from "preact";
import { text } from "../look/language.ts";
import { formatCode } from "../present/shell-page.ts";
import { formatSeconds } from "../present/shell-time-left.ts";
import { wordFor } from "../present/word-for.ts";
import { Wordmark } from "../shell/top-bar.tsx";
import type { ScreenProps } from "./screen-props.ts";

const lastSeconds = 10;

type TopProps = Pick<ScreenProps, "view" | "code"> & {
  readonly seconds: number | undefined;
  readonly children: ComponentChildren;
};

/** Where the lesson stands, how long still, and how to get in. */
export function ScreenTop(props: TopProps) {
  const { view, code, seconds } = props;
  const { desk, names, console: words } = text.value;
  const { phase = "lobby", round = 0, mission = "" } = view.lesson["now"] ?? {};
  return (
    <header class="screen-top">
      <Wordmark />
      <h1>
        {phase === "lobby" ? (
          words.bar.phases.lobby
        ) : (
          <>
            <span class="quiet">{desk.top.round(round)}</span> {wordFor(names.missions, mission)}
          </>
        )}
      </h1>
      {props.children}
      {seconds !== undefined && (
        <p class={seconds <= lastSeconds ? "screen-clock last" : "screen-clock"} role="timer">
          <span class="unseen">
            {phase === "briefing" ? words.screen.startsIn : words.bar.left}
          </span>
          {formatSeconds(seconds)}
        </p>
      )}
      {phase !== "lobby" && (
        <p class="screen-code">
          <span>{words.join.title}</span> <strong>{formatCode(code)}</strong>
        </p>
      )}
    </header>
  );
}

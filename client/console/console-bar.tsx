import { useState } from "preact/hooks";
import { text } from "../look/language.ts";
import type { HostPage } from "../present/shell-host.ts";
import { wordFor } from "../present/word-for.ts";
import { MissionChoice } from "../shell/mission-choice.tsx";
import type { ConsoleState } from "./console-state.ts";
import { EndMenu } from "./end-menu.tsx";
import { RoundClock } from "./round-clock.tsx";

type BarProps = {
  readonly console: ConsoleState;
  readonly host: HostPage;
  /** The address of the big screen. */
  readonly screenLink: string;
};

/** The bar of the console: who is here, where the lesson stands, how long still, and what moves it on. */
export function ConsoleBar({ console, host, screenLink }: BarProps) {
  const words = text.value.console.bar;
  return (
    <div class="console-bar">
      <p class="console-people">
        <span class="chip">{words.people(host.online)}</span>
        {host.automatic > 0 && <span class="chip">{words.automatic(host.automatic)}</span>}
      </p>
      <div class="console-now">
        <RoundWords host={host} />
        <RoundClock console={console} paused={host.paused} />
      </div>
      <div class="console-buttons">
        <a
          class="button"
          href={screenLink}
          target="port-of-call-screen"
          rel="noopener"
          title={words.screenLong}
        >
          {words.screen}
        </a>
        <Moves console={console} host={host} />
      </div>
    </div>
  );
}

function RoundWords({ host }: { readonly host: HostPage }) {
  const { desk, names, console: words } = text.value;
  if (host.phase === "lobby") return <p class="round-words">{words.bar.phases.lobby}</p>;
  const state = stateOf(host);
  return (
    <p class="round-words">
      <strong>{desk.top.round(host.round)}</strong>{" "}
      <span class="quiet">{wordFor(names.missions, host.mission?.id ?? "")}</span>{" "}
      {state !== undefined && <span class="chip">{state}</span>}
    </p>
  );
}

/** What a glance at the networks does not tell anyway. */
function stateOf({ phase, paused, endsSoon }: HostPage): string | undefined {
  const words = text.value.console.bar;
  if (phase !== "play") return wordFor(words.phases, phase);
  if (paused) return words.paused;
  return endsSoon ? words.endsSoon : undefined;
}

function Moves({ console, host }: { readonly console: ConsoleState; readonly host: HostPage }) {
  const words = text.value.console.bar;
  const { ask } = console;
  return (
    <>
      {host.moves.includes("pause") && (
        <button type="button" class="button in-pocket" onClick={() => ask({ kind: "pause" })}>
          <PausePicture />
          {words.pause}
        </button>
      )}
      {host.moves.includes("resume") && (
        <button
          type="button"
          class="button first in-pocket"
          onClick={() => ask({ kind: "resume" })}
        >
          {words.resume}
        </button>
      )}
      {host.moves.includes("extend") && (
        <button
          type="button"
          class="button in-pocket"
          title={words.extendLong}
          onClick={() => ask({ kind: "extend" })}
        >
          {words.extend}
        </button>
      )}
      {host.moves.includes("endSoon") && <EndMenu console={console} />}
      {host.phase === "briefing" && (
        <button type="button" class="button" onClick={() => ask({ kind: "endRound" })}>
          {words.cancelBriefing}
        </button>
      )}
      {host.moves.includes("startRound") && <StartRound console={console} host={host} />}
      {host.moves.includes("debrief") && (
        <button
          type="button"
          class="button first"
          onClick={() => ask({ kind: "debrief", step: "guess" })}
        >
          {words.debrief}
        </button>
      )}
    </>
  );
}

/** The next round is the next of the list, unless the host would rather have another. */
function StartRound({
  console,
  host,
}: {
  readonly console: ConsoleState;
  readonly host: HostPage;
}) {
  const { bar, setup } = text.value.console;
  const [chosen, setChosen] = useState<string>();
  const mission = chosen ?? host.nextMission;
  const isFirst = host.phase !== "result";
  return (
    <>
      <MissionChoice label={setup.nextRound} chosen={mission} onChoose={setChosen} />
      <button
        type="button"
        class={isFirst ? "button first" : "button"}
        onClick={() => console.ask({ kind: "startRound", mission })}
      >
        {host.phase === "lobby" ? bar.start : bar.next}
      </button>
    </>
  );
}

const PausePicture = () => (
  <svg viewBox="0 0 14 16" width="14" height="16" aria-hidden="true">
    <path d="M3 2v12M11 2v12" stroke="currentcolor" stroke-width="4" stroke-linecap="round" />
  </svg>
);

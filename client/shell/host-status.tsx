import { useState } from "preact/hooks";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import type { HostMove, HostPage } from "../present/shell-host.ts";
import { formatSeconds, presentSecondsLeft } from "../present/shell-time-left.ts";
import { wordFor } from "../present/word-for.ts";
import type { Ask } from "./ask.ts";
import { MissionChoice } from "./mission-choice.tsx";
import { useTick } from "./use-tick.ts";

/** The middle of the host's bar: the phase, the time it still lasts, and the buttons that move it. */
export function HostStatus(props: {
  readonly host: HostPage;
  readonly link: MatchLink;
  readonly ask: Ask;
}) {
  const { host } = props;
  const { desk, shell } = text.value;
  return (
    <div class="host-status">
      <p class="host-phase">
        {host.phase !== "lobby" && <span class="quiet">{desk.top.round(host.round)}</span>}{" "}
        <strong>{host.paused ? shell.host.pause : wordFor(shell.host.phases, host.phase)}</strong>
      </p>
      <TimeLeft link={props.link} paused={host.paused} />
      <HostButtons host={host} ask={props.ask} />
    </div>
  );
}

function TimeLeft({ link, paused }: { readonly link: MatchLink; readonly paused: boolean }) {
  useTick();
  const clocks = { lessonNow: link.lessonNow(), playNow: link.playNow() };
  const left = presentSecondsLeft(link.view.value, clocks);
  if (left === undefined) return null;
  return (
    <p class={paused ? "time-left paused" : "time-left"} role="timer">
      <span class="unseen">{text.value.desk.top.timeLeft}</span>
      {formatSeconds(left)}
    </p>
  );
}

function HostButtons({ host, ask }: { readonly host: HostPage; readonly ask: Ask }) {
  const words = text.value.shell.host;
  const [chosen, setChosen] = useState<string>();
  const mission = chosen ?? host.nextMission;
  const labels: Readonly<Record<HostMove, string>> = {
    startRound: host.phase === "result" ? words.next : words.start,
    pause: words.pause,
    resume: words.resume,
    endRound: words.endRound,
  };
  const move = (kind: HostMove) => {
    setChosen(undefined);
    return ask(kind === "startRound" ? { kind, mission } : { kind });
  };
  return (
    <div class="host-buttons">
      {host.moves.includes("startRound") && <MissionChoice chosen={mission} onChoose={setChosen} />}
      {host.moves.map((kind) => (
        <button
          key={kind}
          type="button"
          class={kind === "startRound" || kind === "resume" ? "button first" : "button"}
          onClick={() => move(kind)}
        >
          {labels[kind]}
        </button>
      ))}
    </div>
  );
}

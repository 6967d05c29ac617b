import type { DeskState } from "../input/desk-state.ts";
import { language, text } from "../look/language.ts";
import { presentGoalCard } from "../present/desk-cards.ts";
import { presentTimer } from "../present/timer.ts";
import { wordFor } from "../present/word-for.ts";
import { Confirmed } from "../shell/confirmed.tsx";
import { LanguageSwitch, Wordmark } from "../shell/top-bar.tsx";
import { FlagMenu } from "./flag-menu.tsx";

type DeskTopProps = { readonly desk: DeskState; readonly onLeave: () => void };

/** The bar over the desk: the round, its timer, the team's points, and the few buttons that are always there. */
export function DeskTop({ desk, onLeave }: DeskTopProps) {
  const now = desk.link.view.value.lesson["now"];
  const words = text.value.desk.top;
  return (
    <header class="desk-top">
      <div class="desk-round">
        <Wordmark />
        <h1>
          <span class="quiet">{words.round(now?.round ?? 1)}</span>{" "}
          {wordFor(text.value.names.missions, now?.mission ?? "")}
        </h1>
      </div>
      <RoundTimer desk={desk} />
      <div class="desk-right-end">
        <TeamScore desk={desk} />
        <FlagMenu desk={desk} />
        <LanguageSwitch />
        <Confirmed
          label={words.leave}
          title={words.leaveAsk}
          body={words.leaveNote}
          onYes={onLeave}
        />
      </div>
    </header>
  );
}

function TeamScore({ desk }: { readonly desk: DeskState }) {
  const { score, isScored } = presentGoalCard(desk.link.view.value);
  const words = text.value.desk.top;
  if (!isScored) return <p class="chip unscored">{text.value.desk.goal.unscored}</p>;
  return (
    <p class="team-score">
      <span class="quiet">{words.team}</span>
      <strong>
        {score.toLocaleString(language.value)} <small>{words.points}</small>
      </strong>
    </p>
  );
}

const ringLength = 2 * Math.PI * 13.5;

function RoundTimer({ desk }: { readonly desk: DeskState }) {
  const { link } = desk;
  const clocks = { lessonNow: link.lessonNow(), playNow: desk.playNow.value };
  const timer = presentTimer(link.view.value, clocks);
  if (timer === undefined) return <div class="round-timer" />;
  return (
    <div class={timer.isLast ? "round-timer last" : "round-timer"} role="timer">
      <svg viewBox="0 0 34 34" width="34" height="34" aria-hidden="true">
        <circle cx="17" cy="17" r="13.5" class="ring-all" />
        <circle
          cx="17"
          cy="17"
          r="13.5"
          class="ring-left"
          stroke-dasharray={`${timer.share * ringLength} ${ringLength}`}
          transform="rotate(-90 17 17)"
        />
      </svg>
      <strong class="mono">{timer.words}</strong>
      <span class="round-timer-words">{text.value.desk.top.timeLeft}</span>
    </div>
  );
}

import { text } from "../look/language.ts";
import { formatSeconds, presentSecondsLeft } from "../present/shell-time-left.ts";
import { presentTimer } from "../present/timer.ts";
import type { ConsoleState } from "./console-state.ts";

const ringLength = 2 * Math.PI * 12;

/** How long the phase still lasts, in figures and as a ring that empties. */
export function RoundClock({
  console,
  paused,
}: {
  readonly console: ConsoleState;
  readonly paused: boolean;
}) {
  const { link } = console;
  const view = console.view.value;
  const clocks = { lessonNow: link.lessonNow(), playNow: link.playNow() };
  const seconds = presentSecondsLeft(view, clocks);
  if (seconds === undefined) return null;
  const share = presentTimer(view, clocks)?.share ?? 1;
  return (
    <p class={paused ? "round-clock paused" : "round-clock"} role="timer">
      <span class="unseen">{text.value.console.bar.left}</span>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <circle class="ring-all" cx="16" cy="16" r="12" />
        <circle
          class="ring-left"
          cx="16"
          cy="16"
          r="12"
          stroke-dasharray={`${share * ringLength} ${ringLength}`}
          transform="rotate(-90 16 16)"
        />
      </svg>
      <strong>{formatSeconds(seconds)}</strong>
    </p>
  );
}

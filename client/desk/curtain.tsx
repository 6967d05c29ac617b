import { useEffect, useRef } from "preact/hooks";
import type { DeskState } from "../input/desk-state.ts";
import { takeBack } from "../input/verbs.ts";
import { text } from "../look/language.ts";
import { isSeatAway } from "../present/desk-cards.ts";
import { type PairNow, presentPair } from "../present/pair.ts";
import { presentCountdown } from "../present/shell-time-left.ts";
import { useTick } from "../shell/use-tick.ts";

/** What covers the desk while nobody may move, or while the autopilot moves. */
export function Curtain({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  if (view.lesson["now"]?.paused) return <PauseSign desk={desk} />;
  if (isSeatAway(view)) return <AwaySign desk={desk} />;
  return pairToSwap(desk) === undefined ? null : <SwapSign desk={desk} />;
}

function PauseSign({ desk }: { readonly desk: DeskState }) {
  useTick();
  const left = presentCountdown(desk.link.view.value, desk.link.lessonNow());
  const words = text.value.desk.pause;
  return (
    <div class="curtain">
      <div class="curtain-sign card" role="status">
        <h2>{left === undefined ? words.title : words.goOn}</h2>
        {left === undefined ? <p>{words.note}</p> : <p class="countdown">{left}</p>}
      </div>
    </div>
  );
}

function AwaySign({ desk }: { readonly desk: DeskState }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const words = text.value.desk.away;
  return (
    <div class="curtain thin">
      <div class="curtain-sign card" role="alertdialog" aria-labelledby="away-title">
        <h2 id="away-title">{words.title}</h2>
        <p>{words.note}</p>
        <button ref={button} type="button" class="button first" onClick={() => takeBack(desk)}>
          {words.takeBack}
        </button>
      </div>
    </div>
  );
}

/** Two who have not yet swapped at half-time. */
export function pairToSwap({ link, playNow, hasSwapped }: DeskState): PairNow | undefined {
  const pair = presentPair(link.view.value, text.value, playNow.value);
  return pair?.swapsNow === true && !hasSwapped.value ? pair : undefined;
}

function SwapSign({ desk }: { readonly desk: DeskState }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const pair = pairToSwap(desk);
  const words = text.value.pair.swap;
  const done = () => {
    desk.hasSwapped.value = true;
  };
  return (
    <div class="curtain thin">
      <div class="curtain-sign card" role="alertdialog" aria-labelledby="swap-title">
        <h2 id="swap-title">{words.title}</h2>
        <p>
          <strong>{words.hands(pair?.hands ?? "")}</strong>
        </p>
        <p>{words.eyes(pair?.eyes ?? "")}</p>
        <button ref={button} type="button" class="button first" onClick={done}>
          {words.done}
        </button>
      </div>
    </div>
  );
}

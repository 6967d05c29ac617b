import { useEffect, useRef } from "preact/hooks";
import type { DeskState } from "../input/desk-state.ts";
import { takeBack } from "../input/verbs.ts";
import { text } from "../look/language.ts";
import { isSeatAway } from "../present/desk-cards.ts";
import { presentCountdown } from "../present/shell-time-left.ts";
import { useTick } from "../shell/use-tick.ts";

/** What covers the desk while nobody may move, or while the autopilot moves. */
export function Curtain({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  if (view.lesson["now"]?.paused) return <PauseSign desk={desk} />;
  return isSeatAway(view) ? <AwaySign desk={desk} /> : null;
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

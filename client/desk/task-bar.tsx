import type { DeskState } from "../input/desk-state.ts";
import { inHand } from "../input/pick.ts";
import { text } from "../look/language.ts";
import { presentTaskLine } from "../present/task-line.ts";

/** The one thing to do now, or what is waited for. */
export function TaskBar({ desk }: { readonly desk: DeskState }) {
  const words = text.value.desk.task;
  const task = presentTaskLine(desk.link.view.value, text.value, inHand(desk), desk.playNow.value);
  return (
    <p class={task.waits ? "task-bar waits" : "task-bar"}>
      <strong>{task.waits ? words.label : words.waitLabel}</strong>
      <span>{task.sentence}</span>
      {task.aside !== "" && <small>{task.aside}</small>}
    </p>
  );
}

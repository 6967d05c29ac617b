import type { DeskState } from "../input/desk-state.ts";
import { text } from "../look/language.ts";
import { presentTaskLine } from "../present/task-line.ts";

/** The one thing to do now. */
export function TaskBar({ desk }: { readonly desk: DeskState }) {
  const words = text.value.desk.task;
  const task = presentTaskLine(desk.link.view.value, text.value);
  return (
    <p class={task.waits ? "task-bar waits" : "task-bar"}>
      <strong>{words.label}</strong>
      <span>{task.sentence}</span>
      {task.more > 0 && <small>{words.more(task.more)}</small>}
    </p>
  );
}

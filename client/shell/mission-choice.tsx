import { missions } from "../../assets/missions/missions.ts";
import { text } from "../look/language.ts";
import { wordFor } from "../present/word-for.ts";

/** Which mission the next round plays. */
export function MissionChoice(props: {
  readonly chosen: string;
  readonly onChoose: (mission: string) => void;
}) {
  const { names, shell } = text.value;
  return (
    <label class="mission-choice">
      <span class="unseen">{shell.host.mission}</span>
      <select value={props.chosen} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {Object.values(missions).map(({ id, chapter, kind }) => (
          <option key={id} value={id}>
            {chapter}. {wordFor(names.missions, id)} · {shell.host.kinds[kind]}
          </option>
        ))}
      </select>
    </label>
  );
}

import { missions } from "../../assets/missions/missions.ts";
import { text } from "../look/language.ts";
import { wordFor } from "../present/word-for.ts";

/** Which mission is meant. */
export function MissionChoice(props: {
  readonly label: string;
  readonly chosen: string;
  readonly onChoose: (mission: string) => void;
}) {
  const { names, console } = text.value;
  return (
    <label class="mission-choice">
      <span class="unseen">{props.label}</span>
      <select value={props.chosen} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {Object.values(missions).map(({ id, chapter, kind }) => (
          <option key={id} value={id}>
            {chapter}. {wordFor(names.missions, id)} · {console.setup.kinds[kind]}
          </option>
        ))}
      </select>
    </label>
  );
}

import "./practice.css";
import { useEffect, useState } from "preact/hooks";
import { type Role, roles } from "../../shared/contract/mission.ts";
import { text } from "../look/language.ts";
import { isGuided, setGuided } from "./guidance.ts";
import { go } from "./page.ts";
import { fetchRoundAhead } from "./play.tsx";
import { fetchPractice } from "./practice-lesson.tsx";
import { RolePicture } from "./role-picture.tsx";
import { Heading, Screen } from "./screen.tsx";

/** Where a role for practice is chosen, and whether it is taught step by step. */
export function Practice() {
  const [role, setRole] = useState<Role>("client");
  const words = text.value.shell.practice;
  useEffect(() => {
    fetchRoundAhead();
    fetchPractice().catch(() => undefined);
  }, []);
  const start = (event: Event) => {
    event.preventDefault();
    go({ kind: "practice", role });
  };
  return (
    <Screen name="practice" title={words.title} home>
      <form class="practice" onSubmit={start}>
        <Heading>{words.title}</Heading>
        <fieldset class="role-choices">
          <legend class="unseen">{words.pick}</legend>
          {roles.map((one) => (
            <RoleChoice key={one} role={one} chosen={one === role} onChoose={setRole} />
          ))}
        </fieldset>
        <div class="practice-start">
          <GuidanceSwitch key={role} role={role} />
          <button type="submit" class="button first large">
            {words.start}
          </button>
        </div>
      </form>
    </Screen>
  );
}

function RoleChoice(props: {
  readonly role: Role;
  readonly chosen: boolean;
  readonly onChoose: (role: Role) => void;
}) {
  const { names, shell } = text.value;
  const { role } = props;
  return (
    <label class={props.chosen ? "card role-choice chosen" : "card role-choice"}>
      <input
        type="radio"
        name="role"
        value={role}
        checked={props.chosen}
        onChange={() => props.onChoose(role)}
      />
      <RolePicture role={role} size={128} />
      <span class="role-name">{names.roles[role]}</span>
      <span class="role-does">{shell.roles[role].does}</span>
      {isGuided(role) && <span class="chip">{shell.practice.first}</span>}
    </label>
  );
}

function GuidanceSwitch({ role }: { readonly role: Role }) {
  const [guided, setShown] = useState(isGuided(role));
  const words = text.value.shell.practice;
  const turn = (event: { readonly currentTarget: HTMLInputElement }) => {
    setShown(event.currentTarget.checked);
    setGuided(role, event.currentTarget.checked);
  };
  return (
    <label class="guidance">
      <input type="checkbox" checked={guided} onChange={turn} />
      <span>
        <strong>{words.guided}</strong>
        <span class="quiet">{guided ? words.guidedHint : words.standardHint}</span>
      </span>
    </label>
  );
}

import type { Role } from "../../shared/contract/mission.ts";
import { text } from "../look/language.ts";
import { presentDuties, type Station } from "../present/shell-chapters.ts";
import { wordFor } from "../present/word-for.ts";
import { deviceMemory, remember } from "./device-memory.ts";
import { isGuided, setGuided } from "./guidance.ts";
import { PracticeSwitch } from "./practice-switch.tsx";
import { RolePicture } from "./role-picture.tsx";
import { Stars } from "./stars.tsx";

/** The chosen mission: which role to play in it, how, and the way in. */
export function PracticeTicket(props: {
  readonly chapter: number;
  readonly station: Station;
  readonly role: Role;
  readonly onRole: (role: Role) => void;
}) {
  const { chapter, station, role } = props;
  const { names, practice, shell } = text.value;
  const isExperiment = station.kind === "experiment";
  return (
    <section class="card ticket" aria-labelledby="ticket">
      <header>
        <p class="label">
          {practice.chapter(chapter)} · {practice.kinds[station.kind]}
        </p>
        <h2 id="ticket">{wordFor(names.missions, station.mission)}</h2>
      </header>
      <fieldset class="role-choices">
        <legend>{shell.practice.title}</legend>
        {station.roles.map((one) => (
          <RoleChoice
            key={one}
            role={one}
            station={station}
            isNew={!isExperiment && isGuided(chapter, one)}
            isChosen={one === role}
            onChoose={props.onRole}
          />
        ))}
      </fieldset>
      <div class="practice-switches">
        {isExperiment ? (
          <p class="quiet">{practice.experimentHint}</p>
        ) : (
          <GuidanceSwitch chapter={chapter} role={role} />
        )}
        <ExplanationSwitch />
      </div>
      <button type="submit" class="button first large">
        {shell.practice.start}
      </button>
    </section>
  );
}

function RoleChoice(props: {
  readonly role: Role;
  readonly station: Station;
  readonly isNew: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (role: Role) => void;
}) {
  const { role, station, isNew, isChosen } = props;
  const { names, shell } = text.value;
  const stars = station.kind === "experiment" ? undefined : station.stars[role];
  return (
    <label class={isChosen ? "role-choice chosen" : "role-choice"}>
      <input
        type="radio"
        name="role"
        value={role}
        checked={isChosen}
        onChange={() => props.onChoose(role)}
      />
      <RolePicture role={role} size={52} />
      <span class="role-name">
        {names.roles[role]}
        {isNew && <span class="chip">{shell.practice.first}</span>}
        {stars !== undefined && <Stars stars={stars} />}
      </span>
      <span class="role-does">{presentDuties(role, station, text.value)}</span>
    </label>
  );
}

function GuidanceSwitch({ chapter, role }: { readonly chapter: number; readonly role: Role }) {
  const words = text.value.shell.practice;
  const guided = isGuided(chapter, role);
  return (
    <PracticeSwitch
      on={guided}
      label={words.guided}
      hint={guided ? words.guidedHint : words.standardHint}
      onTurn={(on) => setGuided(chapter, role, on)}
    />
  );
}

function ExplanationSwitch() {
  const { explainFirst, explainFirstOn, explainFirstOff } = text.value.practice;
  const isFirst = deviceMemory.value.explainFirst;
  return (
    <PracticeSwitch
      on={isFirst}
      label={explainFirst}
      hint={isFirst ? explainFirstOn : explainFirstOff}
      onTurn={(on) => remember((memory) => ({ ...memory, explainFirst: on }))}
    />
  );
}

import { useSignal } from "@preact/signals";
import type { DeskState } from "../../input/desk-state.ts";
import { bindPort } from "../../input/verbs.ts";
import { text } from "../../look/language.ts";
import type { ProgramLine } from "../../present/server-desk.ts";
import { isPort } from "../../present/slip.ts";
import { OnSheet } from "../on-sheet.tsx";
import { PortField } from "./port-field.tsx";

type ProgramsProps = { readonly desk: DeskState; readonly programs: readonly ProgramLine[] };

/** My programs; the stopped one that was chosen, or the first, shows how to open its door. */
export function Programs({ desk, programs }: ProgramsProps) {
  const chosen = useSignal<string | undefined>(undefined);
  const words = text.value.desk.server;
  const stopped = programs.filter(({ port }) => port === undefined);
  const lit = stopped.find((program) => program.lit);
  const open = stopped.find(({ id }) => id === chosen.value) ?? lit ?? stopped[0];
  return (
    <section class="programs card">
      <h2>{words.programs}</h2>
      <ul>
        {programs.map((program) => (
          <li key={program.id} class={program.port === undefined ? "program stopped" : "program"}>
            <ProgramHead
              program={program}
              onChoose={() => {
                chosen.value = program.id;
              }}
            />
            {program === open && <OpenDoor key={program.id} desk={desk} program={program} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ProgramHeadProps = { readonly program: ProgramLine; readonly onChoose: () => void };

function ProgramHead({ program, onChoose }: ProgramHeadProps) {
  const words = text.value.desk.server;
  if (program.port !== undefined) {
    return (
      <p class="program-head">
        <strong>{program.name}</strong>
        <span class="listening">{words.listening}</span>
        {program.isOnSheet ? <OnSheet /> : <span class="mono">{program.port}</span>}
      </p>
    );
  }
  return (
    <button type="button" class="program-choose" onClick={onChoose}>
      <strong>{program.name}</strong>
      <span class="chip">{words.stopped}</span>
    </button>
  );
}

/** Three free ports to choose from, or one's own. */
function OpenDoor(props: { readonly desk: DeskState; readonly program: ProgramLine }) {
  const { desk, program } = props;
  const words = text.value.desk.server;
  const typed = useSignal<string | undefined>(undefined);
  const written = typed.value ?? (program.hint === undefined ? "" : String(program.hint));
  const open = (event: Event) => {
    event.preventDefault();
    bindPort(desk, program.id, written);
  };
  return (
    <form class={program.lit ? "open-door lit" : "open-door"} onSubmit={open}>
      <p class="quiet">{words.choosePort}</p>
      <div class="port-row">
        {program.suggestions.map((port) => (
          <button
            type="button"
            key={port}
            class="port-chip mono"
            aria-label={words.openAt(program.name, String(port))}
            onClick={() => bindPort(desk, program.id, String(port))}
          >
            {port}
          </button>
        ))}
      </div>
      <div class="port-row">
        <PortField
          look="typed-port"
          label={words.port}
          value={written}
          onWrite={(port) => {
            typed.value = port;
          }}
        />
        <button type="submit" class={isPort(written) ? "button first" : "button waits"}>
          {words.openDoor}
        </button>
      </div>
    </form>
  );
}

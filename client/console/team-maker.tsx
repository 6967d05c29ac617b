import { useState } from "preact/hooks";
import { text } from "../look/language.ts";
import { teamsByLabel } from "../present/console-labels.ts";
import { presentHostPlayers } from "../present/shell-host.ts";
import type { ConsoleState } from "./console-state.ts";

/** Who plays with whom in the next round: mixed anew, as last time, or by the host's labels. */
export function TeamMaker({ console }: { readonly console: ConsoleState }) {
  const words = text.value.console.setup;
  const [said, setSaid] = useState("");
  const players = presentHostPlayers(console.view.value).map(({ player }) => player);
  const teams = teamsByLabel(console.labels.value, players);
  const byLabel = async () => {
    if (teams.length === 0) return setSaid(words.needLabels);
    if (await console.ask({ kind: "setTeams", teams })) setSaid(words.labelled(teams.length));
  };
  const make = async (kind: "mixTeams" | "keepTeams", says: string) => {
    if (await console.ask({ kind })) setSaid(says);
  };
  return (
    <fieldset class="teams">
      <legend>{words.teams}</legend>
      <div>
        <button type="button" class="small-button" onClick={() => make("mixTeams", words.mixed)}>
          {words.mix}
        </button>
        <button type="button" class="small-button" onClick={() => make("keepTeams", words.kept)}>
          {words.keep}
        </button>
        <button type="button" class="small-button" onClick={byLabel}>
          {words.byLabel}
        </button>
      </div>
      <p class="quiet" role="status">
        {said}
      </p>
    </fieldset>
  );
}

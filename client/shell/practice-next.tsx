import { missions } from "../../assets/missions/missions.ts";
import type { View } from "../../shared/contract/view.ts";
import { text } from "../look/language.ts";
import { playableRoles, presentChapters, stationsOf } from "../present/shell-chapters.ts";
import { wordFor } from "../present/word-for.ts";
import { ChallengeOutcome } from "./challenge-outcome.tsx";
import { CheatSheetButton } from "./cheat-sheet.tsx";
import { go } from "./page.ts";
import type { PracticePlan } from "./practice-plan.ts";

/** What can follow a practice round. */
export function PracticeNext(props: {
  readonly plan: PracticePlan;
  readonly guided: boolean;
  readonly tallies: View["tallies"];
  readonly onAgain: () => void;
}) {
  const { mission, challenge } = props.plan;
  const { names, practice, shell } = text.value;
  const next = stationAfter(mission.id);
  const hasOtherRoles = playableRoles(mission).length > 1;
  const goTo = (station: string) => () => go({ kind: "practice", mission: station });
  // An experiment has shown what is missing; the next station has it.
  const isTried = mission.kind === "experiment" && next !== undefined;
  const onward = next !== undefined && (
    <button type="button" class={isTried ? "button first" : "button"} onClick={goTo(next)}>
      {practice.nextStation(wordFor(names.missions, next))}
    </button>
  );
  return (
    <>
      {challenge !== undefined && <ChallengeOutcome concept={challenge} tallies={props.tallies} />}
      {props.guided && <p class="guided-done">{practice.guidedDone}</p>}
      <div class="buttons practice-next">
        {isTried && onward}
        <button type="button" class={isTried ? "button" : "button first"} onClick={props.onAgain}>
          {shell.result.again}
        </button>
        <button type="button" class="button" onClick={goTo(mission.id)}>
          {hasOtherRoles ? shell.result.otherRole : practice.toMap}
        </button>
        {!isTried && onward}
        <CheatSheetButton />
      </div>
    </>
  );
}

function stationAfter(mission: string): string | undefined {
  const all = stationsOf(presentChapters(Object.values(missions), {}));
  return all[all.findIndex((station) => station.mission === mission) + 1]?.mission;
}

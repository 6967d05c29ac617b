import { useMemo, useState } from "preact/hooks";
import { debriefParts } from "../../shared/contract/debrief-steps.ts";
import type { SavedRound } from "../../shared/lesson/open-journal.ts";
import { text } from "../look/language.ts";
import { faultsIn } from "../present/debrief-changes.ts";
import {
  deskChoices,
  roundChoices,
  type SavedChoice,
  teamChoices,
} from "../present/saved-lesson.ts";
import { AloneSteps } from "./alone-debrief.tsx";
import { StoryWaiting } from "./story-waiting.tsx";
import { type StorySource, useStory } from "./use-story.ts";

type SavedProps = {
  readonly rounds: readonly SavedRound[];
  readonly hash: string;
  readonly stories: StorySource;
};

/** The rounds of a saved lesson: which one, which team, from whose desk, and the steps of looking back on it. */
export function SavedRounds({ rounds, hash, stories }: SavedProps) {
  const words = text.value.savedLesson;
  const [asked, setAsked] = useState({ round: "", team: "", desk: "" });
  const chosen = rounds.find(({ round }) => String(round) === asked.round) ?? rounds[0];
  if (chosen === undefined) return <p class="debrief-calm">{words.nothing}</p>;
  const { round, view } = chosen;
  const teams = teamChoices(view, text.value);
  const team = (teams.find(({ value }) => value === asked.team) ?? teams[0])?.value ?? "";
  const desks = deskChoices(view, team, text.value);
  const desk = desks.find(({ value }) => value === asked.desk)?.value;
  return (
    <section class="card saved-rounds" data-hash={hash}>
      <fieldset class="saved-choices">
        <legend class="unseen">{words.what}</legend>
        <Choice
          label={words.round}
          value={String(round)}
          choices={roundChoices(rounds, text.value)}
          onChoose={(value) => setAsked({ ...asked, round: value, desk: "" })}
        />
        <Choice
          label={words.team}
          value={team}
          choices={teams}
          onChoose={(value) => setAsked({ ...asked, team: value, desk: "" })}
        />
        <Choice
          label={words.desk}
          value={desk ?? ""}
          choices={[{ value: "", words: words.allDesks }, ...desks]}
          onChoose={(value) => setAsked({ ...asked, desk: value })}
        />
      </fieldset>
      <SavedStory key={`${round} ${team}`} {...{ chosen, team, desk, stories }} />
    </section>
  );
}

function SavedStory(props: {
  readonly chosen: SavedRound;
  readonly team: string;
  readonly desk: string | undefined;
  readonly stories: StorySource;
}) {
  const { chosen, team, desk } = props;
  const { round, view } = chosen;
  const state = useStory(props.stories, round, team);
  const faults = useMemo(() => faultsIn(view, team), [view, team]);
  if (state.kind !== "here") return <StoryWaiting state={state} />;
  return (
    <AloneSteps story={state.story} me={desk} parts={debriefParts} view={view} faults={faults} />
  );
}

const Choice = (props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly SavedChoice[];
  readonly onChoose: (value: string) => void;
}) => (
  <label class="saved-choice">
    <span class="label">{props.label}</span>
    <select value={props.value} onChange={(event) => props.onChoose(event.currentTarget.value)}>
      {props.choices.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </label>
);

import { useMemo } from "preact/hooks";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { faultsIn } from "../present/debrief-changes.ts";
import { AloneDebrief, AloneSteps } from "./alone-debrief.tsx";
import { StoryWaiting } from "./story-waiting.tsx";
import { type StorySource, useStory } from "./use-story.ts";

/** Looking back by oneself on the round that one's own network has just played in a room. */
export const OwnDebrief = (props: OwnProps) => (
  <AloneDebrief>
    <OwnSteps {...props} />
  </AloneDebrief>
);

type OwnProps = { readonly link: MatchLink; readonly stories: StorySource };

const parts = ["guess", "replay", "diagram", "desks", "mistakes"] as const;

function OwnSteps({ link, stories }: OwnProps) {
  const view = link.view.value;
  const { round = 0, network = "", seat } = view.lesson["now"] ?? {};
  const state = useStory(stories, round, network);
  const faults = useMemo(() => faultsIn(view, network), [view.faults, network]);
  if (state.kind !== "here") return <StoryWaiting state={state} />;
  if (seat === undefined) return <p>{text.value.shell.lobby.noSeat}</p>;
  return <AloneSteps story={state.story} me={seat} parts={parts} faults={faults} />;
}

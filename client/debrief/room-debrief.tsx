import "./debrief.css";
import { useMemo } from "preact/hooks";
import {
  debriefSteps,
  type QuestionStep,
  questionOf,
} from "../../shared/contract/debrief-steps.ts";
import type { View } from "../../shared/contract/view.ts";
import { shownNetwork } from "../present/console-network-view.ts";
import { faultsIn } from "../present/debrief-changes.ts";
import { Debrief } from "./debrief.tsx";
import type { DebriefProps, Watcher } from "./debrief-props.ts";
import { StoryWaiting } from "./story-waiting.tsx";
import { type StorySource, type StoryState, useStory } from "./use-story.ts";

/** What somebody thinks of a question that stands in the room. */
type RoomGuess = {
  readonly step: QuestionStep;
  readonly network: string;
  readonly choice: string;
};

type RoomProps = {
  readonly view: View;
  readonly watcher: Exclude<Watcher, "alone">;
  readonly lessonNow: () => number;
  readonly onGuess?: (guess: RoomGuess) => void;
  readonly onTape?: DebriefProps["onTape"];
};

/** The debrief that a class follows together: the host's step, and the network that the host shows. */
export function RoomDebrief(props: RoomProps & { readonly stories: StorySource }) {
  const state = useShownStory(props.view, props.stories);
  return <ToldDebrief {...props} state={state} />;
}

/** The story of the round that all look back on. */
export const useShownStory = (view: View, stories: StorySource): StoryState =>
  useStory(stories, view.lesson["now"]?.round ?? 0, shownNetwork(view));

/** The same, for whoever has its story already. */
export function ToldDebrief(props: RoomProps & { readonly state: StoryState }) {
  const { view, watcher, lessonNow, state, onGuess, onTape } = props;
  const now = view.lesson["now"];
  const network = shownNetwork(view);
  const faults = useMemo(() => faultsIn(view, network ?? ""), [view.faults, network]);
  if (state.kind !== "here") return <StoryWaiting state={state} />;
  const step = debriefSteps.find((one) => one === now?.step) ?? debriefSteps[0];
  const isMine = now?.network === network && now?.seat !== undefined;
  const question = questionOf(step);
  const canGuess = onGuess !== undefined && question !== undefined && network !== undefined;
  return (
    <Debrief
      {...{ view, watcher, faults, step, lessonNow }}
      story={state.story}
      {...(isMine && now?.seat !== undefined ? { me: now.seat } : {})}
      {...(canGuess
        ? { onGuess: (choice: string) => onGuess({ step: question, network, choice }) }
        : {})}
      {...(onTape === undefined ? {} : { onTape })}
    />
  );
}

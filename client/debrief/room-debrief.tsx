import "./debrief.css";
import { useMemo } from "preact/hooks";
import { debriefSteps } from "../../shared/contract/intent.ts";
import type { View } from "../../shared/contract/view.ts";
import { shownNetwork } from "../present/console-network-view.ts";
import { faultsIn } from "../present/debrief-changes.ts";
import { Debrief } from "./debrief.tsx";
import type { DebriefProps, Watcher } from "./debrief-props.ts";
import { StoryWaiting } from "./story-waiting.tsx";
import { type StorySource, useStory } from "./use-story.ts";

/** The debrief that a class follows together: the host's step, and the network that the host shows. */
export function RoomDebrief(props: {
  readonly view: View;
  readonly stories: StorySource;
  readonly watcher: Exclude<Watcher, "alone">;
  readonly lessonNow: () => number;
  readonly onGuess?: DebriefProps["onGuess"];
  readonly onTape?: DebriefProps["onTape"];
}) {
  const { view, watcher, lessonNow, onGuess, onTape } = props;
  const now = view.lesson["now"];
  const network = shownNetwork(view);
  const state = useStory(props.stories, now?.round ?? 0, network);
  const faults = useMemo(() => faultsIn(view, network ?? ""), [view.faults, network]);
  if (state.kind !== "here") return <StoryWaiting state={state} />;
  const step = debriefSteps.find((one) => one === now?.step) ?? debriefSteps[0];
  const isMine = now?.network === network && now?.seat !== undefined;
  return (
    <Debrief
      {...{ view, watcher, faults, step, lessonNow }}
      story={state.story}
      {...(isMine && now?.seat !== undefined ? { me: now.seat } : {})}
      {...(onGuess === undefined ? {} : { onGuess })}
      {...(onTape === undefined ? {} : { onTape })}
    />
  );
}

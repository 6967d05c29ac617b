import "./lesson.css";
import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { StorySource } from "../debrief/use-story.ts";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { presentPlayerScreen } from "../present/shell-screen.ts";
import { BriefingScreen } from "./briefing.tsx";
import { Broken } from "./broken.tsx";
import { LineBanner } from "./line-banner.tsx";
import { Lobby } from "./lobby.tsx";
import { Meanwhile } from "./meanwhile.tsx";
import { fetchRoundAhead, Play } from "./play.tsx";
import { ResultScreen } from "./result.tsx";
import { useModule } from "./use-module.ts";
import { Waiting } from "./waiting.tsx";

/** What a room and a practice put differently into the same screens. */
export type PlayerLessonProps = {
  readonly link: MatchLink;
  /** Stands beside the lobby, the role card and the result. */
  readonly aside?: ComponentChildren;
  /** What can follow a result. */
  readonly next: ComponentChildren;
  /** What the mission of a result was about. */
  readonly explained?: ComponentChildren;
  /** Stands under a result. */
  readonly below?: ComponentChildren;
  /** Where a room tells what happened in its rounds. */
  readonly stories?: StorySource;
  /** What stands when the lesson is over for this page. */
  readonly over: ComponentChildren;
  readonly onLeave: () => void;
};

/** A lesson as a player lives it, from the lobby to the last result. */
export function PlayerLesson(props: PlayerLessonProps) {
  useEffect(fetchRoundAhead, []);
  return (
    <>
      <LineBanner link={props.link} />
      <PlayerScreen {...props} />
    </>
  );
}

function PlayerScreen(props: PlayerLessonProps) {
  const { link, aside, next, explained, below, stories, over, onLeave } = props;
  const screen = useComputed(() => presentPlayerScreen(link.view.value, link.line.value));
  switch (screen.value) {
    case "entering":
    case "host":
      return <Waiting name="join" words={text.value.shell.working} />;
    case "lobby":
      return <Lobby link={link} aside={aside} />;
    case "briefing":
      return <BriefingScreen link={link} aside={aside} />;
    case "play":
      return (
        <>
          <Play link={link} onLeave={onLeave} />
          <Meanwhile link={link} />
        </>
      );
    case "result":
      return (
        <ResultScreen
          {...{ link, aside, next, explained }}
          below={stories === undefined ? below : <OwnLook link={link} stories={stories} />}
        />
      );
    case "debrief":
      return stories === undefined ? null : <LookBack link={link} stories={stories} />;
    case "over":
      return over;
  }
}

// Needed only when a round is over.
const fetchDebrief = () => import("../debrief/debrief-screen.tsx");
const fetchOwnDebrief = () => import("../debrief/own-debrief.tsx");

type LookProps = { readonly link: MatchLink; readonly stories: StorySource };

/** Looking back together. */
function LookBack(props: LookProps) {
  const fetched = useModule(fetchDebrief);
  if (fetched.kind === "here") return <fetched.module.DebriefScreen {...props} />;
  if (fetched.kind === "broken") return <Broken />;
  return <Waiting name="debrief" words={text.value.shell.working} />;
}

/** Looking back by oneself, under a result. */
function OwnLook(props: LookProps) {
  const fetched = useModule(fetchOwnDebrief);
  return fetched.kind === "here" ? <fetched.module.OwnDebrief {...props} /> : null;
}

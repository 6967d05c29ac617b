import "./lesson.css";
import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";
import { presentPlayerScreen } from "../present/shell-screen.ts";
import { BriefingScreen } from "./briefing.tsx";
import { LineBanner } from "./line-banner.tsx";
import { Lobby } from "./lobby.tsx";
import { fetchRoundAhead, Play } from "./play.tsx";
import { ResultScreen } from "./result.tsx";
import { Waiting } from "./waiting.tsx";

/** What a room and a practice put differently into the same screens. */
export type PlayerLessonProps = {
  readonly link: MatchLink;
  /** Stands beside the lobby, the role card and the result. */
  readonly aside?: ComponentChildren;
  /** What can follow a result. */
  readonly next: ComponentChildren;
  /** Stands under a result. */
  readonly below?: ComponentChildren;
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

function PlayerScreen({ link, aside, next, below, over, onLeave }: PlayerLessonProps) {
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
      return <Play link={link} onLeave={onLeave} />;
    case "result":
      return <ResultScreen link={link} aside={aside} next={next} below={below} />;
    case "over":
      return over;
  }
}

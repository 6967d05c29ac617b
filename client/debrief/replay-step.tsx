import { useEffect, useMemo } from "preact/hooks";
import { useMedia } from "../console/use-media.ts";
import { text } from "../look/language.ts";
import { placesOf } from "../present/debrief-places.ts";
import { lettersAt, mapAt } from "../present/debrief-replay.ts";
import type { Riddle } from "../present/debrief-riddle.ts";
import type { DebriefProps } from "./debrief-props.ts";
import { Counts } from "./guess-step.tsx";
import { MomentList } from "./moment-list.tsx";
import { ReplayControls, Timeline } from "./replay-controls.tsx";
import { RiddleAnswer } from "./riddle-answer.tsx";
import { StoryMap } from "./story-map.tsx";
import { type Replay, useReplay } from "./use-replay.ts";
import { type Tape, useTape } from "./use-tape.ts";

/** The scene of the riddle begins a little before its letter's last way, and goes on a little after its end. */
const sceneMs = { before: 2_500, after: 3_500 } as const;
const mostMoments = { listed: 12, shown: 3 } as const;

type ReplayProps = DebriefProps & { readonly riddle: Riddle | undefined };
type Running = ReplayProps & { readonly replay: Replay; readonly tape: Tape };

/** What really happened: the whole round on a tape. It begins with the letter that was guessed about. */
export function ReplayStep(props: ReplayProps) {
  const { story, riddle, faults } = props;
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const isShown = props.watcher === "screen";
  const tape = useTape(story, faults);
  const replay = useReplay({
    at: Math.max(0, sceneStart(riddle)),
    endMs: story.endedAt,
    isPlaying: !isStill || isShown,
  });
  useShow(replay, isShown ? (riddle?.at ?? 0) : undefined);
  const running = { ...props, replay, tape };
  return (
    <div class="debrief-both">
      <div class="replay">
        <ReplayMap {...running} />
        {!isShown && <ReplayControls replay={replay} moments={tape.moments} />}
      </div>
      <div class="debrief-side">{isShown ? <Shown {...running} /> : <Steered {...running} />}</div>
    </div>
  );
}

const sceneStart = (riddle: Riddle | undefined): number =>
  riddle === undefined ? 0 : riddle.hop.departAt - sceneMs.before;

function ReplayMap(props: Running) {
  const { story, riddle, replay, tape } = props;
  const places = useMemo(() => placesOf(story, text.value), [story, text.value]);
  return (
    <StoryMap
      view={mapAt(story, tape.changes, tape.waits, replay.at())}
      label={text.value.debrief.replay.map}
      letters={() => lettersAt(story, replay.at())}
      playNow={replay.at}
    >
      {riddle !== undefined && <Counts {...props} places={places} answer={riddle.place} />}
    </StoryMap>
  );
}

/** Beside the map for somebody who can press something. */
function Steered(props: Running) {
  const { riddle, replay, tape } = props;
  const playScene = () => {
    replay.setSpeed(1);
    replay.play();
    replay.seek(sceneStart(riddle));
  };
  return (
    <>
      {riddle !== undefined && <RiddleAnswer {...props} riddle={riddle} onScene={playScene} />}
      <MomentList moments={tape.moments} most={mostMoments.listed} onGoTo={replay.seek} />
    </>
  );
}

/** Beside the map on the big screen. */
function Shown(props: Running) {
  const { riddle, replay, tape } = props;
  return (
    <>
      {riddle !== undefined && <RiddleAnswer {...props} riddle={riddle} />}
      <Timeline replay={replay} moments={tape.moments} isStill />
      <MomentList moments={tape.moments} most={mostMoments.shown} />
    </>
  );
}

/** After the scene the big screen shows the whole round by itself, a little faster. */
function useShow(replay: Replay, sceneEndsAt: number | undefined): void {
  const isOver = sceneEndsAt !== undefined && replay.at() > sceneEndsAt + sceneMs.after;
  const isScene = replay.speed === 1;
  useEffect(() => {
    if (!isOver || !isScene) return;
    replay.setSpeed(4);
    replay.seek(0);
    replay.play();
  }, [isOver, isScene]);
}

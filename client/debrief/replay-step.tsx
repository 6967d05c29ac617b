import { useMemo, useState } from "preact/hooks";
import { useMedia } from "../console/use-media.ts";
import { text } from "../look/language.ts";
import { placesOf } from "../present/debrief-places.ts";
import { lettersAt, mapAt } from "../present/debrief-replay.ts";
import type { Riddle } from "../present/debrief-riddle.ts";
import { type SharedTape, sharedTape, tapeAt } from "../present/debrief-tape.ts";
import type { DebriefProps } from "./debrief-props.ts";
import { Counts } from "./guess-step.tsx";
import { MomentList } from "./moment-list.tsx";
import { ReplayControls, Timeline } from "./replay-controls.tsx";
import { RiddleAnswer } from "./riddle-answer.tsx";
import { StoryMap } from "./story-map.tsx";
import { type Reel, type ReplayStart, useFollowed, useReplay } from "./use-replay.ts";
import { type Tape, useTape } from "./use-tape.ts";

/** The scene of the riddle begins a little before its letter's last way. */
const sceneLeadMs = 2_500;
const mostMoments = { listed: 12, shown: 3 } as const;

type ReplayProps = DebriefProps & { readonly riddle: Riddle | undefined };
type Running = ReplayProps & { readonly reel: Reel; readonly tape: Tape };

/** What really happened: the whole round on a tape, which the host moves for everybody. */
export function ReplayStep(props: ReplayProps) {
  const { view, watcher } = props;
  const [isAlone, setAlone] = useState(watcher === "alone" || watcher === "host");
  const led = sharedTape(view);
  if (!isAlone && led !== undefined)
    return <Followed {...props} led={led} onLeave={() => setAlone(true)} />;
  return (
    <Own
      {...props}
      {...(watcher === "pupil" && isAlone ? { onBack: () => setAlone(false) } : {})}
    />
  );
}

/** Begins with the letter that was guessed about, or where the host's tape stands already. */
function useStart({ story, riddle, view, lessonNow }: ReplayProps): Omit<ReplayStart, "onMove"> {
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const endMs = story.endedAt;
  const led = sharedTape(view);
  if (led !== undefined && lessonNow !== undefined)
    return { at: tapeAt(led, lessonNow(), endMs), endMs, rate: led.rate };
  return { at: sceneStart(riddle), endMs, rate: isStill ? 0 : 1 };
}

/** With the tape in one's own hands; a host's hands move everybody's. */
function Own(props: ReplayProps & { readonly onBack?: () => void }) {
  const { story, riddle, faults, onTape, onBack } = props;
  const tape = useTape(story, faults);
  const start = useStart(props);
  const replay = useReplay({ ...start, ...(onTape === undefined ? {} : { onMove: onTape }) });
  const running = { ...props, reel: replay, tape };
  const playScene = () => {
    replay.setSpeed(1);
    replay.play();
    replay.seek(sceneStart(riddle));
  };
  if (props.watcher === "screen") return <Shown {...running} />;
  return (
    <div class="debrief-both">
      <div class="replay">
        <ReplayMap {...running} />
        <ReplayControls replay={replay} moments={tape.moments} />
        {onBack !== undefined && (
          <button type="button" class="link" onClick={onBack}>
            {text.value.debrief.replay.together}
          </button>
        )}
      </div>
      <div class="debrief-side">
        {riddle !== undefined && <RiddleAnswer {...props} riddle={riddle} onScene={playScene} />}
        <MomentList moments={tape.moments} most={mostMoments.listed} onGoTo={replay.seek} />
      </div>
    </div>
  );
}

/** With everybody else: the host has the tape. A pupil may go on alone. */
function Followed(props: ReplayProps & { readonly led: SharedTape; readonly onLeave: () => void }) {
  const { story, riddle, faults, led, lessonNow = () => led.since } = props;
  const tape = useTape(story, faults);
  const reel = useFollowed(led, lessonNow, story.endedAt);
  const running = { ...props, reel, tape };
  if (props.watcher === "screen") return <Shown {...running} />;
  return (
    <div class="debrief-both">
      <div class="replay">
        <ReplayMap {...running} />
        <Timeline reel={reel} moments={tape.moments} />
        <button type="button" class="link" onClick={props.onLeave}>
          {text.value.debrief.replay.alone}
        </button>
      </div>
      <div class="debrief-side">
        {riddle !== undefined && <RiddleAnswer {...props} riddle={riddle} />}
        <MomentList moments={tape.moments} most={mostMoments.listed} />
      </div>
    </div>
  );
}

/** On the big screen, where nobody can press anything. */
function Shown(props: Running) {
  const { riddle, reel, tape } = props;
  return (
    <div class="debrief-both">
      <div class="replay">
        <ReplayMap {...props} />
      </div>
      <div class="debrief-side">
        {riddle !== undefined && <RiddleAnswer {...props} riddle={riddle} />}
        <Timeline reel={reel} moments={tape.moments} />
        <MomentList moments={tape.moments} most={mostMoments.shown} />
      </div>
    </div>
  );
}

const sceneStart = (riddle: Riddle | undefined): number =>
  riddle === undefined ? 0 : Math.max(0, riddle.hop.departAt - sceneLeadMs);

function ReplayMap(props: Running) {
  const { story, riddle, reel, tape } = props;
  const places = useMemo(() => placesOf(story, text.value), [story, text.value]);
  return (
    <StoryMap
      view={mapAt(story, tape.changes, tape.waits, reel.at())}
      label={text.value.debrief.replay.map}
      letters={() => lettersAt(story, reel.at())}
      playNow={reel.at}
    >
      {riddle !== undefined && <Counts {...props} places={places} answer={riddle.place} />}
    </StoryMap>
  );
}

import { Segments } from "../console/segments.tsx";
import { text } from "../look/language.ts";
import { clockWords, type Moment } from "../present/debrief-moments.ts";
import { type Reel, type Replay, replaySpeeds } from "./use-replay.ts";

/** The tape of a round: play and pause, how fast, and where; marks show when something happened. */
export function ReplayControls(props: {
  readonly replay: Replay;
  readonly moments: readonly Moment[];
}) {
  const { replay } = props;
  const words = text.value.debrief.replay;
  return (
    <div class="replay-controls">
      <button
        type="button"
        class="button first"
        onClick={replay.isPlaying ? replay.pause : replay.play}
      >
        {replay.isPlaying ? words.pause : words.play}
      </button>
      <Timeline reel={replay} moments={props.moments} onSeek={replay.seek} />
      <button type="button" class="button" onClick={() => replay.seek(0)}>
        {words.fromStart}
      </button>
      <Segments
        legend={words.speed}
        options={replaySpeeds.map((speed) => ({ value: speed, label: words.times(speed) }))}
        value={replay.speed}
        onChoose={replay.setSpeed}
      />
    </div>
  );
}

/** Where the tape stands; whoever has it in their hands can pull it anywhere. */
export function Timeline(props: {
  readonly reel: Reel;
  readonly moments: readonly Moment[];
  readonly onSeek?: (ms: number) => void;
}) {
  const { reel: replay, moments, onSeek } = props;
  const words = text.value.debrief.replay;
  const at = replay.at();
  const said = words.at(clockWords(at), clockWords(replay.endMs));
  return (
    <div class="replay-line">
      <span class="replay-marks" aria-hidden="true">
        {moments.map((moment) => (
          <span
            key={`${moment.at} ${moment.words}`}
            class={`replay-mark ${moment.kind}`}
            style={`left: ${((moment.at / replay.endMs) * 100).toFixed(2)}%`}
          />
        ))}
      </span>
      {onSeek === undefined ? (
        <progress max={replay.endMs} value={at} aria-label={words.position} />
      ) : (
        <input
          type="range"
          min="0"
          max={replay.endMs}
          step="500"
          value={at}
          aria-label={words.position}
          aria-valuetext={said}
          onInput={(event) => onSeek(event.currentTarget.valueAsNumber)}
        />
      )}
      <output class="replay-time">{said}</output>
    </div>
  );
}

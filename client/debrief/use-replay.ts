import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type TapeRate, tapeRates } from "../../shared/contract/intent.ts";
import { rateOf, type SharedTape, tapeAt } from "../present/debrief-tape.ts";

type ReplaySpeed = Exclude<TapeRate, 0>;

/** How many times faster than it was a round can be looked at. */
export const replaySpeeds: readonly ReplaySpeed[] = tapeRates.filter((rate) => rate !== 0);

/** A round being looked at again, where it stands. All times are play time. */
export type Reel = {
  at(): number;
  readonly endMs: number;
};

/** One's own reel, and what can be done about it. */
export type Replay = Reel & {
  readonly isPlaying: boolean;
  readonly speed: ReplaySpeed;
  play(): void;
  pause(): void;
  seek(ms: number): void;
  setSpeed(speed: ReplaySpeed): void;
};

/** What a replay begins with. `onMove` hears where it stands and how fast it goes on, whenever that was changed. */
export type ReplayStart = {
  readonly at: number;
  readonly endMs: number;
  readonly rate: TapeRate;
  readonly onMove?: (at: number, rate: TapeRate) => void;
};

const looksPerSecond = 8;

/** Looks at a round again while a component stands; it draws itself anew often enough for a clock and a map. */
export function useReplay({ at: first, endMs, rate, onMove }: ReplayStart): Replay {
  const [isPlaying, setPlaying] = useState(rate !== 0);
  const [speed, setSpeed] = useState<ReplaySpeed>(rate === 0 ? 1 : rate);
  const from = useRef({ at: first, since: performance.now() });
  const now = useRef({ isPlaying, speed });
  now.current = { isPlaying, speed };
  const look = useLooks(isPlaying);
  const at = useMemo(() => {
    return (): number => {
      const passed = now.current.isPlaying ? performance.now() - from.current.since : 0;
      return Math.min(endMs, from.current.at + passed * now.current.speed);
    };
  }, [endMs]);
  const move = (ms: number, next: { readonly isPlaying: boolean; readonly speed: ReplaySpeed }) => {
    from.current = { at: Math.min(endMs, Math.max(0, ms)), since: performance.now() };
    now.current = next;
    setPlaying(next.isPlaying);
    setSpeed(next.speed);
    look();
    onMove?.(Math.round(from.current.at), rateOf(next.speed, next.isPlaying));
  };
  useEffect(() => {
    if (isPlaying && at() >= endMs) move(endMs, { isPlaying: false, speed });
  });
  useEffect(() => onMove?.(Math.round(first), rate), []);
  return {
    ...{ at, endMs, isPlaying, speed },
    play: () => move(at() >= endMs ? 0 : at(), { ...now.current, isPlaying: true }),
    pause: () => move(at(), { ...now.current, isPlaying: false }),
    seek: (ms) => move(ms, now.current),
    setSpeed: (wish) => move(at(), { ...now.current, speed: wish }),
  };
}

/** The reel that the host leads: it stands where theirs does. */
export function useFollowed(tape: SharedTape, lessonNow: () => number, endMs: number): Reel {
  useLooks(tape.rate !== 0);
  return { endMs, at: () => tapeAt(tape, lessonNow(), endMs) };
}

/** Draws a component anew, often enough while something moves; the answer does it once. */
function useLooks(isMoving: boolean): () => void {
  const [, setLook] = useState(0);
  const look = () => setLook((count) => count + 1);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(look, 1000 / looksPerSecond);
    return () => clearInterval(timer);
  }, [isMoving]);
  return look;
}

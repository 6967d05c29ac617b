import { useEffect, useMemo, useRef, useState } from "preact/hooks";

/** How many times faster than it was a round can be looked at. */
export const replaySpeeds = [1, 4, 16] as const;
type ReplaySpeed = (typeof replaySpeeds)[number];

/** A round being looked at again: where it stands, and what can be done about it. All times are play time. */
export type Replay = {
  at(): number;
  readonly endMs: number;
  readonly isPlaying: boolean;
  readonly speed: ReplaySpeed;
  play(): void;
  pause(): void;
  seek(ms: number): void;
  setSpeed(speed: ReplaySpeed): void;
};

/** What a replay begins with. */
export type ReplayStart = {
  readonly at: number;
  readonly endMs: number;
  readonly isPlaying: boolean;
};

const looksPerSecond = 8;

/** Looks at a round again while a component stands; it draws itself anew often enough for a clock and a map. */
export function useReplay({ at: first, endMs, isPlaying: starts }: ReplayStart): Replay {
  const [isPlaying, setPlaying] = useState(starts);
  const [speed, setSpeed] = useState<ReplaySpeed>(1);
  const [, setLook] = useState(0);
  const from = useRef({ at: first, since: performance.now() });
  const now = useRef({ isPlaying, speed });
  now.current = { isPlaying, speed };
  const reel = useMemo(() => {
    const at = (): number => {
      const passed = now.current.isPlaying ? performance.now() - from.current.since : 0;
      return Math.min(endMs, from.current.at + passed * now.current.speed);
    };
    const seek = (ms: number): void => {
      from.current = { at: Math.min(endMs, Math.max(0, ms)), since: performance.now() };
      setLook((look) => look + 1);
    };
    return { at, seek };
  }, [endMs]);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      setLook((look) => look + 1);
      if (reel.at() < endMs) return;
      reel.seek(endMs);
      setPlaying(false);
    }, 1000 / looksPerSecond);
    return () => clearInterval(timer);
  }, [isPlaying, reel, endMs]);
  return {
    ...{ ...reel, endMs, isPlaying, speed },
    play: () => {
      reel.seek(reel.at() >= endMs ? 0 : reel.at());
      setPlaying(true);
    },
    pause: () => {
      reel.seek(reel.at());
      setPlaying(false);
    },
    setSpeed: (wish) => {
      reel.seek(reel.at());
      setSpeed(wish);
    },
  };
}

import { useEffect, useMemo, useRef } from "preact/hooks";
import type { DebriefProps } from "./debrief-props.ts";

type Tell = NonNullable<DebriefProps["onTape"]>;

/** A hand that pulls a tape moves it faster than a class needs to see. */
const restMs = 120;

/** Tells where a tape was moved to, once the hand rests for a moment. */
export function useLead(tell: Tell): Tell {
  const latest = useRef(tell);
  latest.current = tell;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => (at, rate) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(at, rate), restMs);
    },
    [],
  );
}

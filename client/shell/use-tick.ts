import { useEffect, useState } from "preact/hooks";

/** Draws a component anew while it stands, often enough for a clock that shows seconds. */
export function useTick(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 200);
    return () => clearInterval(timer);
  }, []);
}

import { useEffect, useState } from "preact/hooks";

/** Draws a component anew so many times a second while it stands and somebody looks. */
export function useFrames(perSecond: number): void {
  const [, setFrame] = useState(0);
  useEffect(() => {
    let last = 0;
    let handle = requestAnimationFrame(function draw(now) {
      handle = requestAnimationFrame(draw);
      if (now - last < 1000 / perSecond - 4) return;
      last = now;
      setFrame(now);
    });
    return () => cancelAnimationFrame(handle);
  }, [perSecond]);
}

import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

const lookEveryMs = 40;
const restMs = 4_000;
const msPerPixel = 40;

/** Scrolls something that nobody can scroll: slowly to its end, and after a while from the start again. */
export function useSlowScroll(element: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const began = performance.now();
    const timer = setInterval(() => {
      const { current } = element;
      if (current === null) return;
      const way = current.scrollHeight - current.clientHeight;
      const passed = (performance.now() - began) % (way * msPerPixel + 2 * restMs);
      current.scrollTop = Math.max(0, Math.min(way, (passed - restMs) / msPerPixel));
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [element, isOn]);
}

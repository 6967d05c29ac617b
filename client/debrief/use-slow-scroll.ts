import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { useMedia } from "../console/use-media.ts";

const lookEveryMs = 40;
const restMs = 4_000;
const msPerPixel = 40;
const pageShare = 0.6;

/**
 * Scrolls something that nobody can scroll: slowly to its end, and after a while from the start again; page by page where
 * no motion is wanted.
 */
export function useSlowScroll(element: RefObject<HTMLElement | null>, isOn: boolean): void {
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  useEffect(() => {
    if (!isOn) return;
    const began = performance.now();
    const timer = setInterval(() => {
      const { current } = element;
      if (current === null) return;
      const { scrollHeight, clientHeight } = current;
      const place = placeAfter(performance.now() - began, scrollHeight - clientHeight);
      current.scrollTop = isStill ? pageOf(place, clientHeight) : place;
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [element, isOn, isStill]);
}

function placeAfter(ms: number, way: number): number {
  const passed = ms % (way * msPerPixel + 2 * restMs);
  return Math.max(0, Math.min(way, (passed - restMs) / msPerPixel));
}

/** A page overlaps the one before: whatever is cut on the one is whole on the other. */
function pageOf(place: number, height: number): number {
  const step = height * pageShare;
  return Math.ceil(place / step) * step;
}

import type { Hand } from "../present/hand.ts";
import { exitAt } from "../present/router-desk.ts";
import type { DeskState } from "./desk-state.ts";
import { letFall } from "./pick.ts";

/** How far the pointer moves, in pixels, before a press becomes a drag. */
const slackPx = 6;

/** Follows the pointer that went down on a letter or a pin; where it is let go, that falls into the place below. */
export function startDrag(down: PointerEvent, desk: DeskState, hand: Hand): void {
  const card = down.currentTarget;
  if (!(card instanceof HTMLElement) || down.button !== 0 || !down.isPrimary) return;
  const over = new AbortController();
  const listen = { signal: over.signal };
  card.setPointerCapture(down.pointerId);

  const move = ({ clientX: x, clientY: y }: PointerEvent) => {
    const isFar = Math.hypot(x - down.clientX, y - down.clientY) > slackPx;
    if (!isFar && desk.carried.value === undefined) return;
    desk.hand.value = hand;
    desk.carried.value = { hand, x, y, over: placeUnder(desk, x, y) };
  };
  const end = (event: PointerEvent) => {
    over.abort();
    const carried = desk.carried.value;
    desk.carried.value = undefined;
    if (carried === undefined) return;
    swallowClick(card);
    if (event.type === "pointerup" && carried.over !== undefined) letFall(desk, hand, carried.over);
  };
  card.addEventListener("pointermove", move, listen);
  card.addEventListener("pointerup", end, listen);
  card.addEventListener("pointercancel", end, listen);
}

/** The place under a point of the page: one of the desk, or an exit on the map. */
function placeUnder(desk: DeskState, x: number, y: number): string | undefined {
  const under = document.elementFromPoint(x, y);
  const place = under?.closest<HTMLElement>("[data-place]")?.dataset["place"];
  if (place !== undefined) return place;
  const target = desk.map.value?.targetAt(x, y);
  return target && exitAt(desk.link.view.value, target);
}

/** The click that ends a drag would pick the letter again. */
function swallowClick(card: HTMLElement): void {
  const swallow = (event: Event) => event.stopPropagation();
  card.addEventListener("click", swallow, { capture: true });
  setTimeout(() => card.removeEventListener("click", swallow, { capture: true }));
}

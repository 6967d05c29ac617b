import type { DeskState } from "../../input/desk-state.ts";
import { startDrag } from "../../input/drag.ts";
import { pickUp, returnPin } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { freePin, holdsSame } from "../../present/hand.ts";
import { type PinTray as Pins, pinTrayId, pinTrayKey } from "../../present/routes.ts";
import { PinPicture } from "./pin-picture.tsx";

/** The pins that are on no row: to be taken from here, and laid back. */
export function PinTray({ desk, tray }: { readonly desk: DeskState; readonly tray: Pins }) {
  const words = text.value.desk.router;
  const hand = desk.hand.value;
  const isPinned = hand?.kind === "pin" && desk.link.view.value.routes[hand.id]?.pin !== undefined;
  if (isPinned) {
    return (
      <button
        type="button"
        class="pin-tray returns"
        data-place={pinTrayId}
        aria-keyshortcuts={pinTrayKey}
        onClick={() => returnPin(desk)}
      >
        {words.takeOff} <kbd>{pinTrayKey}</kbd>
      </button>
    );
  }
  return (
    <button
      type="button"
      class="pin-tray"
      data-place={pinTrayId}
      aria-label={`${words.freePin}, ${words.pinsLeft(tray.free, tray.slots)}`}
      aria-pressed={hand !== undefined && holdsSame(hand, freePin)}
      disabled={tray.free === 0}
      onClick={() => pickUp(desk, freePin)}
      onPointerDown={(event) => startDrag(event, desk, freePin)}
    >
      {Array.from({ length: tray.slots }, (_, index) => (
        <PinPicture key={`${index + 1}`} isGone={index >= tray.free} />
      ))}
      <span>{words.pinsLeft(tray.free, tray.slots)}</span>
    </button>
  );
}

import { useEffect } from "preact/hooks";
import type { DeskState } from "../input/desk-state.ts";
import { focusOf, type KeyCommand, keyCommand } from "../input/key-command.ts";
import {
  drop,
  inHand,
  pickConnection,
  pickRow,
  pickSlot,
  placePicked,
  returnPin,
} from "../input/pick.ts";
import { pressSegmentKey, sendCardAt, sendOpenSegment } from "../input/segment-keys.ts";
import { decide, sendSlip } from "../input/verbs.ts";
import { text } from "../look/language.ts";
import { errandInHand } from "../present/client-desk.ts";
import { presentDeskPlaces } from "../present/desk-places.ts";
import { tcpDesk } from "../present/held-duties.ts";
import { pinTrayKey } from "../present/routes.ts";
import { choiceAt, isResending, presentSentErrands } from "../present/sent-errands.ts";
import { presentSlip } from "../present/slip.ts";

/** Plays the desk by keys while it stands; what is typed into fields stays there. */
export function useDeskKeys(desk: DeskState): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const covered = document.querySelector(".desk[inert], dialog[open]") !== null;
      const { code, altKey, ctrlKey, metaKey, shiftKey, isComposing, repeat } = event;
      const keys = { code, altKey, ctrlKey, metaKey, shiftKey, isComposing, repeat };
      const command = covered ? undefined : keyCommand({ ...keys, in: focusOf(event.target) });
      if (command !== undefined) follow(desk, command);
    };
    document.addEventListener("keydown", press);
    document.addEventListener("mousedown", leaveFocus);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("mousedown", leaveFocus);
    };
  }, [desk]);
}

/** A button that is pressed with the mouse does not get the focus: Enter is to send what was put together with it. */
function leaveFocus(event: MouseEvent): void {
  const isAtButton = event.target instanceof Element && event.target.closest("button") !== null;
  if (!isAtButton || document.querySelector("dialog[open]") !== null) return;
  event.preventDefault();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function follow(desk: DeskState, command: KeyCommand): void {
  switch (command.kind) {
    case "pick":
      return pickNumber(desk, command.slot);
    case "pickRow":
      pickRow(desk, command.number);
      return pickConnection(desk, command.number);
    case "press":
      return press(desk, command.key);
    case "send":
      return tcpDesk(desk.link.view.value) === undefined
        ? sendOpenSlip(desk)
        : sendOpenSegment(desk);
    case "drop":
      return drop(desk);
  }
}

/** A digit takes a letter off the belt; where cards are sent, it sends one. */
const pickNumber = (desk: DeskState, number: number): void =>
  tcpDesk(desk.link.view.value) === "sending" ? sendCardAt(desk, number) : pickSlot(desk, number);

/** The key of a place, of an errand's choice, or of the pins' tray; no two of them share one at a desk. */
function press(desk: DeskState, key: string): void {
  if (pressSegmentKey(desk, key)) return;
  const view = desk.link.view.value;
  if (key === pinTrayKey) returnPin(desk);
  const errands = isResending(view)
    ? presentSentErrands(view, text.value, desk.link.playNow())
    : [];
  const chosen = choiceAt(errands, key);
  if (chosen !== undefined) return decide(desk, chosen.errand, chosen.choice);
  const card = presentDeskPlaces(view, text.value, inHand(desk)).find((place) => place.key === key);
  if (card !== undefined) placePicked(desk, card);
}

function sendOpenSlip(desk: DeskState): void {
  const view = desk.link.view.value;
  const errand = errandInHand(view, desk.chosenErrand.value);
  if (errand === undefined) return;
  const slip = presentSlip(view, text.value, errand, desk.drafts.value[errand] ?? {});
  // Sending again is meant, or it is not done: the button is there for it.
  if (!slip.again) sendSlip(desk, slip);
}

import { useEffect } from "preact/hooks";
import type { DeskState } from "../input/desk-state.ts";
import { focusOf, type KeyCommand, keyCommand } from "../input/key-command.ts";
import { drop, pickSlot, placePicked } from "../input/pick.ts";
import { sendSlip } from "../input/verbs.ts";
import { text } from "../look/language.ts";
import { errandInHand } from "../present/client-desk.ts";
import { presentDeskPlaces } from "../present/desk-places.ts";
import { presentSlip } from "../present/slip.ts";

/** Plays the desk by keys while it stands; what is typed into fields stays there. */
export function useDeskKeys(desk: DeskState): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const covered = document.querySelector(".desk[inert], dialog[open]") !== null;
      const { code, altKey, ctrlKey, metaKey, isComposing, repeat } = event;
      const at = { code, altKey, ctrlKey, metaKey, isComposing, repeat, in: focusOf(event.target) };
      const command = covered ? undefined : keyCommand(at);
      if (command !== undefined) follow(desk, command);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [desk]);
}

function follow(desk: DeskState, command: KeyCommand): void {
  switch (command.kind) {
    case "pick":
      return pickSlot(desk, command.slot);
    case "place":
      return placeByKey(desk, command.key);
    case "send":
      return sendOpenSlip(desk);
    case "drop":
      return drop(desk);
  }
}

function placeByKey(desk: DeskState, key: string): void {
  const places = presentDeskPlaces(desk.link.view.value, text.value, desk.picked.value);
  const card = places.find((place) => place.key === key);
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

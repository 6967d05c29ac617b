import { type BeltLetter, beltLetter, presentBelt } from "../present/belt.ts";
import type { PlaceCard } from "../present/place.ts";
import type { DeskState } from "./desk-state.ts";
import { placeLetter } from "./verbs.ts";

/** The letter in the hand, while it is still on the belt. */
export const letterInHand = (desk: DeskState): BeltLetter | undefined =>
  beltLetter(desk.link.view.value, desk.picked.value);

/** Takes a letter of the belt into the hand, or lays it back. */
export function pickLetter(desk: DeskState, letter: string): void {
  desk.refusal.value = undefined;
  desk.picked.value = desk.picked.value === letter ? undefined : letter;
}

/** Takes the letter in a slot into the hand, if one lies there. */
export function pickSlot(desk: DeskState, slot: number): void {
  const letter = presentBelt(desk.link.view.value)[slot - 1];
  if (letter !== undefined) pickLetter(desk, letter.id);
}

/** Puts the picked letter into a place; without one, says to pick one first. */
export function placePicked(desk: DeskState, card: PlaceCard): void {
  const letter = letterInHand(desk);
  if (letter === undefined) desk.refusal.value = "pickFirst";
  else placeLetter(desk, letter.id, card.place);
}

/** Lays back what is in the hand and closes what is open. */
export function drop(desk: DeskState): void {
  desk.picked.value = undefined;
  desk.carried.value = undefined;
  desk.panel.value = undefined;
}

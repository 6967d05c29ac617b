import type { LinkId } from "../../shared/device/act.ts";
import { type BeltLetter, beltLetter, presentBelt } from "../present/belt.ts";
import { connectionAt } from "../present/connections.ts";
import { freePin, type Hand, holdsSame } from "../present/hand.ts";
import { tcpDesk } from "../present/held-duties.ts";
import { type Place, type PlaceCard, parsePlaceId } from "../present/place.ts";
import {
  type PinSpot,
  parsePinSpotId,
  pinTrayId,
  presentPinTray,
  rowAt,
} from "../present/routes.ts";
import type { DeskState } from "./desk-state.ts";
import { placeLetter, putPin, takePin } from "./verbs.ts";

/** What is in the hand, while it is still there. */
export function inHand(desk: DeskState): Hand | undefined {
  const hand = desk.hand.value;
  return hand !== undefined && isThere(desk, hand) ? hand : undefined;
}

/** The letter in the hand, while it is still on the belt. */
export function letterInHand(desk: DeskState): BeltLetter | undefined {
  const hand = desk.hand.value;
  return hand?.kind === "letter" ? beltLetter(desk.link.view.value, hand.id) : undefined;
}

/** Takes something into the hand, or lays it back. */
export function pickUp(desk: DeskState, hand: Hand): void {
  desk.refusal.value = undefined;
  desk.hand.value = holdsSame(desk.hand.value, hand) ? undefined : hand;
}

/** Takes the letter in a slot into the hand, if one lies there. */
export function pickSlot(desk: DeskState, slot: number): void {
  const letter = presentBelt(desk.link.view.value)[slot - 1];
  if (letter !== undefined) pickUp(desk, { kind: "letter", id: letter.id });
}

/** Takes the pin for a row of the routing table into the hand, where there are pins. */
export function pickRow(desk: DeskState, number: number): void {
  const view = desk.link.view.value;
  const row = rowAt(view, number);
  if (row === undefined || presentPinTray(view) === undefined) return;
  pickUp(desk, { kind: "pin", id: row });
}

/** Puts what is in the hand into a place; with an empty hand, says to pick something first. */
export function placePicked(desk: DeskState, { place }: PlaceCard): void {
  const hand = inHand(desk);
  if (hand === undefined) desk.refusal.value = "pickFirst";
  else putInto(desk, hand, place);
}

/** Takes the connection with a number into the hand, where connections are played. */
export function pickConnection(desk: DeskState, number: number): void {
  const view = desk.link.view.value;
  const socket = connectionAt(view, number);
  if (socket !== undefined && tcpDesk(view) !== undefined) {
    pickUp(desk, { kind: "connection", id: socket });
  }
}

/** Sticks a pin there, or takes off the one that is there; a pin in the hand leaves the row it was on. */
export function pressSpot(desk: DeskState, { row, exit }: PinSpot): void {
  const hand = desk.hand.value;
  if (pinOn(desk, row) === exit) return takePin(desk, row);
  const isMoved = hand?.kind === "pin" && hand.id !== row && pinOn(desk, hand.id) !== undefined;
  if (isMoved) takePin(desk, hand.id);
  putPin(desk, row, exit);
}

/** Lays the pin in the hand back among the free ones. */
export function returnPin(desk: DeskState): void {
  const hand = desk.hand.value;
  if (hand?.kind !== "pin") return;
  if (pinOn(desk, hand.id) !== undefined) takePin(desk, hand.id);
  else desk.hand.value = undefined;
}

/** Lets something fall into whatever goes by this name on the page: a place, a spot for pins, the pins' tray. */
export function letFall(desk: DeskState, hand: Hand, over: string): void {
  desk.hand.value = hand;
  const place = parsePlaceId(over);
  if (place !== undefined) return putInto(desk, hand, place);
  if (hand.kind !== "pin") return;
  const spot = parsePinSpotId(over);
  if (spot !== undefined && pinOn(desk, spot.row) !== spot.exit) pressSpot(desk, spot);
  if (over === pinTrayId) returnPin(desk);
}

/** Lays back what is in the hand and closes what is open. */
export function drop(desk: DeskState): void {
  desk.hand.value = undefined;
  desk.carried.value = undefined;
  desk.panel.value = undefined;
}

function putInto(desk: DeskState, hand: Hand, place: Place): void {
  if (hand.kind === "letter") return placeLetter(desk, hand.id, place);
  if (hand.kind === "connection") {
    desk.refusal.value = "pickFirst";
    return;
  }
  if (place.kind !== "exit") desk.refusal.value = "pinNeedsExit";
  else if (holdsSame(hand, freePin)) desk.refusal.value = "pickRow";
  else putPin(desk, hand.id, place.exit);
}

function isThere(desk: DeskState, { kind, id }: Hand): boolean {
  if (kind === "letter") return beltLetter(desk.link.view.value, id) !== undefined;
  return kind === "pin" || desk.link.view.value.connections[id] !== undefined;
}

const pinOn = (desk: DeskState, row: string): LinkId | undefined =>
  desk.link.view.value.routes[row]?.pin;

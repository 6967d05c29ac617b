import type { View, ViewRow } from "../../shared/contract/view.ts";
import { beltLetter, presentBelt } from "./belt.ts";
import { duesInOrder } from "./due-in-front.ts";
import { cardsAt, expectedNumber, readCards } from "./expected-number.ts";
import type { Hand } from "./hand.ts";

/** A slot for a card, by the number that it must begin with. */
type CardSlot = {
  readonly sequence: number;
  /** Behind all that was read, or on the shelf above a gap. */
  readonly kind: "next" | "shelf";
  /** The text of the card that lies there already. */
  readonly text: string | undefined;
};

/** What has come over one connection: the page as far as it was read, and the slots for what follows. */
export type ReceiveTray = {
  readonly socket: string;
  readonly service: string;
  readonly page: readonly { readonly sequence: number; readonly text: string }[];
  /** Undefined while nobody knows where the page begins. */
  readonly slots: readonly CardSlot[];
};

const cardOctets = 10;

/** The tray that lies open: of the connection in the hand, else of the letter in the hand, else of what waits. */
export function presentReceiveTray(view: View, hand: Hand | undefined): ReceiveTray | undefined {
  const socket = openSocket(view, hand);
  if (socket === undefined) return undefined;
  const page = readCards(view, socket).map(({ sequence, text }) => ({ sequence, text }));
  return {
    socket,
    service: view.connections[socket]?.service ?? "",
    page,
    slots: slotsFrom(view, socket),
  };
}

/** The connection whose tray lies open, at either end. */
export function openSocket(view: View, hand: Hand | undefined): string | undefined {
  if (hand?.kind === "connection" && view.connections[hand.id] !== undefined) return hand.id;
  const held = hand?.kind === "letter" ? beltLetter(view, hand.id)?.segment?.socket : undefined;
  return held ?? socketOfDue(view, duesInOrder(view, hand)[0]) ?? socketWithNews(view);
}

function slotsFrom(view: View, socket: string): readonly CardSlot[] {
  const next = expectedNumber(view, socket);
  if (next === undefined) return [];
  const shelf = cardsAt(view, socket, ["shelf"]);
  const room = Math.max(1, Math.floor((view.rules["now"]?.window ?? cardOctets) / cardOctets));
  const shown = view.rules["now"]?.goBackN === true ? 1 : room;
  return Array.from({ length: shown }, (_, index) => {
    const sequence = (next + index * cardOctets) % 2 ** 32;
    return {
      sequence,
      kind: index === 0 ? "next" : "shelf",
      text: shelf.find((card) => card.sequence === sequence)?.text,
    };
  });
}

function socketOfDue(view: View, due: ViewRow<"dues"> | undefined): string | undefined {
  if (due === undefined) return undefined;
  if (due.kind === "place") return beltLetter(view, due.about)?.segment?.socket;
  return view.connections[due.about] === undefined ? undefined : due.about;
}

/** Where something lies, else the oldest. */
function socketWithNews(view: View): string | undefined {
  const letter = presentBelt(view).find((lying) => lying?.segment !== undefined);
  const oldest = Object.entries(view.connections).toSorted(
    ([, one], [, other]) => one.order - other.order,
  )[0];
  return letter?.segment?.socket ?? oldest?.[0];
}

import type { View, ViewRow } from "../../shared/contract/view.ts";
import { cardsAt } from "./expected-number.ts";
import type { Hand } from "./hand.ts";
import { openSocket } from "./receive-tray.ts";

/** A card of a page that is to be sent. `number` counts from 1 and is the key that sends it. */
export type SendCard = {
  readonly number: number;
  readonly sequence: number;
  readonly octets: number;
  readonly text: string;
  readonly state: "unsent" | "flying" | "again";
  /** How long it has been under way. */
  readonly age: number | undefined;
  /** Whether the window lets it be under way now. */
  readonly isInWindow: boolean;
  readonly lit: boolean;
};

/** The page of one connection, from the first card on that nobody has acknowledged. */
export type SendTray = {
  readonly socket: string;
  readonly cards: readonly SendCard[];
  /** How many cards of the page do not fit on the desk yet. */
  readonly more: number;
  /** How many octets may be under way, and how many are. */
  readonly window: number;
  readonly flying: number;
};

/** As many cards as there are number keys for them. */
const shownCards = 8;

/** The tray of cards that lies open. */
export function presentSendTray(
  view: View,
  hand: Hand | undefined,
  playNow: number,
): SendTray | undefined {
  const socket = openSocket(view, hand);
  const connection = socket === undefined ? undefined : view.connections[socket];
  if (socket === undefined || connection === undefined) return undefined;
  const { window } = connection;
  const cards = cardsAt(view, socket, ["unsent", "flying"]);
  const first = cards[0]?.sequence ?? connection.acknowledged;
  return {
    socket,
    cards: cards
      .slice(0, shownCards)
      .map((card, index) => presentCard(view, card, index, first + window, playNow)),
    more: Math.max(0, cards.length - shownCards),
    window,
    flying: cards
      .filter(({ place }) => place === "flying")
      .reduce((octets, card) => octets + card.octets, 0),
  };
}

function presentCard(
  view: View,
  { socket, sequence, octets, text, place, again, sentAt }: ViewRow<"cards">,
  index: number,
  edge: number,
  playNow: number,
): SendCard {
  const due = Object.values(view.dues).find(
    ({ kind, about, lit }) => lit && about === socket && (kind === "card" || kind === "again"),
  );
  const isFlying = place === "flying";
  return {
    number: index + 1,
    sequence,
    octets,
    text,
    state: isFlying ? (again ? "again" : "flying") : "unsent",
    age:
      isFlying && sentAt !== undefined
        ? Math.max(0, Math.floor((playNow - sentAt) / 1000))
        : undefined,
    isInWindow: sequence + octets <= edge,
    lit: due?.hintSequence === sequence,
  };
}

import type { View, ViewRow } from "../../shared/contract/view.ts";

/** The number that a connection expects next, as far as this desk knows it: the one behind all that was read. */
export function expectedNumber(view: View, socket: string): number | undefined {
  const last = readCards(view, socket).at(-1);
  return last === undefined ? firstNumber(view, socket) : last.sequence + last.octets;
}

/** What came over a connection in order, from its first card on. */
export const readCards = (view: View, socket: string): readonly ViewRow<"cards">[] =>
  cardsAt(view, socket, ["read"]);

/** The cards of a connection that are at one of these places, by number. */
export const cardsAt = (
  view: View,
  socket: string,
  places: readonly string[],
): readonly ViewRow<"cards">[] =>
  Object.values(view.cards)
    .filter((card) => card.socket === socket && places.includes(card.place))
    .toSorted((one, other) => one.sequence - other.sequence);

/** Before its first card was read, a page begins behind the peer's SYN. */
function firstNumber(view: View, socket: string): number | undefined {
  const initial = view.connections[socket]?.peerInitial;
  return initial === undefined ? undefined : (initial + 1) % 2 ** 32;
}

import type { View } from "../../shared/contract/view.ts";
import { namedChance, shuffled } from "../../shared/lib/chance.ts";
import { cardsAt, expectedNumber, readCards } from "./expected-number.ts";
import type { SegmentFace } from "./segment.ts";

/** What a segment is written about: a connection, and the letter that it answers, if there is one. */
export type Occasion = {
  readonly socket: string;
  readonly letter: SegmentFace | undefined;
};

const most = 5;
const turn = 2 ** 32;

/**
 * Numbers to choose my own from: all that this desk has at hand and could take for it. Which of them is right, neither
 * their order nor the list says.
 */
export function sequenceChoices(view: View, { socket, letter }: Occasion): readonly number[] {
  const mine = view.connections[socket];
  const other = Object.entries(view.connections).find(([id]) => id !== socket)?.[1];
  return mixed(view, `sequence ${socket}`, [
    letter?.acknowledgment,
    mine?.initial,
    mine?.acknowledged,
    mine?.sent,
    letter?.sequence,
    mine && mine.initial + 1,
    letter && letter.sequence + 1,
    other?.initial,
    expectedNumber(view, socket),
    0,
    1,
  ]);
}

/** Numbers to choose the one from that I expect next. */
export function acknowledgmentChoices(view: View, { socket, letter }: Occasion): readonly number[] {
  const mine = view.connections[socket];
  const expected = expectedNumber(view, socket);
  const end = letter && letter.sequence + letter.octets;
  return mixed(view, `acknowledgment ${socket}`, [
    end,
    end === undefined ? undefined : end + 1,
    expected,
    letter?.sequence,
    ...cardNumbers(view, socket),
    letter?.acknowledgment,
    expected === undefined ? undefined : expected + 1,
    mine?.sent,
    mine?.initial,
    mine && mine.initial + 1,
    0,
    1,
  ]);
}

/** Where the last card that was read begins, and the ends of what lies on the shelf: any may be taken for what is missing. */
function cardNumbers(view: View, socket: string): readonly (number | undefined)[] {
  const shelf = cardsAt(view, socket, ["shelf"]);
  const last = shelf.at(-1);
  return [
    readCards(view, socket).at(-1)?.sequence,
    last && last.sequence + last.octets,
    shelf[0]?.sequence,
  ];
}

/** The first few different ones, in an order that is drawn once for an occasion and stays. */
function mixed(
  view: View,
  occasion: string,
  numbers: readonly (number | undefined)[],
): readonly number[] {
  const known = numbers.filter((number) => number !== undefined).map((number) => number % turn);
  const few = [...new Set(known)].slice(0, most);
  return shuffled(namedChance(view.lesson["now"]?.round ?? 0, `${occasion} ${few.join(" ")}`), few);
}

import { writeNumber } from "./play-segments.ts";
import { is, type Seen } from "./play-sight.ts";
import { press, put, type Reader, type Situation } from "./play-step.ts";

/** A receiver's reader: puts cards where their numbers belong, then says which number it expects. */
export const receiving: Reader = (situation) =>
  situation.sight.places.some((one) => is(one, "bin"))
    ? (place(situation) ?? acknowledge(situation))
    : undefined;

/** A sender's reader: what seems lost goes again first; then whatever the window allows. */
export const sending: Reader = ({ sight, words, isWrong }) => {
  const [first] = sight.cards;
  const lit = sight.cards.find((card) => is(card, "lit"));
  if (isWrong)
    return press(
      sight.cards.find((card) => is(card, "flying")),
      true,
    );
  if (lit !== undefined) return press(lit, true);
  const isLost = Object.values(words.names.services)
    .map(words.desk.task.tcp.again)
    .includes(sight.task[0]?.words ?? "");
  if (isLost) return press(first, true);
  return press(
    sight.cards.find((card) => is(card, "unsent") && !is(card, "beyond")),
    true,
  );
};

const place: Reader = ({ sight, words, isWrong }) => {
  const picked = sight.letters.find(({ isPressed }) => isPressed);
  const letter = picked ?? sight.letters[0];
  if (letter === undefined) return undefined;
  if (picked === undefined) return press(letter, false);
  const slots = sight.places.filter((one) => is(one, "slot"));
  const right = slots.find(
    (slot) => !is(slot, "closed") && titleOf(slot) === numberOn(letter, words),
  );
  const bin = sight.places.find((one) => is(one, "bin"));
  if (isWrong) return put(letter, right === undefined ? slots[0] : bin);
  return put(letter, right ?? bin);
};

function acknowledge({ sight, isWrong }: Situation) {
  const [send] = sight.sendSegment;
  const [next] = sight.places;
  if (send === undefined || next === undefined) return undefined;
  const expected = Number(titleOf(next)) + (isWrong ? 10 : 0);
  return writeNumber(sight, 0, expected) ?? press(send, true, ["Enter"]);
}

const titleOf = ({ words }: Seen): string => words.split(" ")[0] ?? "";
/** The number of a card's first octet. */
const numberOn = (letter: Seen, { desk }: Situation["words"]): string =>
  letter.words.split(`${desk.belt.sequence} `)[1]?.split(" ")[0] ?? "";

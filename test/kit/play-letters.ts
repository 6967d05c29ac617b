import { inside, is, type Seen, type Sight } from "./play-sight.ts";
import { press, put, type Reader, type Step } from "./play-step.ts";

/** A router's reader: pins what can be pinned, and passes letters on by the longest prefix that fits. */
export const forwarding: Reader = (situation) =>
  situation.isWrong
    ? (forward(situation) ?? detour(situation))
    : (pin(situation) ?? forward(situation));

/** A host's reader: brings every letter to the door whose number stands on it. */
export const delivering: Reader = ({ sight, isWrong }) => {
  const [letter] = lyingLetters(sight);
  if (letter === undefined) return undefined;
  const doors = sight.places.filter((place) => is(place, "door"));
  const port = /:(\d+)/.exec(letter.words)?.[1] ?? doors[0]?.words ?? "";
  const right = doors.find(({ words }) => words.includes(port));
  const reject = sight.places.find((place) => is(place, "reject"));
  if (isWrong) return put(letter, doors.find((door) => door !== right) ?? reject);
  return put(letter, right ?? reject);
};

/** A server's reader: opens a door for whatever stands still, and tells whoever asks. */
export const opening: Reader = ({ sight, words }) => {
  const [ask] = sight.asks;
  const names = Object.values(words.names.services);
  const asked = names.find((name) => ask?.words.includes(name)) ?? "";
  const listening = sight.programs.find(
    (program) => !is(program, "stopped") && program.words.startsWith(asked),
  );
  const answer = sight.answers.find((chip) => listening?.words.includes(chip.words));
  return press(answer, true) ?? press(sight.openDoor[0], true);
};

const forward: Reader = ({ sight, words, isWrong }) => {
  if (isWrong) return goAstray(sight, words.names.roles.router);
  const [letter] = lyingLetters(sight);
  return letter && put(letter, rightExit(sight, letter));
};

/** What goes astray by another router comes home, so that the coach can speak. */
function goAstray(sight: Sight, router: string): Step | undefined {
  const far = sight.places.filter(
    (place) => place.words.startsWith(router) && !is(place, "closed"),
  );
  for (const letter of lyingLetters(sight)) {
    const right = rightExit(sight, letter);
    const wrong = far.findLast((place) => place !== right);
    if (wrong !== undefined) return put(letter, wrong);
  }
  return undefined;
}

function rightExit(sight: Sight, letter: Seen): Seen | undefined {
  const address = /→ (\d+\.\d+\.\d+\.\d+)/.exec(letter.words)?.[1] ?? "";
  const best = rowsOf(sight)
    .filter(({ prefix }) => fits(address, prefix))
    .toSorted((one, other) => lengthOf(other.prefix) - lengthOf(one.prefix))[0];
  const key = best?.keys.find((exit) => !isCut(sight, exit)) ?? best?.keys[0];
  return (
    sight.places.find((place) => place.key === key) ??
    sight.places.find((place) => is(place, "reject"))
  );
}

/** Moves a pin from the best exit to the long way round. */
const detour: Reader = ({ sight }) => {
  for (const row of sight.pinRows.filter((one) => is(one, "flows"))) {
    const exits = inside(row, sight.pinExits);
    const long = exits.find((exit) => !is(exit, "pinned") && !is(exit, "cut"));
    if (long !== undefined) return pressExit(sight, row, long);
  }
  return undefined;
};

/** A row without a pin gets one while there are any; a pin follows the best exit that is up. */
const pin: Reader = ({ sight }) => {
  for (const row of sight.pinRows) {
    const exits = inside(row, sight.pinExits);
    const best = exits.find((exit) => !is(exit, "cut"));
    const hasPin = is(row, "flows") || is(row, "lost");
    if (best === undefined || is(best, "pinned")) continue;
    if (!hasPin && sight.freePins.length === 0) continue;
    return pressExit(sight, row, best);
  }
  return undefined;
};

function pressExit(sight: Sight, row: Seen, exit: Seen): Step | undefined {
  const [prefix] = inside(row, sight.pinPrefixes);
  return press(exit, true, [prefix?.key ?? "", keyOn(exit)]);
}

/** Letters that still wait, the one in the hand first. */
const lyingLetters = ({ letters }: Sight): readonly Seen[] =>
  letters.toSorted((one, other) => Number(other.isPressed) - Number(one.isPressed));

type Row = { readonly prefix: string; readonly keys: readonly string[] };

function rowsOf(sight: Sight): readonly Row[] {
  const written = sight.routes.map(({ words }) => ({
    prefix: prefixIn(words),
    keys: [...words.matchAll(/(?<=\s)([A-Z])(?=\s)/g)].map(([key]) => key),
  }));
  const pinned = sight.pinRows.map((row) => ({
    prefix: prefixIn(row.words),
    keys: inside(row, sight.pinExits).map(keyOn),
  }));
  return [...written, ...pinned];
}

const prefixIn = (words: string): string => /\d+\.\d+\.\d+\.\d+ ?\/\d+/.exec(words)?.[0] ?? "";
const keyOn = ({ words }: Seen): string => words.charAt(0);
const lengthOf = (prefix: string): number => Number(prefix.split("/")[1]);

function isCut({ places }: Sight, key: string): boolean {
  const place = places.find((card) => card.key === key);
  return place !== undefined && is(place, "closed");
}

/** Prefixes of the game end at a dot. */
function fits(address: string, prefix: string): boolean {
  const same = lengthOf(prefix) / 8;
  return address.split(".").slice(0, same).join() === prefix.split(".").slice(0, same).join();
}

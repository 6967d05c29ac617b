import { drawWhole, namedChance } from "../../shared/lib/chance.ts";
import type { Count } from "./fuzz-law.ts";
import { FuzzLesson } from "./fuzz-lesson.ts";
import { FuzzTcp } from "./fuzz-tcp.ts";

/** So many moves are one game: it starts from its own seed, so that it can be played again alone. */
export const movesPerGame = 1_000;

/** One game of so many is played a second time at its end. */
const endedOnceIn = 10;

/** A law that did not hold: playing the game of this seed up to this move shows it again. */
export type Break = { readonly seed: number; readonly moves: number; readonly reason: string };

/** Plays so many moves of the game of this seed; the answer is the first law that broke. `begin` hears of each move. */
export function playGame(
  seed: number,
  moves: number,
  count: Count,
  begin: (move: number) => void = () => undefined,
): Break | undefined {
  const tripAt = drawWhole(namedChance(seed, "round trip"), 1, movesPerGame);
  let played = 0;
  try {
    let subject = openSubject(seed, 0, count);
    while (played < moves) {
      played += 1;
      begin(played);
      if (subject.isOver) {
        subject = openSubject(seed, played, count);
      }
      subject.move();
      if (played === tripAt) subject.roundTrip();
    }
    if (seed % endedOnceIn === 0) subject.end();
    return undefined;
  } catch (fault) {
    return { seed, moves: played, reason: fault instanceof Error ? fault.message : String(fault) };
  }
}

/** The command that plays a game again up to where it broke. */
export const reproduction = ({ seed, moves }: Break): string =>
  `npm run fuzz -- --seed ${seed} --moves ${moves}`;

/** Something that random moves are made in, and that looks after its own laws. */
type Subject = {
  readonly isOver: boolean;
  move(): void;
  /** Goes on with what comes out of JSON. */
  roundTrip(): void;
  /** The laws that cost too much to be looked at after every move. */
  end(): void;
};

/** Three of four games are lessons; in the fourth two TCPs talk to each other. */
const openSubject = (seed: number, openedAt: number, count: Count): Subject =>
  seed % 4 === 3
    ? new FuzzTcp(seed, count)
    : new FuzzLesson((seed + openedAt * 0x9e3779b9) >>> 0, count);

import type { Text } from "../../assets/text/text.ts";
import type { Hop, Story } from "../../shared/lesson/story.ts";
import type { PacketId } from "../../shared/wire/packet.ts";
import { type LetterWords, letterWords } from "./sequence-letter-words.ts";
import { repeatsIn } from "./sequence-repeats.ts";

/** A letter on one link as it is drawn: when it leaves and ends there, what it says, and whether it says so here. */
export type DrawnLetter = LetterWords & {
  readonly hop: Hop;
  readonly departs: number;
  readonly ends: number;
  readonly isFirst: boolean;
};

/** Letters that leave together on the same link stand one below the other: by a hundredth of a millisecond. */
export function drawnLetters(
  { hops: all }: Story,
  hops: readonly Hop[],
  text: Text,
): readonly DrawnLetter[] {
  const repeats = repeatsIn(all);
  const seen = new Set<PacketId>();
  const together = new Map<string, number>();
  return hops.map((hop) => {
    const { packet, from, to, departAt } = hop;
    const leaving = `${from} ${to} ${departAt}`;
    const before = together.get(leaving) ?? 0;
    together.set(leaving, before + 1);
    const isFirst = !seen.has(packet.id);
    seen.add(packet.id);
    return {
      ...letterWords(packet, repeats.get(packet.id), text),
      ...{ hop, isFirst },
      departs: departAt + before / 100,
      ends: endOf(hop) + before / 100,
    };
  });
}

/** How much room a letter with words needs above and below the moment when it leaves, in pixels. */
export const roomFor = (letters: readonly DrawnLetter[]): ReadonlyMap<number, number> =>
  new Map(
    letters
      .filter(({ isFirst }) => isFirst)
      .map(({ departs, card }) => [departs, card === undefined ? room.words : room.card]),
  );

const room = { words: 44, card: 64 };

const endOf = ({ lostAt, arriveAt }: Hop): number => lostAt ?? arriveAt;

import type { Text } from "../../assets/text/text.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Story } from "../../shared/lesson/story.ts";

/** When a run had its how-manieth answer, in the run before and in this one; absent where there was none. */
export type Split = { readonly nth: number; readonly before?: number; readonly now?: number };

/** What a split comes to in whole seconds: less than nothing is faster. */
export type Gap = { readonly seconds: number; readonly than: keyof Text["story"]["ghost"]["than"] };

/** Answer by answer, how this run does against the one before; only answers that went through my hands count. */
export function presentSplits(before: Story, now: Story, me: BoxId): readonly Split[] {
  const [then, since] = [answerTimes(before, me), answerTimes(now, me)];
  return Array.from({ length: Math.max(then.length, since.length) }, (_, index) => ({
    nth: index + 1,
    ...(then[index] === undefined ? {} : { before: then[index] }),
    ...(since[index] === undefined ? {} : { now: since[index] }),
  }));
}

/** The split of the answer that came last, while it is new and the run before had one as well. */
export function newestSplit(
  splits: readonly Split[],
  playNow: number,
  shownMs: number,
): Split | undefined {
  const newest = splits.findLast(({ now }) => now !== undefined && now <= playNow);
  const isNew = newest?.now !== undefined && playNow - newest.now < shownMs;
  return isNew && newest.before !== undefined ? newest : undefined;
}

/** How far apart the two runs were, once both had their answer. */
export function gapOf({ before, now }: Split): Gap | undefined {
  if (before === undefined || now === undefined) return undefined;
  const seconds = Math.round((now - before) / 1000);
  if (seconds === 0) return { seconds, than: "same" };
  return { seconds, than: seconds < 0 ? "faster" : "slower" };
}

/** A gap as it stands on a stop-watch: `−11초`. */
export const gapWords = ({ seconds }: Gap, text: Text): string =>
  text.story.ghost.gap(signOf(seconds), Math.abs(seconds));

/** How the race went, by the points that were gained over the run before. */
export function scoreWords(gained: number, text: Text): string {
  const { ahead, behind, level } = text.story.ghost;
  if (gained === 0) return level;
  return gained > 0 ? ahead(gained) : behind(-gained);
}

/** The points that were gained over the run before, as a figure: `+89점`. */
export const scoreGap = (gained: number, text: Text): string =>
  `${signOf(gained)}${text.story.ghost.points(Math.abs(gained))}`;

const signOf = (figure: number): string => (figure === 0 ? "±" : figure < 0 ? "−" : "+");

/** When the errands were answered that I had a hand in, first to last. */
function answerTimes({ errands, acts }: Story, me: BoxId): readonly number[] {
  const mine = new Set(acts.filter(({ seat }) => seat === me).map(({ errand }) => errand));
  return errands
    .filter(({ key, end }) => end === "answered" && mine.has(key))
    .flatMap(({ endedAt }) => endedAt ?? [])
    .toSorted((a, b) => a - b);
}

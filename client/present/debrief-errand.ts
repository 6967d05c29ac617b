import type { Text } from "../../assets/text/text.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { ErrandKey, Story, ToldErrand } from "../../shared/lesson/story.ts";
import { namePlace } from "./debrief-places.ts";
import { riddleOf } from "./debrief-riddle.ts";
import { isMine } from "./sequence-errands.ts";
import { wordFor } from "./word-for.ts";

/** More letters than this nobody follows on a wall. */
const mostLetters = 24;

/** The errand to follow from end to end: the riddle's, else the one with the most letters that still fits; alone, of those that passed my desk. */
export function errandToFollow(story: Story, me?: BoxId): ToldErrand | undefined {
  const counts = lettersByErrand(story);
  const count = ({ key }: ToldErrand): number => counts.get(key) ?? 0;
  const riddle = riddleOf(story)?.errand;
  const isSeen = passedBy(story, me);
  const told = story.errands.filter((errand) => count(errand) > 0 && isSeen(errand));
  const fitting = told.filter((errand) => count(errand) <= mostLetters);
  return (
    fitting.find(({ key }) => key === riddle) ??
    fitting.toSorted((one, other) => count(other) - count(one))[0] ??
    told[0]
  );
}

/** Whether letters of an errand passed my desk; without one all are seen. */
function passedBy({ hops }: Story, me: BoxId | undefined): (errand: ToldErrand) => boolean {
  if (me === undefined) return () => true;
  const mine = new Set(hops.filter((hop) => isMine(hop, me)).map(({ errand }) => errand));
  return ({ key }) => mine.has(key);
}

function lettersByErrand({ hops }: Story): ReadonlyMap<ErrandKey, number> {
  const counts = new Map<ErrandKey, number>();
  for (const { errand } of hops) {
    if (errand !== undefined) counts.set(errand, (counts.get(errand) ?? 0) + 1);
  }
  return counts;
}

/** Whose errand it is, and for what. */
export const errandName = (story: Story, { service, client }: ToldErrand, text: Text): string =>
  text.debrief.question.errand(
    wordFor(text.names.services, service),
    namePlace(story, client, text),
  );

/** An errand in one line: whose, for what, and how it ended. */
export const errandWords = (
  story: Story,
  { service, client, end }: ToldErrand,
  text: Text,
): string =>
  text.debrief.diagram.errand(
    wordFor(text.names.services, service),
    namePlace(story, client, text),
    text.story.sequence.ends[end ?? "open"],
  );

import type { Text } from "../../assets/text/text.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { ErrandKey, Hop, Story, ToldErrand } from "../../shared/lesson/story.ts";
import { nameBox } from "./box-name.ts";
import { sequenceActs } from "./sequence-acts.ts";
import { formatSeconds } from "./shell-time-left.ts";
import { wordFor } from "./word-for.ts";

/** An errand whose letters can be looked at, in one line. `faults` counts those of my acts that were not right. */
export type ErrandChoice = {
  readonly key: ErrandKey;
  readonly words: string;
  readonly acts: number;
  readonly faults: number;
};

/** Whether a letter went through my hands on this link. */
export const isMine = ({ from, to }: Hop, me: BoxId): boolean => from === me || to === me;

/** The errands whose letters came to my desk, oldest first. */
export function presentErrandChoices(story: Story, me: BoxId, text: Text): readonly ErrandChoice[] {
  const seen = new Set(story.hops.filter((hop) => isMine(hop, me)).map(({ errand }) => errand));
  const acts = sequenceActs(story, me, undefined, text);
  return story.errands
    .filter(({ key }) => seen.has(key))
    .toSorted((one, other) => one.openedAt - other.openedAt)
    .map((errand) => {
      const mine = acts.filter((act) => act.errand === errand.key);
      const faults = mine.filter(({ deed }) => deed !== "right").length;
      const words = choiceWords(story, me, errand, faults, text);
      return { key: errand.key, words, acts: mine.length, faults };
    });
}

/** What to show first: where something went wrong, else what I had a hand in, else whatever there is. */
export const firstChoice = (choices: readonly ErrandChoice[]): ErrandKey | undefined =>
  (choices.find(({ faults }) => faults > 0) ?? choices.find(({ acts }) => acts > 0) ?? choices[0])
    ?.key;

function choiceWords(
  { nicknames }: Story,
  me: BoxId,
  { client, service, openedAt, end }: ToldErrand,
  faults: number,
  text: Text,
): string {
  const words = text.story.sequence;
  return [
    `${formatSeconds(Math.floor(openedAt / 1000))} ${wordFor(text.names.services, service)}`,
    ...(client === me ? [] : [nameBox(client, nicknames[client], text)]),
    words.ends[end ?? "open"],
    ...(faults === 0 ? [] : [words.faults(faults)]),
  ].join(" · ");
}

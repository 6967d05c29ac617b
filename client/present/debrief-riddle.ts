import type { View } from "../../shared/contract/view.ts";
import type { BoxId, ServiceId } from "../../shared/device/act.ts";
import type { ErrandKey, Story } from "../../shared/lesson/story.ts";
import { badEnds, badEndsOf, isVanishing, type LetterEnd } from "./debrief-ends.ts";

/** A letter that did not come through, for everybody to guess where. */
export type Riddle = LetterEnd & {
  readonly errand: ErrandKey;
  readonly service: ServiceId;
  readonly client: BoxId;
  /** Who sent it, and whose address it bears, if anybody's. */
  readonly from: BoxId;
  readonly to: BoxId | undefined;
  readonly leftAt: number;
  /** Whether it vanished, or came to where it was not to stay. */
  readonly asks: "lost" | "stopped";
};

/** The same letter on every screen: of the worst end, the one that had come farthest, else the first. */
export function riddleOf(story: Story): Riddle | undefined {
  const [first] = badEndsOf(story)
    .filter(({ hop }) => hop.errand !== undefined && hop.packet.body.protocol !== "icmp")
    .map((end) => ({ end, way: wayOf(story, end) }))
    .toSorted(
      (one, other) =>
        badEnds.indexOf(one.end.end) - badEnds.indexOf(other.end.end) ||
        other.way.length - one.way.length ||
        one.end.at - other.end.at,
    );
  return first && asRiddle(story, first.end);
}

function asRiddle(story: Story, end: LetterEnd): Riddle | undefined {
  const errand = story.errands.find(({ key }) => key === end.hop.errand);
  const [start = end.hop] = wayOf(story, end);
  if (errand === undefined) return undefined;
  return {
    ...end,
    errand: errand.key,
    service: errand.service,
    client: errand.client,
    from: start.from,
    to: boxAt(story, start.packet.ip.destination),
    leftAt: start.departAt,
    asks: isVanishing(end.end) ? "lost" : "stopped",
  };
}

/** The links that a letter took up to its end. */
const wayOf = ({ hops }: Story, { hop, at }: LetterEnd): Story["hops"] =>
  hops.filter(({ packet, departAt }) => packet.id === hop.packet.id && departAt <= at);

const boxAt = ({ addresses }: Story, address: number): BoxId | undefined =>
  Object.keys(addresses.boxes).find((box) => addresses.boxes[box] === address);

/** How often each place was guessed as far as the viewer may know, the most frequent first, and how many have guessed. */
export function presentGuesses({ guesses, lesson }: View) {
  const places = Object.entries(guesses)
    .map(([place, { count }]) => ({ place, count }))
    .toSorted((one, other) => other.count - one.count);
  const counted = places.reduce((sum, { count }) => sum + count, 0);
  return { places, all: lesson["now"]?.guessed ?? counted };
}

/** What I have guessed: a place, or the number of an option. */
export const myGuess = ({ guesses }: View): string | undefined =>
  Object.keys(guesses).find((place) => guesses[place]?.mine);

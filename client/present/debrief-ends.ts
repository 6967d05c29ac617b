import type { BoxId } from "../../shared/device/act.ts";
import type { Hop, Story } from "../../shared/lesson/story.ts";

/** How a letter can come to an end before its time; the first ones are the most worth talking about. */
export const badEnds = [
  "lost",
  "beltFull",
  "noSlotFree",
  "dead",
  "expired",
  "noRoute",
  "notMine",
  "closedPort",
] as const;
type BadEnd = (typeof badEnds)[number];

/** Where and when a letter came to a bad end: on a line, or at the box that its last hop led to. */
export type LetterEnd = {
  readonly hop: Hop;
  readonly end: BadEnd;
  readonly at: number;
  /** The line or box, by its id. */
  readonly place: string;
};

/** Every letter of a round that did not come through, in order. */
export const badEndsOf = (story: Story): readonly LetterEnd[] =>
  [...lostLetters(story), ...droppedLetters(story)].toSorted(
    (one, other) => one.at - other.at || one.hop.packet.id - other.hop.packet.id,
  );

/** Those of them that were gone without anybody being told of it. */
export const vanishedLetters = (story: Story): readonly LetterEnd[] =>
  badEndsOf(story).filter(
    ({ end, hop }) => isVanishing(end) && hop.packet.body.protocol !== "icmp",
  );

/** Whether nobody is told of such an end. */
export const isVanishing = (end: BadEnd): boolean => vanishing.has(end);

const vanishing: ReadonlySet<BadEnd> = new Set(["lost", "beltFull", "noSlotFree", "dead"]);

const lostLetters = ({ hops, endedAt }: Story): readonly LetterEnd[] =>
  hops.flatMap((hop) => {
    const { lostAt: at, link: place } = hop;
    return at === undefined || at > endedAt ? [] : [{ hop, at, place, end: "lost" }];
  });

function droppedLetters({ hops, events }: Story): readonly LetterEnd[] {
  const arrivals = new Map<string, Hop>();
  for (const hop of hops) arrivals.set(arrivalOf(hop.packet.id, hop.to), hop);
  return events.flatMap((event) => {
    if (!("dropped" in event)) return [];
    const { at, box, packet, dropped } = event;
    const hop = arrivals.get(arrivalOf(packet, box));
    const end = badEnds.find((one) => one === dropped);
    return hop === undefined || end === undefined ? [] : [{ hop, at, end, place: box }];
  });
}

const arrivalOf = (packet: number, box: BoxId): string => `${packet} ${box}`;

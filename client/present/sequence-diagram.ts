import type { Text } from "../../assets/text/text.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { ErrandKey, Hop, Story } from "../../shared/lesson/story.ts";
import { nameBox } from "./box-name.ts";
import { type SequenceAct, sequenceActs } from "./sequence-acts.ts";
import { isMine } from "./sequence-errands.ts";
import { type DrawnLetter, drawnLetters, roomFor } from "./sequence-letters.ts";
import { formatSeconds } from "./shell-time-left.ts";
import { type TimeScale, timeScale } from "./time-scale.ts";
import { wordFor } from "./word-for.ts";

/** A machine, drawn as a line from top to bottom. */
export type Lane = {
  readonly box: BoxId;
  readonly name: string;
  readonly role: string;
  readonly you: boolean;
};

/** What became of a letter on a link: it came in, was still on its way, or did not come through. */
type Fate = "arrived" | "lost" | "underWay" | (typeof badEnds)[number];

/** A letter on one link, drawn as an arrow between two lanes. `label` and `card` stand on the first link it takes. */
export type Arrow = {
  readonly id: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly y: readonly [departs: number, ends: number];
  readonly mine: boolean;
  readonly fate: Fate;
  readonly label: string | undefined;
  readonly card: string | undefined;
  /** The same in words, for a table. */
  readonly row: Readonly<Record<keyof Text["story"]["sequence"]["columns"], string>>;
};

/** One of my acts on my lane; `echo` is where its consequence came home. */
export type ActMark = SequenceAct & { readonly y: number; readonly echo: number | undefined };

/** The letters of an errand, or all that passed my desk, as a sequence diagram with my acts on it. */
export type SequenceDiagram = Pick<TimeScale, "height" | "ticks" | "quiets"> & {
  readonly lanes: readonly Lane[];
  readonly arrows: readonly Arrow[];
  readonly marks: readonly ActMark[];
  /** Whether there are segments in it, whose numbers want explaining. */
  readonly hasSegments: boolean;
};

/** Draws the letters of one errand with every box they passed, or without one all letters at my desk. */
export function presentSequence(
  story: Story,
  me: BoxId,
  errand: ErrandKey | undefined,
  text: Text,
): SequenceDiagram {
  const hops = story.hops.filter((hop) =>
    errand === undefined ? isMine(hop, me) : hop.errand === errand,
  );
  const acts = sequenceActs(story, me, errand, text);
  const letters = drawnLetters(story, hops, text);
  const scale = timeScale(
    [
      ...letters.flatMap(({ departs, ends }) => [departs, ends]),
      ...acts.flatMap(({ at, shownAt }) => (shownAt === undefined ? [at] : [at, shownAt])),
    ],
    roomFor(letters),
  );
  const lanes = lanesOf(story, me, hops, text);
  const { height, ticks, quiets } = scale;
  return {
    ...{ height, ticks, quiets, lanes },
    hasSegments: hops.some(({ packet }) => packet.body.protocol === "tcp"),
    arrows: letters.map((letter) => arrowOf({ story, me, text, lanes, scale }, letter)),
    marks: acts.map((act) => {
      const hasEcho = act.shownAt !== undefined && act.shownAt > act.at;
      return { ...act, y: scale.y(act.at), echo: hasEcho ? scale.y(act.shownAt) : undefined };
    }),
  };
}

/** From left to right as on the map. */
function lanesOf(story: Story, me: BoxId, hops: readonly Hop[], text: Text): readonly Lane[] {
  const boxes = new Set([me, ...hops.flatMap(({ from, to }) => [from, to])]);
  return story.mission.boxes
    .filter(({ id }) => boxes.has(id))
    .toSorted((one, other) => one.x - other.x || one.y - other.y)
    .map(({ id: box, role }) => ({
      ...{ box, role, you: box === me },
      name: nameBox(box, story.nicknames[box], text),
    }));
}

type Drawing = {
  readonly story: Story;
  readonly me: BoxId;
  readonly text: Text;
  readonly lanes: readonly Lane[];
  readonly scale: TimeScale;
};

function arrowOf({ story, me, text, lanes, scale }: Drawing, letter: DrawnLetter): Arrow {
  const { hop, kind, words, card, isFirst } = letter;
  const { packet, from, to, departAt } = hop;
  const lane = (box: BoxId) => lanes.findIndex((one) => one.box === box);
  const fate = fateOf(story, hop);
  return {
    id: `${packet.id}/${hop.link}/${departAt}`,
    kind,
    from: lane(from),
    to: lane(to),
    y: [scale.y(letter.departs), scale.y(letter.ends)],
    mine: isMine(hop, me),
    fate,
    label: isFirst ? words : undefined,
    card: isFirst ? card : undefined,
    row: {
      at: clockWords(departAt),
      from: lanes[lane(from)]?.name ?? "",
      to: lanes[lane(to)]?.name ?? "",
      letter: [wordFor(text.desk.belt.kinds, packet.body.protocol), words, card ?? ""]
        .join(" ")
        .trim(),
      end: text.story.sequence.fates[fate](clockWords(hop.arriveAt)),
    },
  };
}

function fateOf({ events, endedAt }: Story, { packet, to, arriveAt, lostAt }: Hop): Fate {
  if (lostAt !== undefined) return "lost";
  if (arriveAt > endedAt) return "underWay";
  const end = events.find(
    (event) =>
      "dropped" in event && event.packet === packet.id && event.box === to && event.at === arriveAt,
  );
  const reason = end !== undefined && "dropped" in end ? end.dropped : undefined;
  return badEnds.find((fate) => fate === reason) ?? "arrived";
}

const badEnds = ["beltFull", "dead", "expired", "noSlotFree", "discarded"] as const;

const clockWords = (ms: number): string =>
  `${formatSeconds(Math.floor(ms / 1000))}.${Math.floor(ms / 100) % 10}`;

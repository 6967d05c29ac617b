import type { Text } from "../../assets/text/text.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { ErrandKey, Hop, Story } from "../../shared/lesson/story.ts";
import { formatIpv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import { nameBox } from "./box-name.ts";
import { type SequenceAct, sequenceActs } from "./sequence-acts.ts";
import { isMine } from "./sequence-errands.ts";
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

/** What became of a letter on a link: it came in, was lost, fell off, found nobody, or was still on its way. */
type Fate = "arrived" | "lost" | "underWay" | "beltFull" | "dead" | "expired";

/** A letter on one link, drawn as an arrow between two lanes. `label` stands on the first link it takes. */
export type Arrow = {
  readonly id: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly y: readonly [departs: number, ends: number];
  readonly mine: boolean;
  readonly fate: Fate;
  readonly label: string | undefined;
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
  const scale = timeScale([
    ...hops.flatMap((hop) => [hop.departAt, endOf(hop)]),
    ...acts.flatMap(({ at, shownAt }) => (shownAt === undefined ? [at] : [at, shownAt])),
  ]);
  const lanes = lanesOf(story, me, hops, text);
  const { height, ticks, quiets } = scale;
  return {
    ...{ height, ticks, quiets, lanes },
    arrows: hops.map((hop, index) => {
      const isFirst = hops.findIndex(({ packet }) => packet.id === hop.packet.id) === index;
      return arrowOf({ story, me, text, lanes, scale }, hop, isFirst);
    }),
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

function arrowOf({ story, me, text, lanes, scale }: Drawing, hop: Hop, isFirst: boolean): Arrow {
  const { packet, from, to, departAt } = hop;
  const lane = (box: BoxId) => lanes.findIndex((one) => one.box === box);
  const fate = fateOf(story, hop);
  const letter = letterWords(packet, text);
  return {
    id: `${packet.id}/${hop.link}/${departAt}`,
    kind: packet.body.protocol,
    from: lane(from),
    to: lane(to),
    y: [scale.y(departAt), scale.y(endOf(hop))],
    mine: isMine(hop, me),
    fate,
    label: isFirst ? letter : undefined,
    row: {
      at: clockWords(departAt),
      from: lanes[lane(from)]?.name ?? "",
      to: lanes[lane(to)]?.name ?? "",
      letter: `${wordFor(text.desk.belt.kinds, packet.body.protocol)} ${letter}`,
      end: text.story.sequence.fates[fate](clockWords(hop.arriveAt)),
    },
  };
}

const endOf = ({ lostAt, arriveAt }: Hop): number => lostAt ?? arriveAt;

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

const badEnds = ["beltFull", "dead", "expired"] as const;

/** Where a datagram wants to go, or what an ICMP message reports. */
const letterWords = ({ ip, body }: Packet, text: Text): string =>
  body.protocol === "icmp"
    ? text.practice.cheatSheet.icmpErrors[body.error].name
    : `${formatIpv4Address(ip.destination)}:${body.destinationPort}`;

const clockWords = (ms: number): string =>
  `${formatSeconds(Math.floor(ms / 1000))}.${Math.floor(ms / 100) % 10}`;

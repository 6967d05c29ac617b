import type { Text } from "../../assets/text/text.ts";
import { type Role, roles } from "../../shared/contract/mission.ts";
import type { ViewRow } from "../../shared/contract/view.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Hop, Story } from "../../shared/lesson/story.ts";
import { viewEnvelope } from "../../shared/match/view-desk.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import { namePlace } from "./debrief-places.ts";
import { grouped } from "./grouped.ts";
import { flagWords } from "./sequence-letter-words.ts";

/** The columns of a letter, from the outside to the inside. */
const fields = [
  "protocol",
  "source",
  "destination",
  "ttl",
  "sourcePort",
  "destinationPort",
  "flags",
  "sequence",
  "acknowledgment",
  "contents",
] as const;
type LetterField = (typeof fields)[number];

/** What a desk reads of a field: its words, or that it is hidden from it. */
export type Reading =
  | { readonly kind: "read"; readonly words: string }
  | { readonly kind: "sealed" | "covered" };

/** A letter as it lay on one desk. */
export type DeskReading = {
  readonly role: Role;
  readonly box: BoxId;
  readonly name: string;
  readonly at: number;
  readonly readings: Readonly<Partial<Record<LetterField, Reading>>>;
};

/** One letter as three desks saw it; the fields are those that it has at all. */
export type ThreeDesks = {
  readonly letter: Packet;
  readonly fields: readonly LetterField[];
  readonly desks: readonly DeskReading[];
};

/** The first letter that went all the way from a client over a router to a server, or back. */
export function presentDesks(story: Story, text: Text): ThreeDesks | undefined {
  const way = wholeWay(story);
  const [first] = way;
  if (first === undefined) return undefined;
  const desks = roles.flatMap((role) => deskOf(story, way, role, text) ?? []);
  const has = (field: LetterField) => desks.some(({ readings }) => readings[field] !== undefined);
  return { letter: first.packet, fields: fields.filter(has), desks };
}

/** A letter from somebody's own desk that has text in it says most; else any that passed all three. */
function wholeWay(story: Story): readonly Hop[] {
  const ways = grouped(
    story.hops.filter(({ packet }) => packet.body.protocol !== "icmp"),
    ({ packet }) => packet.id,
  );
  const whole = [...ways.values()].filter((way) => isWhole(story, way));
  const worth = ([hop]: readonly Hop[]): number =>
    hop === undefined ? 0 : Number(isPlayed(story, hop.from)) * 2 + Number(hasText(hop.packet));
  return whole.toSorted((one, other) => worth(other) - worth(one))[0] ?? [];
}

function isWhole(story: Story, way: readonly Hop[]): boolean {
  const last = way.at(-1);
  const isIn = last?.lostAt === undefined && (last?.arriveAt ?? story.endedAt) < story.endedAt;
  const passed = new Set(way.flatMap(({ from, to }) => [roleOf(story, from), roleOf(story, to)]));
  return (
    isIn && roleOf(story, way[0]?.from) === "client" && roles.every((role) => passed.has(role))
  );
}

const isPlayed = ({ mission }: Story, box: BoxId): boolean =>
  mission.boxes.some(({ id, automatic }) => id === box && automatic !== true);

const hasText = ({ body }: Packet): boolean => "payload" in body && body.payload !== "";

/** A sender sees the letter as it left, everybody else as it came. */
function deskOf(
  story: Story,
  way: readonly Hop[],
  role: Role,
  text: Text,
): DeskReading | undefined {
  const sent = way.find(({ from }) => roleOf(story, from) === role);
  const came = way.find(({ to }) => roleOf(story, to) === role);
  const hop = came ?? sent;
  if (hop === undefined) return undefined;
  const box = came === undefined ? hop.from : hop.to;
  return {
    ...{ role, box, name: namePlace(story, box, text) },
    at: came === undefined ? hop.departAt : hop.arriveAt,
    readings: readingsOf(story, hop.packet, role),
  };
}

function readingsOf({ mission }: Story, packet: Packet, role: Role): DeskReading["readings"] {
  const isCovered = mission.covered === "ports";
  const isEnd = role !== "router";
  const seen = viewEnvelope(packet, isEnd && !isCovered);
  const whole = wordsOf(packet, viewEnvelope(packet, true));
  const readable = wordsOf(packet, seen);
  return Object.fromEntries(
    fields.flatMap((field): readonly (readonly [LetterField, Reading])[] => {
      if (whole[field] === undefined) return [];
      const words = isEnd || field !== "contents" ? readable[field] : undefined;
      if (words !== undefined) return [[field, { kind: "read", words }]];
      return [[field, { kind: isEnd && isCovered ? "covered" : "sealed" }]];
    }),
  );
}

type Envelope = Pick<ViewRow<"belt">, "source" | "destination" | "ttl"> & Partial<ViewRow<"belt">>;

function wordsOf(
  { body }: Packet,
  { source, destination, ttl, ...inside }: Envelope,
): Readonly<Partial<Record<LetterField, string>>> {
  const segment = body.protocol === "tcp" && inside.sequence !== undefined ? body : undefined;
  const hasAcknowledgment = segment?.flags.includes("ack") === true;
  return defined({
    ...{ protocol: body.protocol.toUpperCase(), source, destination, ttl: String(ttl) },
    sourcePort: inside.sourcePort?.toString(),
    destinationPort: inside.destinationPort?.toString(),
    flags: segment && flagWords(segment.flags),
    sequence: segment?.sequence.toString(),
    acknowledgment: hasAcknowledgment ? segment.acknowledgment.toString() : undefined,
    contents: hasText({ body } as Packet) && "payload" in body ? body.payload.trimEnd() : undefined,
  });
}

const defined = (words: Readonly<Record<LetterField, string | undefined>>) =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Readonly<
    Partial<Record<LetterField, string>>
  >;

const roleOf = ({ mission }: Story, box: BoxId | undefined): Role | undefined =>
  mission.boxes.find(({ id }) => id === box)?.role;

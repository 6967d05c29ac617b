import type { Text } from "../../assets/text/text.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Hop, Story, ToldErrand } from "../../shared/lesson/story.ts";
import { letterKind } from "../../shared/wire/segment-kind.ts";
import { vanishedLetters } from "./debrief-ends.ts";
import { errandName, errandToFollow } from "./debrief-errand.ts";
import { namePlace } from "./debrief-places.ts";
import { oneOf, optionsFrom, type Question } from "./debrief-question-options.ts";
import { isAgain } from "./sequence-repeats.ts";

/** What the followed errand's diagram will show. A letter that vanished asks most; else it is what the round gives. */
export function diagramQuestion(story: Story, text: Text, me?: BoxId): Question | undefined {
  const errand = errandToFollow(story, me);
  if (errand === undefined) return undefined;
  const hops = story.hops.filter((hop) => hop.errand === errand.key);
  const asked = { story, hops, errand, text };
  const found =
    whoSentAgain(asked) ??
    oneOf(story, [whatCameNext(asked), howOften(asked)]) ??
    howItEnded(asked);
  return { about: errandName(story, errand, text), ...found };
}

type Asked = {
  readonly story: Story;
  /** All letters of the errand. */
  readonly hops: readonly Hop[];
  readonly errand: ToldErrand;
  readonly text: Text;
};
type Found = Omit<Question, "about">;

/** Nobody on the way sends anything again, and sometimes nobody does at all. */
function whoSentAgain({ story, hops, errand, text }: Asked): Found | undefined {
  const lost = vanishedLetters(story).find(({ hop }) => hop.errand === errand.key);
  if (lost === undefined) return undefined;
  const again = firstHops(hops).find(
    (hop, nth, all) =>
      hop.departAt > lost.at && (isAgain(hop, all.slice(0, nth)) || isQuestion(hop, errand)),
  );
  const { question } = text.debrief;
  const boxes = endsAndMiddle(story, hops, errand);
  const names = boxes.map((box) => namePlace(story, box, text));
  const right = again === undefined ? boxes.length : boxes.indexOf(again.from);
  if (right < 0) return undefined;
  return { asks: question.asks.sentAgain, options: [...names, question.nobody], right };
}

/** A client has one question; where its first one was not seen, it was asked before the round. */
const isQuestion = ({ from, packet }: Hop, { client }: ToldErrand): boolean =>
  from === client && packet.body.protocol === "udp";

/** The client, the first router that its letters came by, and the server. */
function endsAndMiddle(
  { mission }: Story,
  hops: readonly Hop[],
  { client }: ToldErrand,
): readonly BoxId[] {
  const passed = hops.flatMap(({ from, to }) => [from, to]);
  const first = (role: string) =>
    passed.find((box) => mission.boxes.some((one) => one.id === box && one.role === role));
  return [client, first("router"), first("server")].filter((box) => box !== undefined);
}

const kinds = ["synack", "ack", "data", "rst", "fin", "syn"] as const;
const kindsShown = 4;

/** What one end sent next when the first segment of the other end had come to it. */
function whatCameNext({ story, hops, text }: Asked): Found | undefined {
  const segments = firstHops(hops).filter(({ packet }) => packet.body.protocol === "tcp");
  const [first] = segments;
  const sender = first && senderOf(story, first);
  const next = segments.find(
    ({ from, departAt }) =>
      from !== sender && isHost(story, from) && hasCome(hops, first, from, departAt),
  );
  if (first === undefined || sender === undefined || next === undefined) return undefined;
  const words = text.desk.belt.kinds;
  const kind = letterKind(next.packet);
  const shown = optionsFrom(kinds, kind, kindsShown);
  return {
    asks: text.debrief.question.asks.cameNext(
      namePlace(story, sender, text),
      words[letterKind(first.packet)],
      namePlace(story, next.from, text),
    ),
    options: shown.map((one) => words[one]),
    right: shown.indexOf(kind),
  };
}

/** A letter of before the round is first seen on its way: whose it is stands on it. */
const senderOf = ({ addresses }: Story, { packet }: Hop): BoxId | undefined =>
  Object.keys(addresses.boxes).find((box) => addresses.boxes[box] === packet.ip.source);

const hasCome = (hops: readonly Hop[], letter: Hop | undefined, to: BoxId, by: number): boolean =>
  hops.some(
    (hop) =>
      hop.packet.id === letter?.packet.id &&
      hop.to === to &&
      hop.lostAt === undefined &&
      hop.arriveAt <= by,
  );

const isHost = ({ mission }: Story, box: BoxId): boolean =>
  mission.boxes.some(({ id, role }) => id === box && role !== "router");

/** More arrows than this nobody counts. */
const mostCrossings = 12;

/** There and back is more than two. */
function howOften({ hops, text }: Asked): Found | undefined {
  const count = hops.length;
  if (count < 2 || count > mostCrossings) return undefined;
  const wrong = [2, Math.floor(count / 2), count + 2, count + 1].filter((other) => other !== count);
  const shown = [count, ...new Set(wrong)].slice(0, 4).toSorted((one, other) => one - other);
  const { question } = text.debrief;
  return {
    asks: question.asks.crossings,
    options: shown.map((times) => question.times(times)),
    right: shown.indexOf(count),
  };
}

const ends = ["answered", "failed", "givenUp", "open"] as const;

function howItEnded({ errand, text }: Asked): Found {
  const words = text.story.sequence.ends;
  return {
    asks: text.debrief.question.asks.ending,
    options: ends.map((end) => words[end]),
    right: ends.indexOf(errand.end ?? "open"),
  };
}

/** Each letter where it set out. */
const firstHops = (hops: readonly Hop[]): readonly Hop[] =>
  hops.filter((hop, nth) => hops.findIndex(({ packet }) => packet.id === hop.packet.id) === nth);

import type { Text } from "../../assets/text/text.ts";
import { roles } from "../../shared/contract/mission.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { type DeskReading, presentDesks } from "./debrief-desks.ts";
import { oneOf, type Question } from "./debrief-question-options.ts";

/** What the three desks will show of their letter: who could read what, or what became of its TTL. */
export function desksQuestion(story: Story, text: Text): Question | undefined {
  const { desks = [] } = presentDesks(story, text) ?? {};
  const [first, last] = [desks[0], desks.at(-1)];
  if (first === undefined || last === undefined || desks.length < roles.length) return undefined;
  const found = oneOf(story, [
    whoReads(desks, "destinationPort", text),
    whichTtl(first, last, text),
    whoReads(desks, "contents", text),
  ]);
  return found && { about: text.debrief.question.letter(first.name, last.name), ...found };
}

type Found = Omit<Question, "about">;

/** Who can read something, by the roles that do. */
const readers = { all: "client router server", ends: "client server", server: "server", none: "" };
type Readers = keyof typeof readers;
const readersShown = Object.keys(readers) as readonly Readers[];

function whoReads(
  desks: readonly DeskReading[],
  field: "destinationPort" | "contents",
  text: Text,
): Found | undefined {
  if (desks.some(({ readings }) => readings[field] === undefined)) return undefined;
  const reading = desks.filter(({ readings }) => readings[field]?.kind === "read");
  const those = roles.filter((role) => reading.some((desk) => desk.role === role)).join(" ");
  const right = readersShown.findIndex((one) => readers[one] === those);
  const { question } = text.debrief;
  if (right < 0) return undefined;
  return {
    asks: question.asks.reads[field],
    options: readersShown.map((one) => question.readers[one]),
    right,
  };
}

const ttlsShown = 4;

/** Every router on the way takes one off. */
function whichTtl(first: DeskReading, last: DeskReading, text: Text): Found | undefined {
  const [left, came] = [ttlOf(first), ttlOf(last)];
  if (left === undefined || came === undefined) return undefined;
  const shown = [...new Set([left, came + 1, came, came - 1, came - 2])]
    .filter((ttl) => ttl >= 0 && ttl <= left)
    .slice(0, ttlsShown);
  return {
    asks: text.debrief.question.asks.ttl(String(left)),
    options: shown.map((ttl) => text.debrief.question.ttl(ttl)),
    right: shown.indexOf(came),
  };
}

function ttlOf({ readings: { ttl } }: DeskReading): number | undefined {
  return ttl?.kind === "read" ? Number(ttl.words) : undefined;
}

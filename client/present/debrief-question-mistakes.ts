import type { Text } from "../../assets/text/text.ts";
import { roles } from "../../shared/contract/mission.ts";
import type { HeaderField } from "../../shared/contract/reasons.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { type CommonMistake, commonMistakes } from "./debrief-mistakes.ts";
import { oneOf, optionsFrom, type Question } from "./debrief-question-options.ts";

/** What the list of mistakes will show first: whose desk it was, or what was wrong. Two that are as frequent ask nothing. */
export function mistakesQuestion(story: Story, text: Text): Question | undefined {
  const mistakes = commonMistakes(story);
  const top = mistakes.filter(({ count }) => count === mistakes[0]?.count);
  const found = oneOf(story, [atWhichDesk(story, top, text), inWhichField(story, top, text)]);
  return found && { about: undefined, ...found };
}

type Found = Omit<Question, "about">;

/** Where people of one role play among machines it is clear whose desk it was. */
function atWhichDesk(story: Story, top: readonly CommonMistake[], text: Text): Found | undefined {
  const played = story.mission.boxes.filter(({ id }) => story.nicknames[id] !== undefined);
  const role = onlyOne(top.map((mistake) => mistake.role));
  if (role === undefined || new Set(played.map((box) => box.role)).size < 2) return undefined;
  const { mistakes, question } = text.debrief;
  return {
    asks: question.asks.mistakeDesk,
    options: roles.map((one) => mistakes.desk(text.names.roles[one])),
    right: roles.indexOf(role),
  };
}

const fieldsShown = 4;
const fieldsOfDatagrams = ["destinationAddress", "destinationPort", "sourcePort", "ttl"] as const;
const fieldsOfSegments = ["flags", "sequence", "acknowledgment", "destinationAddress"] as const;

function inWhichField(story: Story, top: readonly CommonMistake[], text: Text): Found | undefined {
  const field = onlyOne(top.map((mistake) => mistake.field));
  if (field === undefined) return undefined;
  const hasSegments = story.hops.some(({ packet }) => packet.body.protocol === "tcp");
  const shown = optionsFrom<HeaderField>(
    hasSegments ? fieldsOfSegments : fieldsOfDatagrams,
    field,
    fieldsShown,
  );
  const { mistakes, question } = text.debrief;
  return {
    asks: question.asks.mistakeField,
    options: shown.map((one) => mistakes.fields[one]),
    right: shown.indexOf(field),
  };
}

/** What all have in common. */
const onlyOne = <T>(all: readonly T[]): T | undefined =>
  new Set(all).size === 1 ? all[0] : undefined;

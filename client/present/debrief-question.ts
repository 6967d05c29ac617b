import type { Text } from "../../assets/text/text.ts";
import {
  type DebriefPart,
  type DebriefStep,
  debriefSteps,
  partOf,
  revealOf,
} from "../../shared/contract/debrief-steps.ts";
import type { View } from "../../shared/contract/view.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { desksQuestion } from "./debrief-question-desks.ts";
import { diagramQuestion } from "./debrief-question-diagram.ts";
import { mistakesQuestion } from "./debrief-question-mistakes.ts";
import type { Question } from "./debrief-question-options.ts";
import { riddleOf } from "./debrief-riddle.ts";

type AskingStep = keyof typeof makers;

const makers = {
  askDiagram: diagramQuestion,
  askDesks: (story: Story, text: Text) => desksQuestion(story, text),
  askMistakes: (story: Story, text: Text) => mistakesQuestion(story, text),
} as const;

const isAsking = (step: DebriefStep): step is AskingStep => Object.hasOwn(makers, step);

/**
 * The question that stands at a step or was answered there, the same on every screen; none where the round gives none.
 * Whoever looks back alone is asked about what their own desk will show.
 */
export function questionAt(
  step: DebriefStep,
  story: Story,
  text: Text,
  me?: BoxId,
): Question | undefined {
  const asking = debriefSteps.filter(isAsking);
  const found = asking.find((one) => one === step || revealOf[one] === step);
  return found && makers[found](story, text, me);
}

/** The steps that this round has: what cannot be asked about is shown at once. */
export const stepsOf = (story: Story, text: Text, me?: BoxId): readonly DebriefStep[] =>
  debriefSteps.filter((step) => !isAsking(step) || questionAt(step, story, text, me) !== undefined);

/** Where one can go from a step, and whether the next one answers a question that stands. */
export type Walk = {
  readonly back: DebriefStep | undefined;
  readonly forward: DebriefStep | undefined;
  readonly reveals: boolean;
};

/** The way on from a step, through those that this round has. */
export function walkFrom(steps: readonly DebriefStep[], step: DebriefStep, story?: Story): Walk {
  const here = standAt(steps, step);
  const at = steps.indexOf(here);
  const isRiddle = here === "guess" && story !== undefined && riddleOf(story) !== undefined;
  return { back: steps[at - 1], forward: steps[at + 1], reveals: isRiddle || isAsking(here) };
}

/** Where a part begins: with its question, if it has one. */
export const beginOf = (steps: readonly DebriefStep[], part: DebriefPart): DebriefStep =>
  steps.find((step) => partOf(step) === part) ?? part;

/** Where somebody stands who was led to a step: a question that the round does not have is answered already. */
export const standAt = (steps: readonly DebriefStep[], step: DebriefStep): DebriefStep =>
  isAsking(step) && !steps.includes(step) ? revealOf[step] : step;

/** How an option is called on the line: by its number. */
const choiceOf = (place: number): string => String(place + 1);

/** An option with how many have chosen it, and whether I did. */
export type CountedOption = {
  readonly choice: string;
  readonly words: string;
  readonly count: number;
  readonly isMine: boolean;
  readonly isRight: boolean;
};

/** The options of a question with the guesses that the viewer may see. */
export const countedOptions = (
  { options, right }: Question,
  { guesses }: View,
): readonly CountedOption[] =>
  options.map((words, place) => {
    const choice = choiceOf(place);
    const { count = 0, mine = false } = guesses[choice] ?? {};
    return { choice, words, count, isMine: mine, isRight: place === right };
  });

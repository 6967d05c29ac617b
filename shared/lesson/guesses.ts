import { type QuestionStep, questionOf } from "../contract/debrief-steps.ts";
import type { PlayerId, PlayerIntent, Refusal } from "../contract/intent.ts";
import type { View } from "../contract/view.ts";
import type { Lesson, NetworkId } from "./lesson.ts";

type Guess = PlayerIntent & { readonly kind: "guess" };
type Guesses = Readonly<Record<PlayerId, string>>;

/** The network that is shown to everybody: the host's choice, else the first. */
export const shownNetwork = ({ shown, networks }: Lesson): NetworkId | undefined =>
  shown ?? Object.keys(networks)[0];

/** Notes what somebody thinks, until it is shown. Each network's round asks something else. */
export function takeGuess(lesson: Lesson, by: PlayerId, guess: Guess): Refusal | undefined {
  const { step, network, choice } = guess;
  const isOpen = lesson.phase === "debrief" && lesson.step === step;
  if (!isOpen || network !== shownNetwork(lesson)) return "outOfTurn";
  const question = nameQuestion(network, step);
  lesson.guesses[question] = { ...lesson.guesses[question], [by]: choice };
  return undefined;
}

/** How many have guessed at the question that stands, or that was answered just now. */
export const countGuesses = (lesson: Lesson): number => Object.keys(guessesNow(lesson)).length;

/** Until it is shown pupils see their own guess alone, the big screen none, and the host all: how many chose what. */
export function viewGuesses(
  lesson: Lesson,
  viewer: "host" | "screen" | { readonly player: PlayerId },
): View["guesses"] {
  const guesses = guessesNow(lesson);
  const mine = typeof viewer === "object" ? guesses[viewer.player] : undefined;
  const isShown = lesson.step !== questionOf(lesson.step);
  if (viewer === "host" || isShown) return counted(Object.values(guesses), mine);
  return counted(mine === undefined ? [] : [mine], mine);
}

function counted(choices: readonly string[], mine: string | undefined): View["guesses"] {
  if (choices.length === 0) return noGuesses;
  return Object.fromEntries(
    [...new Set(choices)].map((choice) => [
      choice,
      { count: choices.filter((other) => other === choice).length, mine: choice === mine },
    ]),
  );
}

const noGuesses = {};

function guessesNow(lesson: Lesson): Guesses {
  const [question, network] = [questionOf(lesson.step), shownNetwork(lesson)];
  if (question === undefined || network === undefined) return {};
  return lesson.guesses[nameQuestion(network, question)] ?? {};
}

const nameQuestion = (network: NetworkId, step: QuestionStep): string => `${network} ${step}`;

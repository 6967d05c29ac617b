/** What is shown of a round that is over, in this order: before each thing that happened everybody guesses what it was. */
export const debriefSteps = [
  "guess",
  "replay",
  "askDiagram",
  "diagram",
  "askDesks",
  "desks",
  "askMistakes",
  "mistakes",
  "standings",
] as const;
export type DebriefStep = (typeof debriefSteps)[number];

/** The steps at which everybody guesses, each with the step that shows how it really was. */
export const revealOf = {
  guess: "replay",
  askDiagram: "diagram",
  askDesks: "desks",
  askMistakes: "mistakes",
} as const satisfies Partial<Record<DebriefStep, DebriefStep>>;
export type QuestionStep = keyof typeof revealOf;

export const questionSteps = Object.keys(revealOf) as readonly QuestionStep[];

/** The parts of a debrief, as they are counted and listed: a question belongs to what it is about. */
export const debriefParts = debriefSteps.filter(
  (step): step is DebriefPart => !step.startsWith("ask"),
);
export type DebriefPart = Exclude<DebriefStep, `ask${string}`>;

/** The part that a step belongs to. */
export const partOf = (step: DebriefStep): DebriefPart =>
  debriefParts.find((part) => part === step) ?? revealOf[step as QuestionStep];

/** The question that stands at a step, or that was answered there. */
export const questionOf = (step: DebriefStep | undefined): QuestionStep | undefined =>
  questionSteps.find((question) => question === step || revealOf[question] === step);

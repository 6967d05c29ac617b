import type { View } from "../../shared/contract/view.ts";

/** What can be heard of a lesson. Each of it is seen on the big screen, too. */
export type Sound = "begins" | "ends" | "pauses" | "resumes" | "answer" | "tick" | "step";

/** What of a lesson makes a sound when it changes. */
export type SoundScene = {
  readonly phase: string;
  readonly paused: boolean;
  readonly step: string;
  readonly answered: number;
  /** How long the round still lasts, while one is played. */
  readonly seconds: number | undefined;
};

/** Only the last seconds are heard: a class is not to be driven. */
const tickedSeconds = 5;

/** What the big screen's view says about sounds. */
export function soundScene(view: View, secondsLeft: number | undefined): SoundScene {
  const { phase = "", paused = false, step = "" } = view.lesson["now"] ?? {};
  const answers = Object.values(view.standings).map(({ answered }) => answered);
  return {
    ...{ phase, paused, step },
    answered: answers.reduce((sum, answered) => sum + answered, 0),
    seconds: phase === "play" ? secondsLeft : undefined,
  };
}

/** What is to be heard between two looks: one sound at most, the one that says most. */
export function soundBetween(before: SoundScene, now: SoundScene): Sound | undefined {
  if (now.phase !== before.phase) return phaseSounds[now.phase];
  if (now.paused !== before.paused) return now.paused ? "pauses" : "resumes";
  if (now.step !== before.step) return "step";
  return now.phase === "play" && !now.paused ? soundInPlay(before, now) : undefined;
}

function soundInPlay(before: SoundScene, { seconds = 0, answered }: SoundScene): Sound | undefined {
  const isLast = seconds > 0 && seconds <= tickedSeconds;
  if (isLast && seconds !== before.seconds) return "tick";
  return answered > before.answered ? "answer" : undefined;
}

const phaseSounds: Readonly<Record<string, Sound>> = {
  play: "begins",
  result: "ends",
  debrief: "step",
};

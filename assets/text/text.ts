import { enCoach } from "./en/coach.ts";
import { enConsole } from "./en/console.ts";
import { enDebrief } from "./en/debrief.ts";
import { enDesk } from "./en/desk.ts";
import { enNames } from "./en/names.ts";
import { enPair } from "./en/pair.ts";
import { enPractice } from "./en/practice.ts";
import { enSavedLesson } from "./en/saved-lesson.ts";
import { enSelfTest } from "./en/selftest.ts";
import { enShell } from "./en/shell.ts";
import { enStory } from "./en/story.ts";
import { koCoach } from "./ko/coach.ts";
import { koConsole } from "./ko/console.ts";
import { koDebrief } from "./ko/debrief.ts";
import { koDesk } from "./ko/desk.ts";
import { koNames } from "./ko/names.ts";
import { koPair } from "./ko/pair.ts";
import { koPractice } from "./ko/practice.ts";
import { koSavedLesson } from "./ko/saved-lesson.ts";
import { koSelfTest } from "./ko/selftest.ts";
import { koShell } from "./ko/shell.ts";
import { koStory } from "./ko/story.ts";
import type { Shape } from "./shape.ts";

/** The languages of the game; both are first languages. */
export const languages = ["ko", "en"] as const;
export type Language = (typeof languages)[number];

const ko = {
  names: koNames,
  desk: koDesk,
  coach: koCoach,
  shell: koShell,
  console: koConsole,
  pair: koPair,
  practice: koPractice,
  story: koStory,
  debrief: koDebrief,
  savedLesson: koSavedLesson,
  selfTest: koSelfTest,
};

/** Everything the game can say, in one language. */
export type Text = Shape<typeof ko>;

/** Everything the game can say, in each language. */
export const texts: Readonly<Record<Language, Text>> = {
  ko,
  en: {
    names: enNames,
    desk: enDesk,
    coach: enCoach,
    shell: enShell,
    console: enConsole,
    pair: enPair,
    practice: enPractice,
    story: enStory,
    debrief: enDebrief,
    savedLesson: enSavedLesson,
    selfTest: enSelfTest,
  },
};

import type { koSavedLesson } from "../ko/saved-lesson.ts";
import type { Shape } from "../shape.ts";

/** Looking at a lesson again out of its file, in English. */
export const enSavedLesson = {
  title: "Look at a saved lesson",
  why: "Open the “Journal .json” file that was downloaded on the host’s page, and watch the rounds of that lesson again from the start.",
  local:
    "The file is read in this browser alone: it is sent nowhere, and it opens without the internet.",
  pick: "Choose a file",
  another: "Open another file",
  drop: "Or drop the file anywhere here.",
  reading: "Playing the journal through… a long lesson takes a few seconds.",
  same: "It played out exactly as it was saved.",
  what: "What to look at",
  round: "Round",
  roundOf: (round, mission) => `Round ${round} · ${mission}`,
  team: "Team",
  desk: "From whose desk",
  allDesks: "Everybody, without names",
  seat: (box, name) => `${box} · ${name}`,
  nothing: "No round of this lesson was played to its end.",
  stays: "The lesson you were looking at is still here.",
  faults: {
    tooLarge: "This file is too large, so it was not opened. No journal is larger than 16 MB.",
    notJson: "This is not the journal of a lesson. Choose a journal, whose name ends with .json.",
    notJournal: "This .json file is not the journal of a Port of Call lesson.",
    formatUnknown:
      "This journal was saved by a newer version of the game. Reload the page and open it again.",
    rulesDiffer: "This journal was saved under other rules, so it cannot be played out as it was.",
    missionUnknown: "This lesson played a mission that this game does not have.",
    damaged: "The journal is damaged: something in it is missing or miswritten.",
    differs:
      "Played out again, this journal does not end as it did when it was saved: it was changed, or another version of the game saved it.",
  },
} satisfies Shape<typeof koSavedLesson>;

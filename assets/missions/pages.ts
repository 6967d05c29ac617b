import { page } from "./page.ts";

/** The programs of chapter 4, whose answers are pages of five cards. */
export const pages = [
  {
    id: "poem",
    box: "server1",
    question: "poem? ",
    answers: [
      page("Twinkle,", "twinkle,", "little", "star, so", "far!"),
      page("Row, row,", "row your", "boat down", "the quiet", "river."),
      page("Who has", "seen the", "wind? Not", "you, and", "not I."),
    ],
    listening: true,
  },
  {
    id: "story",
    box: "server1",
    question: "story ",
    answers: [
      page("A fox saw", "grapes too", "high up.", "Sour, he", "said."),
      page("A tortoise", "raced with", "a hare who", "slept too", "long."),
      page("A crow", "threw", "stones in", "a jug of", "water."),
    ],
    listening: true,
  },
  {
    id: "quote",
    box: "server2",
    question: "quote ",
    answers: [
      page("A calm sea", "has never", "made a", "skilled", "sailor"),
      page("Many hands", "make light", "work, many", "heads good", "plans."),
    ],
    listening: true,
  },
  {
    id: "diary",
    box: "server2",
    question: "note? ",
    answers: [
      page("Monday:", "rain, but", "we found", "the lost", "cat."),
      page("Friday:", "we flew", "kites, and", "mine is in", "a tree"),
    ],
    listening: true,
  },
] as const;

import { page } from "./page.ts";

/** The programs of chapter 4, whose answers are pages of six cards. */
export const pages = [
  {
    id: "poem",
    box: "server1",
    question: "poem? ",
    answers: [
      page("Twinkle,", "twinkle,", "little", "star: what", "are you", "up to?"),
      page("Row, row,", "row your", "boat down", "the quiet", "little", "stream"),
      page("Who has", "seen the", "wind? Not", "you or I:", "the trees", "bowed."),
    ],
    listening: true,
  },
  {
    id: "story",
    box: "server1",
    question: "story ",
    answers: [
      page("A fox saw", "grapes too", "high up.", "He fell.", "Sour, he", "said."),
      page("A tortoise", "raced with", "a hare.", "The hare", "slept too", "long."),
      page("A crow was", "thirsty.", "She threw", "stones in", "a jug of", "water."),
    ],
    listening: true,
  },
  {
    id: "quote",
    box: "server2",
    question: "quote ",
    answers: [
      page("A calm sea", "has never", "made any", "skilled", "sailor,", "ever."),
      page("Many hands", "make light", "work, many", "heads make", "good", "plans."),
    ],
    listening: true,
  },
  {
    id: "diary",
    box: "server2",
    question: "note? ",
    answers: [
      page("Monday:", "rain. We", "stayed in", "and found", "the lost", "cat."),
      page("Friday:", "sun. We", "flew kites", "and mine", "is in a", "tree."),
    ],
    listening: true,
  },
] as const;

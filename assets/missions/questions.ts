/** What programs are asked for, and what they answer: a card each. */
export const questions = {
  time: { id: "time", question: "time? ", answers: ["09:41 ", "12:30 ", "15:05 "] },
  score: { id: "score", question: "score ", answers: ["saved ", "best! "] },
  quote: { id: "quote", question: "quote ", answers: ["smile ", "think ", "share "] },
  diary: { id: "diary", question: "note? ", answers: ["hello ", "sunny "] },
} as const;

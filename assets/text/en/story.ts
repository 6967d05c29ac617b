import type { koStory } from "../ko/story.ts";
import type { Shape } from "../shape.ts";

/** What is told of a round afterwards, in English: the sequence diagram, the race against oneself, captures. */
export const enStory = {
  capture: {
    about: (mission, seed) =>
      `${mission}, seed ${seed}. A second at the desk is a millisecond here.`,
    lost: "Lost on this line.",
    said: (who, deed, why, rule) => `${who}: ${deed}. ${why} (${rule})`,
  },
  sequence: {
    title: "Where the letters went",
    how: "Time runs from top to bottom. Each arrow is one letter crossing one line.",
    segments: "A TCP letter shows its control bits and “sequence | acknowledgment”.",
    pick: "Letters to show",
    mine: "All letters at my desk",
    ends: {
      answered: "answered",
      failed: "not answered",
      givenUp: "given up",
      open: "not finished",
    },
    faults: (count) => (count === 1 ? "1 slip" : `${count} slips`),
    acts: "My moves in this picture",
    noActs: "You did nothing by hand in this errand.",
    deeds: {
      card: "card",
      slot: (sequence) => `slot ${sequence}`,
      discard: "throw away",
      letGo: "let go",
    },
    repeats: { again: "again", same: "same" },
    cameHome: (seconds) =>
      seconds === 1
        ? "The result came home a second later."
        : `The result came home ${seconds} seconds later.`,
    neverCameHome: "Nothing ever came back, so you could not know at the time.",
    quiet: (seconds) => `nothing for ${seconds} s`,
    table: "Show as a table",
    inTable: "The table below says the same in words.",
    columns: { at: "Time", from: "From", to: "To", letter: "Letter", end: "What became of it" },
    fates: {
      arrived: (at) => `arrived at ${at}`,
      lost: () => "lost on the way",
      underWay: () => "under way when the round ended",
      beltFull: (at) => `came at ${at}, but the belt was full and it fell off`,
      dead: (at) => `came at ${at}, but the machine was off`,
      expired: (at) => `thrown away at ${at}: its TTL was 0`,
      noSlotFree: (at) => `came at ${at}, but no slot was free and it was lost`,
      discarded: (at) => `came at ${at} and was thrown away`,
    },
  },
  ghost: {
    rematch: "Same round again (ghost)",
    rematchHint: "Same errands, same addresses. Your last letters race along as pale envelopes.",
    split: (nth, gap) => `Errand ${nth}: ${gap}`,
    gap: (sign, seconds) => `${sign}${seconds} s`,
    than: {
      faster: "faster than last time",
      slower: "slower than last time",
      same: "same as last time",
    },
    title: "You against your last run",
    ahead: (points) =>
      points === 1 ? "1 point more than last time!" : `${points} points more than last time!`,
    behind: (points) =>
      points === 1 ? "Last time you had 1 point more." : `Last time you had ${points} points more.`,
    level: "The same score as last time.",
    columns: { errand: "Errand", before: "Last time", now: "This time", gap: "Gap" },
    nth: (nth) => `Answer ${nth}`,
    score: "Score",
    points: (score) => (score === 1 ? "1 point" : `${score} points`),
    none: "none",
  },
} satisfies Shape<typeof koStory>;

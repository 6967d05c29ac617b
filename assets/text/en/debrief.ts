import type { koDebrief } from "../ko/debrief.ts";
import type { Shape } from "../shape.ts";

/** What is shown of a round that is over, in English: the guess, the replay, three desks, mistakes, standings. */
export const enDebrief = {
  title: "Looking back",
  follow: "You are looking at this together with your teacher.",
  loading: "Fetching what happened in this round…",
  failed: "What happened in this round could not be fetched.",
  steps: "Steps of looking back",
  alone: {
    title: "Look back on this round",
    how: "Guess first, then see: where a letter was lost, the round again, and what each desk could see.",
    open: "Look back step by step",
    close: "Fold away",
  },
  upper: (line) => `${line} (upper)`,
  lower: (line) => `${line} (lower)`,
  place: (name, address) => (address === "" ? name : `${name}, ${address}`),
  guess: {
    asks: {
      lost: "Where was this letter lost?",
      stopped: "How far did this letter get?",
    },
    letter: (from, to) => `${from} → ${to}`,
    errand: (service) => `A letter of the “${service}” errand`,
    leftAt: (time) => `left at ${time}`,
    tap: "Press one machine or line on the map.",
    everybody: "Pick one machine or line on your own screen.",
    mine: (place) => `Your guess: ${place}`,
    change: "You can change it until the answer is shown.",
    places: "Places to pick from",
    picked: (count) => (count === 1 ? "1 guess" : `${count} guesses`),
    count: (count) => (count === 1 ? "1 has guessed" : `${count} have guessed`),
    nobody: "Nobody has guessed yet.",
    counted: "Guesses for each place",
    none: "No letter of your errands was lost this round. They all got through!",
  },
  answer: {
    title: (place) => `Answer: ${place}`,
    right: "You got it!",
    tally: (right, all) => `${right} of ${all} guessed it.`,
    scene: "Watch it happen",
    fates: {
      lost: "It was lost on this line. Neither end could know at that moment.",
      beltFull: "It came this far, but the belt was full and it fell off.",
      noSlotFree: "It came this far, but half-open connections held every slot.",
      dead: "It came this far, but the machine was off and nobody took it in.",
      expired: "It went round and round until its TTL reached 0 here.",
      noRoute: "It came this far, but no route led on to its address.",
      notMine: "It came here, but its address was another machine’s, so it was thrown away.",
      closedPort: "It came this far, but no program listened at its port, so it was sent back.",
    },
  },
  question: {
    tap: "Pick the answer that you think is right.",
    everybody: "Pick an answer on your own screen.",
    options: "Answers to pick from",
    mine: (words) => `Your guess: ${words}`,
    counted: "Guesses for each answer",
    errand: (service, client) => `${client}’s “${service}” errand`,
    letter: (from, to) => `A letter from ${from} to ${to}`,
    asks: {
      sentAgain:
        "A letter of this errand was lost on its way. Who was the first to send one again?",
      cameNext: (from, letter, to) =>
        `The first letter of ${from} (${letter}) has reached ${to}. What did ${to} send next?`,
      crossings: "How many times did its letters cross a line? One letter on one line counts once.",
      ending: "How did this errand end?",
      reads: {
        destinationPort: "At which desks could the destination port of this letter be read?",
        contents: "At which desks could the contents of this letter be read?",
      },
      ttl: (ttl) => `Its TTL was ${ttl} when it left. What was it when it reached the server?`,
      mistakeDesk: "At which desk did the most common mistake happen?",
      mistakeField: "Which field is worth a look, so that the most common mistake happens less?",
    },
    nobody: "Nobody sent one again",
    times: (count) => (count === 1 ? "once" : `${count} times`),
    ttl: (ttl) => `TTL ${ttl}`,
    readers: {
      all: "All three desks",
      ends: "The client and the server only",
      server: "The server only",
      none: "Nowhere",
    },
  },
  replay: {
    play: "Play",
    pause: "Pause",
    alone: "Move it on my own",
    together: "Watch with the teacher",
    fromStart: "From the start",
    speed: "Speed",
    times: (speed) => `×${speed}`,
    position: "Time to look at",
    at: (now, end) => `${now} of ${end}`,
    map: "The letters as they travelled then",
    moments: "What happened",
    quiet: "No line was cut in this round, and no letter was lost.",
    goTo: (time, words) => `${time} ${words}`,
    more: (count) => (count === 1 ? "And once more." : `And ${count} more.`),
    changes: {
      lineCut: (place) => `The line ${place} was cut`,
      lineMended: (place) => `The line ${place} was mended`,
      boxDies: (place) => `${place} went off`,
      boxRevives: (place) => `${place} came back on`,
      setLoss: (place, amount) =>
        amount === 0
          ? `The line ${place} stopped losing letters`
          : `The line ${place} began to lose ${amount}%`,
      setDelay: (place, amount) =>
        amount === 1
          ? `The line ${place} was as fast as before`
          : `The line ${place} became ${amount} times slower`,
      programStops: (service) => `The door of “${service}” was closed`,
      programsSwap: (services) => `The programs “${services}” swapped doors`,
    },
    ends: {
      lost: (place) => `A letter was lost on the line ${place}`,
      beltFull: (place) => `A letter fell off the full belt of ${place}`,
      noSlotFree: (place) => `${place} had no slot free for a letter`,
      dead: (place) => `A letter reached ${place} while it was off`,
      expired: (place) => `A letter’s TTL reached 0 at ${place}`,
      noRoute: (place) => `A letter found no way on at ${place}`,
      notMine: (place) => `${place} threw away a letter for somebody else`,
      closedPort: (place) => `${place} sent back a letter to a closed door`,
    },
  },
  diagram: {
    how: "Time runs from top to bottom. Each arrow is one letter crossing one line.",
    errand: (service, client, end) => `${client}’s “${service}” errand · ${end}`,
    none: "No errand of this round had any letters.",
  },
  desks: {
    how: "It is the very same letter, but each desk can read different fields.",
    desk: (role) => `At the ${role} desk`,
    at: (time) => `as seen at ${time}`,
    fields: {
      protocol: "Kind",
      source: "Source address",
      destination: "Destination address",
      ttl: "TTL",
      sourcePort: "Source port",
      destinationPort: "Destination port",
      flags: "Control bits",
      sequence: "Sequence number",
      acknowledgment: "Acknowledgment number",
      contents: "Contents",
    },
    field: "Field",
    sealed: "cannot see it",
    covered: "covered",
    why: {
      client: "It wrote the letter, so it knows what is inside.",
      router:
        "It reads the addresses and the TTL on the outside, and nothing of the program it is for.",
      server: "The letter is for it, so it reads the port and finds the right door.",
    },
    ttl: "Each router on the way takes 1 off the TTL.",
    none: "No letter of this round passed all three desks.",
  },
  mistakes: {
    how: "Not who did it, but at which desk it happened most.",
    desk: (role) => `${role} desk`,
    look: (field) => `Look at: ${field}`,
    fields: {
      destinationAddress: "destination address",
      destinationPort: "destination port",
      sourcePort: "source port",
      ttl: "TTL",
      flags: "control bits",
      sequence: "sequence number",
      acknowledgment: "acknowledgment number",
    },
    silent: (count, all) =>
      count === all
        ? "Nothing ever came back, so nobody could know at the time."
        : `Nothing came back from ${count} of them, so nobody could know at the time.`,
    none: "There is no mistake to talk about in this round. Well done!",
    showNames: "Show names",
    hideNames: "Hide names",
    namesHint: "Names appear on this screen only. Do not press this while the class can see it.",
    who: (name, count) => `${name}: ${count}`,
  },
  standings: {
    caption: "Team scores",
    rank: "Place",
    team: "Team",
    stars: "Stars",
    answered: "Answers",
    points: "Points",
    nth: (nth) => String(nth),
    ours: "our team",
    bonus: (points) => `+${points} for doing well together`,
    experiment:
      "This was an experiment, so there are no points. What you gain is knowing what failed, and why.",
  },
  meanwhile: (count) =>
    count === 1
      ? "While you were away the autopilot acted once for you. It is your turn again!"
      : `While you were away the autopilot acted ${count} times for you. It is your turn again!`,
} satisfies Shape<typeof koDebrief>;

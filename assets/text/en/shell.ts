import type { koShell } from "../ko/shell.ts";
import type { Shape } from "../shape.ts";

/** Everything around the desk, in English: front page, rooms, role cards, results, the host's page. */
export const enShell = {
  pitch:
    "Each of you is one machine of the internet, and carries real packets to the right IP and port.",
  home: "Front page",
  cancel: "Cancel",
  tryAgain: "Try again",
  working: "Getting ready…",
  broken: {
    title: "The game could not be loaded",
    body: "Check your internet connection and reload the page.",
  },
  reload: "Reload",
  front: {
    join: "Join with a code",
    joinHint: "Type the six digits on your teacher’s screen.",
    code: "Room code",
    enter: "Join",
    codeShort: "Please type all six digits.",
    practice: "Practice alone",
    practiceHint: "Pick one role. The other machines run by themselves.",
    practiceGo: "Pick a role",
    host: "Open a room",
    hostFor: "Teachers",
    hostHint: "You get a six-digit code. Students type it in: no accounts needed.",
    hostGo: "Open a new room",
    hostBack: (code) => `Back to room ${code}`,
    selfTest: "School network check",
    picture: "A route map: a postcard from a laptop passes two routers and reaches a server",
  },
  roles: {
    client: {
      sees: "Your errands, your book, the envelopes sent to you",
      does: "Write the address and both ports for each errand; bring answers to their doors.",
    },
    router: {
      sees: "Source, destination and TTL of passing letters",
      does: "Pass each letter on by the longest match for its destination.",
    },
    server: {
      sees: "Addresses and ports of letters sent to you",
      does: "Open a door for each program, tell its number, bring letters to their doors.",
    },
  },
  practice: {
    title: "Which role would you like to try?",
    pick: "Role",
    first: "New",
    guided: "Step by step",
    guidedHint: "Each step lights up and the fields are filled in for you.",
    standardHint: "Only the first two of each step light up. Then it is all yours.",
    start: "Start practice",
  },
  join: {
    title: "Join a room",
    entering: (code) => `Joining room ${code}…`,
    opening: "Opening a new room…",
    newSeat: "Join with a new seat",
    selfTest: "Check what is blocked",
    refused: {
      wrongCode: {
        title: "There is no such room",
        body: "Please check the six digits once more.",
      },
      roomFull: {
        title: "The room is full",
        body: "Every seat is taken. Tell your teacher, then try again.",
      },
      roomLocked: {
        title: "Nobody can join just now",
        body: "Your teacher has locked the room. Ask for it to be opened, then try again.",
      },
      roomClosed: {
        title: "This room is closed",
        body: "It has ended. Ask your teacher whether there is a new code.",
      },
      pageOld: {
        title: "The game has been updated",
        body: "This page is an old one. Reload it and you can join.",
      },
      lessonOld: {
        title: "This lesson cannot be continued",
        body: "It was saved by an earlier version whose rules were different. Please open a new room.",
      },
      badKey: {
        title: "This key does not fit",
        body: "Copy the link again on the device you used before, or join with a new seat.",
      },
      badHostKey: {
        title: "You cannot host this room here",
        body: "This device does not hold the room’s key. Use the device that opened it, or open a new room.",
      },
      unreachable: {
        title: "The server cannot be reached",
        body: "Check your internet connection and try again. A school firewall may be blocking WebSockets.",
      },
      tooMany: {
        title: "Please wait a moment",
        body: "That was too many tries in a short time. Try again in a little while.",
      },
    },
  },
  seat: {
    title: "Continue on another device",
    hint: "Open this link on the other device and it takes over this very seat. Keep it to yourself.",
    link: "Link to my seat",
    copy: "Copy",
    copied: "Copied",
  },
  lobby: {
    title: "Waiting room",
    myName: "My nickname",
    rename: "Another nickname",
    count: (count) => (count === 1 ? "1 person" : `${count} people`),
    offline: "Not connected",
    throwHint: "Press a name and a letter flies there.",
    throwTo: (name) => `Throw a letter to ${name}`,
    caught: (name) => `A letter from ${name}!`,
    caughtCount: (count) => (count === 1 ? "1 letter caught" : `${count} letters caught`),
    ready: "I’m ready",
    isReady: "Ready!",
    readyMark: "ready",
    waits: "It starts when your teacher starts it.",
    noSeat: "There is no free seat in this round. You will join the next one.",
  },
  briefing: {
    address: "My address",
    toRole: "Got it. Show my role",
    ready: "I’m ready",
    isReady: "Ready. Waiting for the others.",
    readyCount: (ready, all) => `${ready} of ${all} ready`,
    startsIn: (seconds) => (seconds === 1 ? "Starts in 1 second" : `Starts in ${seconds} seconds`),
    late: "It starts anyway. The autopilot then sits in for you until you take over.",
  },
  result: {
    title: (round) => `Round ${round}: result`,
    points: (score) => (score === "1" ? "1 point" : `${score} points`),
    bonus: (score) => `including ${score} for doing well together`,
    stars: (stars) => `${stars} of 3 stars`,
    answered: "Errands answered",
    failed: "Errands without an answer",
    mine: "What I did",
    right: "Right",
    wasteful: "Not needed",
    wrong: "Wrong",
    missed: "Missed",
    share: (percent) => `${percent}% of what your desk had to do was right.`,
    shareOfOthers: (role, percent) => `Other ${role.toLowerCase()}s: ${percent}% on average`,
    times: (count) => (count === 1 ? "once" : `${count} times`),
    hidden: (count, all) =>
      count === all
        ? "Nothing ever came back, so you could not know at the time."
        : `Nothing came back from ${count} of them, so you could not know at the time.`,
    nothing: "You did nothing by hand in this round.",
    next: "Your teacher starts the next round.",
    again: "Again",
    otherRole: "Another role",
  },
  over: {
    closed: {
      title: "The room is closed",
      seat: "Your teacher closed the room. Thank you for playing.",
      host: "You closed the room. Everybody has left.",
    },
    taken: {
      title: "This page is no longer connected",
      seat: "Somebody opened this seat in another tab or device, or your teacher removed you. If the seat is yours, you can take it back here.",
      host: "The host’s page of this room was opened in another tab or device.",
    },
    takeBack: "Continue here",
  },
  host: {
    phases: { play: "Playing" },
    close: "Close room",
    closeTitle: "Close the room?",
    closeBody: "Everybody leaves, and this code cannot be used again.",
  },
} satisfies Shape<typeof koShell>;

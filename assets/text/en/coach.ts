import type { koCoach, Told } from "../ko/coach.ts";
import type { Shape } from "../shape.ts";

const door = (port: string) => (port === "" ? "that door" : `door ${port}`);
const line = (box: string) => (box === "" ? "Your line" : `Your line to ${box}`);
const program = (service: string) =>
  service === "" ? "the program" : `the ${inSentence(service)}`;
const errand = (service: string) => (service === "" ? "the" : `the ${inSentence(service)}`);
const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** What the coach says in English: why something came out as it did, what happened, and why a move was refused. */
export const enCoach = {
  reasons: {
    addressedRight: "The address and both ports were right, so the answer found its way home.",
    wrongAddress:
      "The destination address was not the machine with that service, so your letter went elsewhere. Pick the address next to the service in your book.",
    wrongPort:
      "You found the right machine, but the destination port was not that program's door. Check the number in your book or ask the server.",
    sourcePortOfAnotherErrand:
      "You wrote another errand's number as the source port, so the answer came to that errand's door. Use the port on this errand's card.",
    sourcePortNobodyOpened:
      "You wrote a source port you never opened, so the answer had no door to come in by. Use the port on the errand's card.",
    sentBeforeTimeout:
      "You sent the same letter again while the answer could still come, which only filled the roads. Wait until its timer runs out.",
    resentRight:
      "The timer ran out without an answer, so you sent the same letter again. Nobody reports a lost letter: whoever waits has to notice.",
    keptKnocking:
      "You had used up your tries and sent yet another letter, which only filled the roads. After so much silence, give up and go on with the next errand.",
    gaveUpRight:
      "You had tried and waited enough, so giving up was right. Knocking on and on where nobody answers only fills the roads.",
    gaveUpTooSoon:
      "You gave up although you still had tries left, so the answer never came. A letter may just have got lost: when the timer runs out, send it again.",
    askedRight: "Asking was right: the server chose the port, so only the server knows it.",
    askedAgain: "You had already asked for that port. Give the server a moment to answer.",
    forwardedRight: "You found the longest match for the destination and used its exit.",
    shorterPrefix:
      "A longer match existed, but you used the exit of a shorter one. When several rows match, follow the one with the biggest number after the “/”.",
    forwardedDetour:
      "A shorter way to that district was up, but you sent the letter the long way round. Keep the detour for when the short way is cut.",
    forwardedDeadLine:
      "That line was cut, so the letter was simply lost. Check that an exit is up, and take the detour when it is not.",
    noMatchingPrefix:
      "The destination is not inside that row's prefix, so the letter took a wrong turn. Look for the row that starts like the address.",
    rejectedRoutable:
      "You sent back a letter as “no route” although there was one. If any row matches, use its exit.",
    pinnedRight: "You pinned the prefix to its best exit, so its letters flowed by themselves.",
    pinnedAstray:
      "You pinned the prefix to an exit that does not lead there, so letter after letter took a wrong turn. Move the pin to the exit in that row of the table.",
    pinnedDeadLine:
      "You pinned the prefix to a cut line, so every letter that flowed there was lost. Move the pin to the detour that is still up.",
    pinnedDetour:
      "The short way was up, but your pin sent the letters the long way round. Keep the detour for when the short way is cut.",
    deliveredRight: "Door and destination port matched, so the waiting program got its letter.",
    wrongDoor:
      "You used a door with another number than the destination port, so the wrong program got the letter. Compare the two numbers.",
    deliveredToNobody:
      "No program listens on that destination port, yet you used some other door. Send such letters back as “closed door”.",
    rejectedRight:
      "Nobody listens on that port, so sending the letter back was right. The sender gets an ICMP letter saying the port is closed.",
    rejectedOpenDoor:
      "You sent back a letter although its door was open. Before rejecting, look for its destination port among your doors.",
    boundRight: "You opened a free port, so the program now hears every letter sent to it.",
    portInUse:
      "Another program already uses that port, so the door did not open. Pick a number nobody uses.",
    systemPortTaken:
      "Ports 0–1023 are set aside for well-known services. Pick one from 1024 up for our own programs.",
    toldRight: "You told the port that is really open, so your friend can write to it now.",
    toldWrongPort:
      "The port you told is not the one that is open, so the letter knocked at another door. Read the number next to the program and tell it again.",
    letBeltOverflow:
      "All 8 places of the belt were taken, so the next letter fell off. Move the oldest letters first.",
  },
  /** Why no letter can be placed while its ports are covered. */
  coveredPort:
    "The port was covered, so there was no way to know which program was waiting for that letter. An address only finds the computer; finding the program inside takes one more number.",
  happenings: {
    coach: (_: Told) => "The result of what you did has come back.",
    errandAnswered: (told: Told) => `You got the answer for ${errand(told.service)} errand!`,
    errandFailed: (told: Told) => `Time ran out for ${errand(told.service)} errand.`,
    errandGivenUp: (told: Told) => `You gave up ${errand(told.service)} errand.`,
    noAnswer: (told: Told) =>
      `You waited, but no answer came from ${program(told.service)}. Your letter or its answer may have got lost on the way.`,
    doorClosed: (told: Told) =>
      `An ICMP letter says ${door(told.port)} is closed. No program listens on that port.`,
    nonsenseAnswer: (told: Told) =>
      `A strange answer came for ${errand(told.service)} errand. Some other program must have read your letter.`,
    ttlEnded: (_: Told) =>
      "A letter went round and round until its TTL was 0, and it was thrown away. An ICMP letter came to say so.",
    noRoute: (told: Told) =>
      told.address === ""
        ? "A router sent your letter back: it has no route."
        : `A router sent your letter back: it has no route to ${told.address}.`,
    programStopped: (told: Told) =>
      `The program behind ${program(told.service)} stopped and its door closed. Choose a port and open it again.`,
    doorAsked: (told: Told) =>
      `Somebody asks which door ${program(told.service)} has. Tell them the port you opened.`,
    doorTold: (told: Told) =>
      `The server says ${program(told.service)} is behind ${door(told.port)}.`,
    letterFellOff: (_: Told) => "The belt was full and a letter fell off.",
    lineCut: (told: Told) => `${line(told.box)} has been cut. Every letter sent that way is lost.`,
    lineMended: (told: Told) => `${line(told.box)} is up again.`,
    tookOver: (_: Told) => "You had not moved for a while, so the autopilot is carrying on.",
    welcomeBack: (_: Told) => "Welcome back! From here it is all yours.",
  },
  refusals: {
    malformed: "That request made no sense to the game. Try reloading the page.",
    outOfTurn: "Your last move is still on its way. Try again in a moment.",
    notHost: "Only the host can do that.",
    notPlayer: "Only players can do that.",
    noSeat: "You have no seat yet.",
    notPlaying: "You can do that once the round has started.",
    paused: "Nobody can move during a pause.",
    closed: "This room is closed.",
    full: "This room is full.",
    notYourLetter: "That letter is no longer on your desk.",
    notYourErrand: "That errand is over or is not yours.",
    notYourTool: "Your role cannot do that.",
    addressNotInBook: "Only addresses from your book can be used.",
    noSuchDoor: "No door with that number is open.",
    noSuchExit: "Your router has no such exit.",
    noSuchRow: "Your table has no such row, or that row has no pin.",
    noPinFree: "No pin is left. Take one off somewhere else first.",
    noSuchService: "There is no such service.",
    portNotInRange: "A port is a number from 1 to 65535.",
    alreadyListening: "That program already listens at a door.",
    noSuchPlayer: "That player is not in this room.",
    noSuchMission: "There is no such mission.",
    tooFast: "Too fast! Take a breath and try again.",
  },
  concepts: {
    ipAddress: "IP address",
    destinationPort: "Destination port",
    sourcePort: "Source port",
    longestPrefix: "Longest prefix",
    keepingUp: "Keeping up",
    doors: "Sorting by port",
    listening: "Opening a door",
    asking: "Asking when unsure",
    silence: "When nothing comes back",
    pinning: "Pinning routes",
  },
} satisfies Shape<typeof koCoach>;

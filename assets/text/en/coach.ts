import type { koCoach, Told } from "../ko/coach.ts";
import type { Shape } from "../shape.ts";

const door = (port: string) => (port === "" ? "that door" : `door ${port}`);
const line = ({ box, side }: Told) =>
  box === "" ? "Your line" : `Your ${side === undefined ? "" : `${side} `}line to ${box}`;
const prefix = (address: string) => (address === "" ? "that prefix" : address);
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
      "You found the right machine, but the destination port was not that program’s door. Check the number in your book or ask the server.",
    sourcePortOfAnotherErrand:
      "You wrote another errand’s number as the source port, so the answer came to that errand’s door. Use the port on this errand’s card.",
    sourcePortNobodyOpened:
      "You wrote a source port you never opened, so the answer had no door to come in by. Use the port on the errand’s card.",
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
      "The destination is not inside that row’s prefix, so the letter took a wrong turn. Look for the row that starts like the address.",
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
      "Ports 1–1023 are set aside for well-known services. Pick one from 1024 up for our own programs.",
    toldRight: "You told the port that is really open, so your friend can write to it now.",
    toldWrongPort:
      "The port you told is not the one that is open, so the letter knocked at another door. Read the number next to the program and tell it again.",
    openedRight:
      "You sent a SYN with your own first number. Now the other side can know where you start to count.",
    answeredSynRight:
      "You acknowledged the SYN and told your own first number along with it. The connection opens once their ACK comes.",
    thirdStepRight:
      "You acknowledged their first number, so now both sides know where the other starts. This third letter already carries the question card.",
    resetStrangerRight:
      "The letter’s numbers did not fit your connection, so an RST was right. It lets the other side clear a useless connection and free the slot.",
    acceptedStranger:
      "That answered a number you never sent, yet you did not refuse it, so the other side is left with a connection nobody uses. Unless the acknowledgment is your own first number plus one, send an RST.",
    resetFriend:
      "You sent an RST without a reason, so the connection could not go on. Keep the RST for letters whose numbers do not fit your connection.",
    wrongFlags:
      "You picked the wrong control bits, so the other side could make nothing of the letter. Open with SYN, SYN+ACK and ACK, and from then on keep ACK set.",
    wrongInitialSequence:
      "You started from a number that is not your own first one, so the answer did not fit your connection. Copy the first number that stands on the connection.",
    wrongSequence:
      "The other side was waiting for another sequence number, so it did not take your letter. The acknowledgment number they sent is the sequence number to write.",
    acknowledgedTooLittle:
      "Your acknowledgment was too small and left out what they had sent. SYN and FIN use up one number each, so add 1 to the sequence number that came.",
    acknowledgesUnsentData:
      "Your acknowledgment was too big: it says you have something they never sent. Write the number right after what you got.",
    openedAgain:
      "You sent another SYN while the answer could still come, which only filled the roads. Wait until the timer runs out.",
    letGoRight:
      "You let go of a connection whose ACK had been missing for long, and made room for the new SYN.",
    letGoFriend:
      "You let a connection go whose ACK may still have been on its way. If that was a friend, they have to start all over, so pick the one that has been silent longest.",
    closedRight:
      "You had nothing left to send, so a FIN was right. Once the other side sends its own, the connection closes and the server’s tray is free.",
    answeredFinRight:
      "You acknowledged their FIN. A FIN uses up one number too, so the acknowledgment grows by one.",
    closedTooEarly:
      "It was not time for a FIN yet. A FIN means “I have nothing left to send”, so wait until everything has gone to and fro.",
    sentNextRight:
      "You sent the next card inside the window. While ACKs are on their way you may send ahead, as far as the window reaches.",
    sentOutOfTurn:
      "You skipped ahead and sent a later card first, so the receiver could not read on. Of the unsent cards, send the smallest number first.",
    sentBeyondWindow:
      "You sent a card beyond the window, and a receiver without room for it throws it away. Wait until an ACK moves the window on.",
    resentLostRight:
      "You sent the first unacknowledged card again. It is the very card the receiver was waiting for.",
    resentTooEarly:
      "The timer was still running and the same ACK had not come three more times, so sending again only filled the roads. Wait for one of the two.",
    resentWrongCard:
      "You sent a card again that nobody was waiting for. Send the one whose number is the last acknowledgment that came.",
    placedRight:
      "You put the card where its sequence number belongs, so the text reads on in order.",
    placedWrong:
      "You put the card in a slot with another number, so the text got mixed up. Find the slot with the number on the card.",
    placedTwice:
      "You had that card already, so nothing changed. When its number is there already, you can throw it away.",
    discardedRight:
      "That card was of no use now, so throwing it away was right. However often a card comes, it is in the text only once.",
    discardedNeeded:
      "You threw away a card you did not have yet, so it has to be sent again. If its number is new to you, keep it on the shelf even above a gap.",
    acknowledgedRight:
      "You told the number you expect next, so the sender knows how far things got. One ACK covers all cards before it.",
    duplicateRight:
      "A card is missing, so you sent the same acknowledgment once more. When it comes three more times, the sender takes that card for lost.",
    acknowledgedGap:
      "You acknowledged past a missing card, so now that card will not be sent again. Write the number of the first empty slot.",
    acknowledgedUnseen:
      "You acknowledged a card that has not come yet. Write the number right after everything you have without a gap.",
    acknowledgedOld:
      "Your number left out cards that you have in order, so the sender does not know how far you got. Count them all in and write the number right after them.",
    acknowledgedAgain:
      "No new card had come, yet you sent the same ACK again. Repeated ACKs say that a card is missing, so send one per card.",
    letBeltOverflow:
      "All 8 places of the belt were taken, so the next letter fell off. Move the oldest letters first.",
  },
  /** Instead of `gaveUpTooSoon` where nothing can be sent twice. */
  gaveUpOnlyLetter:
    "The answer may still have been on its way when you gave up. Even when you can send only once, let the timer run out first.",
  /** Instead of `discardedNeeded` where there is no shelf. */
  discardedNext:
    "You threw away the very card that was next, so the sender has to go back to it. Put a card whose number is that of the next slot there.",
  /** Why no letter can be placed while its ports are covered. */
  coveredPort:
    "The port was covered, so there was no way to know which program was waiting for that letter. An address only finds the computer; finding the program inside takes one more number.",
  /** Instead of `connected` where the third step is still to be written by hand. */
  greetingAnswered: (told: Told) =>
    `Your hello for ${errand(told.service)} errand was answered (SYN+ACK). Once your ACK gets there, the connection is open on the server’s side, too.`,
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
    connectionReset: (told: Told) =>
      `The other side sent an RST, so the connection of ${errand(told.service)} errand is gone. You need a new one.`,
    connected: (told: Told) =>
      `The connection of ${errand(told.service)} errand is open. Both sides can send cards now.`,
    slotsFull: (_: Told) =>
      "Half-open connections hold every slot, so a new SYN was lost. A slot is free again once its third step (ACK) comes or its timer gives up.",
    traysFull: (_: Told) =>
      "Every tray is taken, so a new SYN was lost. A tray is free once its connection is closed with a FIN.",
    strangeAnswer: (_: Told) =>
      "An answer came to a number you never sent. In this experiment nobody can send an RST, so the server waits on for an ACK that will never come.",
    programStopped: (told: Told) =>
      `The program behind ${program(told.service)} stopped and its door closed. Choose a port and open it again.`,
    doorAsked: (told: Told) =>
      `Somebody asks which door ${program(told.service)} has. Tell them the port you opened.`,
    doorTold: (told: Told) =>
      `The server says ${program(told.service)} is behind ${door(told.port)}.`,
    letterFellOff: (_: Told) => "The belt was full and a letter fell off.",
    pinCameLoose: (told: Told) =>
      `A pin of yours has worked loose: letters for ${prefix(told.address)} wait here again. Pin what is busiest now.`,
    lineCut: (told: Told) => `${line(told)} has been cut. Every letter sent that way is lost.`,
    lineMended: (told: Told) => `${line(told)} is up again.`,
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
    noSuchConnection: "There is no such connection, or it is over.",
    noSuchCard: "No card starts at that number.",
    noSuchNetwork: "There is no such network.",
    noSuchSeat: "That network has no such seat.",
    locked: "The host has locked the room, so nobody can join just now.",
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
    threeSteps: "Three-step handshake",
    sequenceNumbers: "Counting in sequence numbers",
    oldDuplicates: "Old letters that turn up late",
    halfOpen: "Half-open connections",
    closing: "Closing a connection",
    ordering: "Putting cards in order",
    acknowledging: "Saying what arrived",
    window: "Window: how much at once",
    resending: "Sending what is missing",
  },
} satisfies Shape<typeof koCoach>;

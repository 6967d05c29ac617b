import type { koPractice } from "../ko/practice.ts";
import type { Shape } from "../shape.ts";
import { enCheatSheet } from "./cheat-sheet.ts";

/** Practising alone, in English: the chapter map, short re-challenges, explanations, what is remembered. */
export const enPractice = {
  title: "Where would you like to start?",
  stations: "Stations",
  chapter: (chapter) => `Chapter ${chapter}`,
  kinds: { experiment: "Experiment", mechanism: "Main", twist: "Twist" },
  experimentHint: "An experiment of about a minute, without a score. It may well go wrong.",
  chapters: {
    "1": {
      name: "Address and Door",
      about: "The address finds the computer, the port finds the program in it.",
    },
    "2": { name: "Best Effort", about: "Letters may get lost, or overtake each other." },
    "3": { name: "Three Handshakes", about: "Three letters to and fro open a TCP connection." },
    "4": {
      name: "In Order, Nothing Missing",
      about: "Numbers and ACKs show which card is missing and must go again.",
    },
  },
  does: {
    client: {
      address: "Write the address and both ports for each errand.",
      retransmit: "When no answer comes, wait, then send again or give up.",
      demultiplex: "Bring answers to their doors.",
      handshake: "Open connections by their numbers, and refuse answers that are not for you.",
      close: "Send a FIN when you have the whole answer.",
      order: "Put each card into the slot of its number.",
      acknowledge: "Tell with an ACK how much has arrived.",
    },
    router: {
      forward: "Pass each letter on by the longest match for its destination.",
      pin: "Pin busy prefixes so that they flow by themselves.",
    },
    server: {
      demultiplex: "Open and tell the programs’ doors, and bring letters to them.",
      handshake: "Acknowledge each SYN and tell your own first number.",
      close: "Acknowledge a FIN and close your side too.",
      transmit: "Send the next cards, as far as the window reaches.",
      retransmit: "Find the card that is missing and send it again.",
      order: "Put each card into the slot of its number.",
      acknowledge: "Tell with an ACK how much has arrived.",
    },
  },
  here: "Next",
  notPlayed: "not played yet",
  played: "played",
  guidedDone: "You know the steps now. Play on your own and the stars count.",
  nextStation: (mission) => `Next station: ${mission}`,
  toMap: "Back to the map",
  explainFirst: "Explanation first",
  explainFirstOn: "You read what it is about before you start.",
  explainFirstOff: "You try it first and read about it afterwards.",
  explanation: {
    before: "Before you start",
    after: "What you just did has a name",
    go: "Got it, let me try",
  },
  explanations: {
    "address-and-door-0": {
      destinationPort:
        "An address only leads to the computer. Several programs wait there, so without a number you can only guess.",
      doors:
        "So every envelope carries a destination port, and the computer sorts letters to programs by it.",
    },
    "address-and-door-1": {
      ipAddress: "It says which computer a letter goes to.",
      longestPrefix:
        "A router looks only at the destination address and follows the longest row that matches.",
      destinationPort:
        "It says which program on that computer gets the letter. The server picks the number.",
      sourcePort:
        "It is your own door, where the answer comes back. Each errand borrows one from 49152 up, so a single browser tab may use several.",
    },
    "address-and-door-2": {
      destinationPort:
        "A port is not the name of a program. Whoever listens at that door right now gets the letter.",
      listening:
        "The server decides which program listens at which door, and may change it. That port 80 means the web is only a custom. Port 0 is kept empty, and 1–1023 are really used by well-known services, so our own programs start at 1024.",
      asking:
        "When a door is closed or the answer is strange, do not trust the old number: ask again.",
    },
    "best-effort-0": {
      silence:
        "The internet does not promise that a letter arrives. When one is lost on the way, no letter tells you so. All the sender knows is that no answer came. A letter damaged on the way is thrown away too, because its checksum does not fit. A checksum notices accidents but mends nothing.",
    },
    "best-effort-1": {
      silence:
        "Without an answer you cannot know whether your letter was lost, the answer was lost, or the other side is dead. Wait, send it again, and give up after a few silent tries.",
      pinning:
        "A router keeps one exit for each prefix and knows nothing of who asks what. When a line is cut, letters only get through once another way is chosen.",
    },
    "best-effort-2": {
      silence: "Letters may overtake each other, so a late answer is not a lost one.",
      keepingUp:
        "A narrow line drops what it cannot carry. Sending again in a hurry only blocks it more.",
      listening:
        "A friend’s computer that opens a door and listens is a server too. Server and client are jobs, not machines.",
    },
    "three-handshakes-0": {
      oldDuplicates:
        "A SYN says hello and asks for a connection, and one that lost its way may turn up late. The server cannot tell an old one from a new one.",
      halfOpen:
        "If two letters were enough, connections that nobody wants would hold the server’s slots and real callers could not get in. The cure is a third letter that says yes or no.",
    },
    "three-handshakes-1": {
      threeSteps:
        "SYN is short for synchronize: let us agree on our numbers. After SYN, SYN+ACK and ACK both sides know each other’s first number. The last ACK goes from client to server and may carry data already.",
      sequenceNumbers:
        "Every connection starts from a new first number, and an acknowledgment names the number expected next. One tab may open several, and the two addresses and two ports tell which is which.",
      oldDuplicates:
        "When an answer comes to a number you never sent, an RST clears the connection that an old letter made.",
    },
    "three-handshakes-2": {
      halfOpen:
        "Some callers say hello and vanish, so a server lets go of the connection that has been silent longest.",
      closing:
        "A FIN says that this side has nothing left to send. Only when both sides have sent one and had it acknowledged is the connection closed and its tray free.",
      pinning:
        "A connection is not a cable but an agreement between the two ends. Routers pass letters on by address and do not even know that there is one. Home gateways and firewalls, though, do remember connections.",
    },
    "in-order-0": {
      acknowledging:
        "The sender cannot see what happens on the way. With numbers alone the receiver knows what is missing, but the sender still does not. That is why somebody has to say what arrived: the ACK.",
    },
    "in-order-1": {
      ordering:
        "Sequence numbers count characters. A card that comes too early is not thrown away: it waits on the shelf until the missing one comes.",
      acknowledging: "An ACK names the number after all that came without a gap.",
      window:
        "As far as the window reaches you may send without waiting, so the road is never idle.",
      resending:
        "When the same ACK comes three more times, or the timer runs out, the missing card goes again. TCP gets everything to the other side’s TCP, or else ends the connection and says so.",
    },
    "in-order-2": {
      ordering:
        "This time the receiver has no shelf and throws away what comes too early. That is called Go-Back-N.",
      resending:
        "One missing card then means sending everything again from there on. Real TCP keeps the early cards and only gets the missing one again.",
      acknowledging:
        "An ACK says that the other side’s TCP has the data, not that its program has read it.",
    },
  },
  challenge: {
    title: "Try again",
    hint: "A short round, just for what went wrong.",
    at: (role, mission) => `${role} · ${mission}`,
    passed: (concept, right) =>
      `“${concept}”: you got it! ${right} right and none wrong, so it leaves your list.`,
    notYet: (concept, right, wrong) => `“${concept}”: ${right} right, ${wrong} wrong.`,
    needed: (right) => `Get ${right} right without a wrong one and it leaves your list.`,
  },
  memory: {
    title: "My record",
    hint: "Your stars and what to try again are kept on this device only. No names are kept.",
    export: "Save as a file",
    import: "Load from a file",
    imported: "The record from the file was added.",
    notImported: "This is not a record saved by this game.",
    fileName: "port-of-call-practice.json",
    erase: "Erase record",
    eraseTitle: "Erase your practice record?",
    eraseBody: "All stars and everything to try again on this device will be gone for good.",
    erased: "The record was erased.",
    close: "Close",
  },
  cheatSheet: enCheatSheet,
} satisfies Shape<typeof koPractice>;

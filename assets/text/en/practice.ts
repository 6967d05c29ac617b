import type { koPractice } from "../ko/practice.ts";
import type { Shape } from "../shape.ts";

/** Practising alone, in English: the chapter map, short re-challenges, explanations, the cheat sheet, what is remembered. */
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
      about: "Numbers and acknowledgements show what is missing.",
    },
  },
  does: {
    client: {
      address: "Write the address and both ports for each errand.",
      retransmit: "When no answer comes, wait, then send again or give up.",
      demultiplex: "Bring answers to their doors.",
    },
    router: {
      forward: "Pass each letter on by the longest match for its destination.",
      pin: "Pin busy prefixes so that they flow by themselves.",
    },
    server: { demultiplex: "Open and tell the programs’ doors, and bring letters to them." },
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
        "It is your own door, where the answer comes back. So each errand has its own number.",
    },
    "address-and-door-2": {
      destinationPort:
        "A port is not the name of a program. Whoever listens at that door right now gets the letter.",
      listening: "The server decides which program listens at which door, and may change it.",
      asking:
        "When a door is closed or the answer is strange, do not trust the old number: ask again.",
    },
    "best-effort-0": {
      silence:
        "The internet does not promise that a letter arrives. When one is lost on the way, no letter tells you so. All the sender knows is that no answer came.",
    },
    "best-effort-1": {
      silence:
        "Without an answer you cannot know whether your letter was lost, the answer was lost, or the other side is dead. Wait, send it again, and give up after a few silent tries.",
      pinning:
        "A router keeps one exit for each prefix. When a line is cut, letters only get through once another way is chosen.",
    },
    "best-effort-2": {
      silence: "Letters may overtake each other, so a late answer is not a lost one.",
      keepingUp:
        "A narrow line drops what it cannot carry. Sending again in a hurry only blocks it more.",
      listening:
        "A friend’s computer that opens a door and listens is a server too. Server and client are jobs, not machines.",
    },
  },
  challenge: {
    title: "Try again",
    hint: "One minute, just for what went wrong.",
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
  cheatSheet: {
    title: "Cheat sheet",
    ports: "Port numbers",
    ranges: {
      reserved: "Reserved, never used.",
      system: "System ports, for well-known services.",
      user: "User ports, open to services of our own too.",
      dynamic: "Dynamic ports, borrowed by whoever asks.",
    },
    icmp: "ICMP errors",
    icmpType: "Type/code",
    icmpErrors: {
      portUnreachable: {
        name: "Port unreachable",
        when: "Comes when no program listens on a UDP letter’s destination port.",
      },
      netUnreachable: {
        name: "Network unreachable",
        when: "Comes when no row of the routing table matches the destination address.",
      },
      timeExceeded: {
        name: "Time exceeded",
        when: "Comes when the TTL, one less at every router, reaches 0.",
      },
    },
    icmpNever: "No ICMP error is ever sent about an ICMP error.",
    rules: "How is each duty judged?",
    duties: {
      address: "Writing envelopes",
      retransmit: "Sending again",
      forward: "Choosing the way",
      demultiplex: "Sorting to doors",
    },
    columns: { verdict: "Verdict", why: "Why", field: "Look at", source: "Source" },
  },
} satisfies Shape<typeof koPractice>;

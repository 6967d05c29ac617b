import type { koPair } from "../ko/pair.ts";
import type { Shape } from "../shape.ts";

/** Two who share a device, in English: the one whose hands play, and the one who holds the sheet. */
export const enPair: Shape<typeof koPair> = {
  offer: "Two of us share this device",
  alone: "I play alone",
  together: "Two of you share this device",
  how: "One of you is the hands and plays; the other is the eyes and reads from the sheet. Swap when half the round is over.",
  hands: "Hands",
  eyes: "Eyes",
  handsDo: "Moves the mouse and types.",
  eyesDo: "Reads the sheet and says what it says.",
  sheet: {
    title: "Sheet for the eyes",
    copy: "Copy it onto paper, or print it. Once the round starts, none of this is on the desk.",
    print: "Print the sheet",
    show: "See the sheet again",
    shown: "While you look at the sheet, it covers the desk. The game goes on.",
    hide: "Back to the desk",
    onSheet: "on the sheet",
    of: (round, mission) => `Round ${round} · ${mission}`,
    sections: { book: "Address book", doors: "Programs and ports", routes: "Routing table" },
    hints: {
      book: "What lives at which address",
      doors: "Fill in the blanks when a door is opened",
      routes: "Where several match, the longest; of those, the upper one",
    },
    rules: {
      title: "How to reckon the numbers",
      connecting: [
        "The first hello is a SYN. Its sequence number is your first number.",
        "A SYN+ACK is answered with ACK. Your sequence number is the number it acknowledged; acknowledge its sequence number + 1.",
        "If it acknowledges a number you never sent, refuse with RST. Your sequence number is the number it acknowledged.",
        "A FIN takes up one number, too: acknowledge its sequence number + 1.",
      ],
      listening: [
        "A SYN is answered with SYN+ACK. Your sequence number is your first number; acknowledge its sequence number + 1.",
        "When the third step, an ACK, comes, you are connected. It needs no answer.",
        "A FIN takes up one number, too: acknowledge its sequence number + 1.",
      ],
      receiving: [
        "The sequence number says where a card belongs.",
        "Acknowledge the number after everything that came without a gap. A card is 10 letters long.",
        "If a card comes from behind a gap, the number you acknowledge stays the same.",
      ],
      sending: [
        "Send no more than the window allows. Each new acknowledgment lets you send more.",
        "If the same acknowledgment comes 3 more times, the card with that number is lost.",
        "When a timer ends, send again from the first card that was not acknowledged.",
      ],
    },
  },
  swap: {
    title: "Swap places now",
    hands: (name) => `${name} is the hands now.`,
    eyes: (name) => `${name} takes the sheet and is the eyes.`,
    done: "We have swapped",
  },
  host: {
    title: "Sheets for the eyes",
    count: (count) => (count === 1 ? "1 seat shared by two" : `${count} seats shared by two`),
    how: "One sheet for each seat. Print them and hand them out, or let pupils copy theirs while they read their roles. If that takes longer, press +30 s.",
    print: "Print all",
    network: (network, names) => `${network} · ${names}`,
  },
};

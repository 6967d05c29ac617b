import { leftOut, type Rules, shown } from "./rule.ts";

const arp = "protocol/arp/step-arp";
const table = {
  "protocol/arp/transitions": [
    "in every state, everything that can come leads where the table says, and does nothing where it says nothing",
    "every arrow of the table is walked",
  ],
};

/** How a neighbour's hardware address is found, kept and forgotten. */
export const arpRules: Rules = {
  "ARP-1": shown(
    "RFC 826, Packet format",
    "Kind of link, kind of address, both lengths, operation, sender, target",
    {
      "wire/arp-message": ["who has 10.0.3.80? tell 10.0.1.10"],
    },
  ),
  "ARP-2": shown(
    "RFC 826, Packet Reception",
    "Messages about other links or addresses are left, before anything else is read",
    {
      "wire/arp-message": ["otherNetwork", "unknownOperation", "tooShort"],
    },
  ),
  "ARP-3": shown(
    "RFC 826, Packet Generation",
    "Where the address is not known, everybody is asked",
    {
      [arp]: [
        "a packet for a neighbour waits until everybody was asked and the neighbour has answered",
      ],
      "device/switch": [
        "the first letter to a neighbour costs a question to all; the second one goes straight there",
      ],
    },
  ),
  "ARP-4": shown(
    "RFC 826, Packet Reception",
    "Whoever is in the table already is brought up to date by any message",
    {
      [arp]: ["whoever is known already is merged, whatever the message was for"],
      ...table,
    },
  ),
  "ARP-5": shown(
    "RFC 826, Packet Reception",
    "A stranger enters the table only by a message that is for us",
    {
      [arp]: [
        "a request for our address is answered to who asked, who is known from then on",
        "a request for somebody else is not answered, and a stranger who asks it stays one",
      ],
      ...table,
    },
  ),
  "ARP-6": shown(
    "RFC 826, Packet Reception",
    "A request for us is answered to its sender alone, sender and target changed over",
    {
      [arp]: [
        "a request for our address is answered to who asked, who is known from then on",
        "two boxes that know nothing of each other exchange one request and one reply, over real octets",
      ],
    },
  ),
  "ARP-7": shown(
    "RFC 826, Packet Reception",
    "The table is changed before the operation is looked at, and a reply is never answered",
    {
      [arp]: [
        "a reply is never answered",
        "whoever is asked for is known as soon as anything is heard from there",
      ],
    },
  ),
  "ARP-8": shown(
    "RFC 1122 §2.3.2.1",
    "What is known is forgotten after a time, even while it is used",
    {
      [arp]: ["what is known is forgotten after a minute, even while it is used"],
      ...table,
    },
  ),
  "ARP-9": shown("RFC 1122 §2.3.2.1", "Hearing from a neighbour starts its time anew", {
    [arp]: ["hearing from a neighbour starts its minute anew"],
  }),
  "ARP-10": shown("RFC 1122 §2.3.2.1", "Nobody is asked for more often than once a second", {
    [arp]: [
      "a second packet for the same neighbour asks no second time",
      "whatever is wanted and heard, every packet has one fate, and nothing is asked twice in a second",
    ],
  }),
  "ARP-11": shown("RFC 1122 §2.3.2.2", "Packets wait for the answer, at least the latest one", {
    [arp]: ["when too many packets wait, the latest are kept"],
  }),
  "ARP-12": shown(
    "RFC 1812 §3.3.2",
    "A neighbour is unreachable when asking was in vain, and not because it is not known yet",
    {
      [arp]: [
        "who does not answer is asked again each second, and after three tries the packets are dropped",
      ],
      ...table,
    },
  ),
  "ARP-13": shown(
    "RFC 1812 §3.3.2",
    "Nobody is believed who claims the hardware address of a group",
    {
      [arp]: [
        "nobody is believed who says to be reached at the address of a group",
        "whatever is heard, the cache knows single stations at single addresses only, and never ourselves",
      ],
    },
  ),
  "ARP-14": shown(
    "RFC 5227 §2.3",
    "Who comes or moves asks for its own address, and so tells all who know it",
    {
      [arp]: [
        "we announce ourselves to everybody",
        "who announces a new card is found there by all who know it",
      ],
      "device/switch": [
        "after a move letters go to the old plug, until the one who moved says where it is",
      ],
    },
  ),
  "ARP-15": shown(
    "RFC 5227 §2.1.1",
    "A probe has no sender address: it is answered, and teaches nothing",
    {
      [arp]: ["who has no address yet is answered, and not remembered"],
    },
  ),
  "ARP-16": shown(
    "RFC 5227 §2.4 (c)",
    "Somebody else under our address is noticed, and answered once in ten seconds",
    {
      [arp]: ["who speaks under our address is told off, and no more than once in ten seconds"],
    },
  ),
  "ARP-17": shown("RFC 826, Packet format", "What follows the message in a frame is padding", {
    "wire/arp-message": ["decoding gives back what was encoded, with or without padding behind it"],
  }),
  "ARP-18": shown("RFC 1812 §3.3.2", "The cache has an end", {
    [arp]: ["a full cache forgets whom it would forget next, but nobody whom it asks for"],
  }),
  "ARP-19": leftOut(
    "RFC 5227 §2.1",
    "A host asks whether its address is free before it uses it",
    "the mission hands out addresses, and no two boxes get the same one",
  ),
  "ARP-20": leftOut(
    "RFC 5227 §2.4 (b)",
    "A host gives its address up at the second conflict",
    "a box cannot get another one, so it takes the third of the ways that the RFC offers",
  ),
  "ARP-21": leftOut(
    "RFC 1122 §2.3.2.1",
    "A known neighbour is asked directly whether it is still there",
    "the time-out alone is one of the four ways that the RFC offers",
  ),
  "ARP-22": leftOut(
    "RFC 1027 §2",
    "A router answers for hosts behind it",
    "every host knows which prefix is its own link",
  ),
  "ARP-23": leftOut(
    "RFC 903",
    "A host asks who it is itself",
    "a mission tells every box its address",
  ),
  "ARP-24": leftOut(
    "RFC 1112 §6.4",
    "A group's hardware address follows from its IP address",
    "no box of the game sends to a group",
  ),
};

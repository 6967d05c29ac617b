import { leftOut, type Rules, shown } from "./rule.ts";

const packet = "wire/ipv4-packet";
const table = "protocol/ip/routing-table";
const order = {
  "protocol/ip/forwarding-order": [
    "%j: the first rule that applies decides, and no error is about an error",
  ],
};
const ipv6 = "all addresses of the game are IPv4: pupils read and compare them at a glance";

/** The header, and how a router finds the way. */
export const ipRules: Rules = {
  "IP-1": shown("RFC 791 §3.1", "The fields of the header stand where the RFC puts them", {
    [packet]: ["a packet of RFC 791 §3.1, summed by hand"],
  }),
  "IP-2": shown("RFC 1122 §3.2.1.2, RFC 1071", "A header whose checksum is wrong ends in silence", {
    [packet]: ["badChecksum"],
    "wire/checksum": [
      "the example of RFC 1071 §3 sums to ddf2",
      "one flipped bit is always noticed",
    ],
  }),
  "IP-3": shown("RFC 1122 §3.2.1.1", "A packet of another version ends in silence", {
    [packet]: ["otherVersion"],
  }),
  "IP-4": shown(
    "RFC 1812 §5.2.2",
    "A header has at least 20 octets, and all of them have arrived",
    {
      [packet]: ["badHeaderLength", "tooShort"],
    },
  ),
  "IP-5": shown(
    "RFC 1812 §5.2.2",
    "The total length covers the header, and no more than has arrived",
    {
      [packet]: ["badTotalLength"],
    },
  ),
  "IP-6": shown("RFC 791 §3.1", "What follows the packet in its frame is padding", {
    [packet]: ["decoding gives back what was encoded, with or without padding behind it"],
  }),
  "IP-7": shown("RFC 1624 §3", "A hop may bring the checksum up to date instead of summing anew", {
    [packet]: ["a hop updates the checksum as if it were computed anew (RFC 1624)"],
    "wire/checksum": [
      "the example of RFC 1624 §4 updates to zero, not to all ones",
      "updating one word gives the checksum that computing anew gives",
    ],
  }),
  "IP-8": shown("RFC 791 §3.1", "Options that nobody here knows are skipped", {
    [packet]: ["options are skipped"],
  }),
  "IP-9": leftOut(
    "RFC 1122 §3.2.1.8",
    "A source route prescribes the way",
    "no box of the game writes options",
  ),
  "IP-10": shown(
    "RFC 1122 §3.2.1.3",
    "A host takes what is for it, and throws the rest away in silence",
    {
      "device/demultiplex": [
        "throws away silently what is addressed to somebody else (RFC 1122 §3.2.1.3)",
      ],
    },
  ),
  "IP-11": leftOut(
    "RFC 1122 §3.2.1.3",
    "A packet from an address that is no single machine ends in silence",
    "no act can write a sender's address, and every box has a proper one",
  ),
  "IP-12": shown(
    "RFC 1812 §5.2.1",
    "First a router asks whether a packet is for itself; its TTL does not matter then",
    {
      "device/router": ["keeps a letter for itself even with TTL 1"],
      "device/demultiplex": ["takes a letter with TTL 1: it has arrived"],
      ...order,
    },
  ),
  "IP-13": shown("RFC 1812 §5.3.1", "A router takes one from the TTL of what it passes on", {
    "device/router": [
      "passes a letter on by the longest prefix, one TTL poorer",
      "still passes on a letter with TTL 2",
    ],
    "world/world": ["every router takes one from the TTL, and nothing else changes on the way"],
  }),
  "IP-14": shown(
    "RFC 1812 §5.3.1, RFC 792",
    "What would leave with TTL 0 is dropped, and its sender is told: 11/0",
    {
      "device/router": ["ends a letter with TTL 1 and tells its sender (RFC 792, type 11 code 0)"],
    },
  ),
  "IP-15": shown("RFC 1812 §5.2.1", "The TTL is looked at before the route is", order),
  "IP-16": shown("RFC 4632 §3.1", "A prefix compares its leading bits, and no others", {
    "wire/ipv4-address": ["a prefix of %i bits compares those, and no more (RFC 4632 §3.1)"],
  }),
  "IP-17": shown("RFC 1812 §5.2.4.3", "The longest prefix wins, whatever its metric", {
    [table]: [
      "%s leaves by %s: the longest prefix wins",
      "a longer prefix wins over a shorter one, however large its metric",
      "over any table, with any exits down, it finds what a bit-by-bit search finds",
    ],
  }),
  "IP-18": shown(
    "RFC 1812 §5.2.4.3",
    "Of several rows for one prefix the least metric wins, and of equals the first",
    {
      [table]: [
        "%s leaves, while %j are down, by %s",
        "of two equal prefixes the one written first is taken",
        "a row without a metric has metric 1",
      ],
    },
  ),
  "IP-19": shown("RFC 1812 §5.2.4.3", "The default route is the prefix of length 0", {
    [table]: [
      "%s leaves by %s: the longest prefix wins",
      "a table without a default has no route for what lies outside",
    ],
  }),
  "IP-20": shown(
    "RFC 1812 §5.2.7.1, RFC 792",
    "Without a route a packet is dropped, and its sender is told: 3/0",
    {
      "device/router": ["sends back a letter that no row matches"],
    },
  ),
  "IP-21": shown("RFC 1122 §3.2.1.7", "Nothing is sent with TTL 0", order),
  "IP-22": shown("RFC 791 §3.2", "A fragment is known as one, and never taken for a whole packet", {
    [packet]: ["fragment"],
  }),
  "IP-23": leftOut(
    "RFC 791 §3.2, RFC 1122 §3.3.2",
    "Packets are cut up on the way and put together at their end",
    "every line of the game carries every letter whole",
  ),
  "IP-24": leftOut(
    "RFC 1812 §4.2.2.7, RFC 1191 §4",
    "A packet that may not be cut and is too long is dropped, and its sender is told how long it may be: 3/4",
    "every line of the game carries every letter whole",
  ),
  "IP-25": leftOut(
    "RFC 1812 §5.3.5",
    "A packet for all is not passed on",
    "a letter can only be written to an address of the book, and no book has one of many",
  ),
  "IP-26": leftOut(
    "RFC 2474 §3",
    "A mark in the header asks for better service",
    "routers of the game treat all letters alike",
  ),
  "IP-27": leftOut("RFC 8200 §3", "The header of IPv6 has a hop limit and no checksum", ipv6),
  "IP-28": leftOut(
    "RFC 8200 §4.5",
    "Only the sender cuts packets of IPv6 up, never a router",
    ipv6,
  ),
};

import { leftOut, type Rules, shown } from "./rule.ts";

const datagram = "wire/udp-datagram";
const delivery = "protocol/udp/delivery";

/** Datagrams: what is checked, and what is not promised. */
export const udpRules: Rules = {
  "UDP-1": shown("RFC 768, Format", "Two ports, length, checksum: 8 octets", {
    [datagram]: ["a datagram of RFC 768, summed by hand"],
  }),
  "UDP-2": shown(
    "RFC 768, Fields",
    "The length counts the header, so it is at least 8, and no more than has arrived",
    {
      [datagram]: ["badLength", "tooShort"],
    },
  ),
  "UDP-3": shown("RFC 768, Fields", "What follows the length is padding", {
    [datagram]: ["octets behind the datagram are padding"],
  }),
  "UDP-4": shown("RFC 768, Fields", "The checksum covers both addresses, the header and the text", {
    [datagram]: [
      "one flipped bit of the text is always noticed",
      "a datagram brought to another address is noticed",
    ],
  }),
  "UDP-5": shown("RFC 768, Fields", "A checksum that comes out as zero is sent as all ones", {
    [datagram]: [
      "a checksum that comes out as zero is sent as all ones",
      "decoding gives back what was encoded, and no checksum on the wire is zero",
    ],
  }),
  "UDP-6": shown("RFC 768, Fields", "A checksum of zero says that there is none", {
    [datagram]: ["a received zero says that there is no checksum"],
  }),
  "UDP-7": shown("RFC 1122 §4.1.3.4", "A datagram whose checksum is wrong ends in silence", {
    [datagram]: ["badChecksum"],
  }),
  "UDP-8": leftOut(
    "RFC 8200 §8.1",
    "Over IPv6 the checksum may not be left out",
    "all addresses of the game are IPv4",
  ),
  "UDP-9": shown("RFC 768, Introduction", "A datagram that comes twice is delivered twice", {
    [delivery]: ["a datagram that comes twice is delivered twice"],
  }),
  "UDP-10": shown(
    "RFC 768, Introduction",
    "Datagrams are delivered as they come, not as they were sent",
    {
      [delivery]: [
        "datagrams are delivered in the order in which they come, whatever was sent first",
      ],
      "world/faults": ["lets later letters overtake earlier ones, and loses none"],
    },
  ),
  "UDP-11": shown(
    "RFC 768, Introduction",
    "Nobody hears of a datagram that is lost; asking again is the program's business",
    {
      [delivery]: [
        "of a datagram that never comes nobody hears: the next one is delivered as if nothing were missing",
      ],
      "device/errand": ["gets the letter back when nothing was heard for a minute"],
    },
  ),
  "UDP-12": shown("RFC 768, Fields", "An answer goes to the port that the question came from", {
    "device/demultiplex": [
      "answers from its door to the source port of the question",
      "answers to whatever source port stands there, right or wrong",
    ],
  }),
  "UDP-13": leftOut(
    "RFC 768, Fields",
    "Who wants no answer may leave the source port zero",
    "every question of the game wants one",
  ),
};

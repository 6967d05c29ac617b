import { leftOut, type Rules, shown } from "./rule.ts";

const error = "protocol/icmp/icmp-error";
const message = "wire/icmp-message";

/** What is told about packets that came to a bad end, and about which ones never. */
export const icmpRules: Rules = {
  "ICMP-1": shown(
    "RFC 792",
    "Type and code say what happened: 3/0, 3/1, 3/3, 3/4, 11/0, and 8 and 0 of echo",
    {
      [message]: ["$kind, summed by hand"],
    },
  ),
  "ICMP-2": shown("RFC 792", "The checksum covers the whole message", {
    [message]: ["badChecksum"],
  }),
  "ICMP-3": shown(
    "RFC 792, RFC 1122 §3.2.2",
    "An error quotes the header, options included, and at least 8 octets behind it",
    {
      [message]: [
        "a quote is the header and 8 octets, or all there is",
        "a quote takes the options of the header along",
      ],
      [error]: ["%s quotes the packet that it is about"],
      "wire/packet-bytes": [
        "port unreachable quotes the question as it arrived, up to the ports",
        "of a segment a quote names the ports and the number, and nothing behind it",
      ],
    },
  ),
  "ICMP-4": shown("RFC 1122 §3.2.2", "No error is about an ICMP error", {
    [error]: ["no %s is ever sent about a %s (RFC 1122 §3.2.2)"],
    "device/router": ["says nothing about an ICMP error that ends or has no route"],
    "device/demultiplex": ["never answers an ICMP error"],
    "world/world": ["an ICMP error is never about an ICMP error, and no letter causes two"],
  }),
  "ICMP-5": shown("RFC 1122 §3.2.2", "No error is about a packet to all or to a group", {
    [error]: ["no error is ever sent about a packet to many, such as %s (RFC 1122 §3.2.2)"],
  }),
  "ICMP-6": shown("RFC 1122 §3.2.2", "No error goes to an address that is no single machine", {
    [error]: ["no error is ever sent to %s, which is no single machine (RFC 1122 §3.2.2)"],
    "wire/ipv4-address": ["%s is the address of one machine on a link: %s (RFC 1122 §3.2.1.3)"],
  }),
  "ICMP-7": shown(
    "RFC 1122 §3.2.2",
    "No error is about a fragment that is not the first: none is ever read as a packet",
    {
      "wire/ipv4-packet": ["fragment"],
    },
  ),
  "ICMP-8": shown(
    "RFC 1122 §3.2.1.2",
    "No error is about a packet whose header is bad: it is never read as one",
    {
      "wire/ipv4-packet": ["badChecksum", "badHeaderLength", "badTotalLength", "otherVersion"],
    },
  ),
  "ICMP-9": leftOut(
    "RFC 1122 §3.2.2",
    "No error is about a packet that came in a frame to all",
    "letters travel between the two ends of a line, and none of them is a frame to all",
  ),
  "ICMP-10": shown(
    "RFC 1122 §4.1.3.1",
    "A datagram for a port where nobody listens goes back as 3/3",
    {
      "device/demultiplex": ["sends back what comes to a closed port (RFC 792, type 3 code 3)"],
    },
  ),
  "ICMP-11": shown(
    "RFC 9293 §3.10.7.1",
    "A segment for a port where nobody listens gets a reset, and no ICMP error",
    {
      "protocol/tcp/conversation": ["nobody listens"],
    },
  ),
  "ICMP-12": shown("RFC 1812 §5.2.7.1", "Without a route: 3/0", {
    "device/router": ["sends back a letter that no row matches"],
  }),
  "ICMP-13": leftOut(
    "RFC 1812 §5.2.7.1",
    "With a route, but a last neighbour who does not answer: 3/1",
    "the lines of the maps have two ends and need no asking; only a lamp or silence tells of a dead one",
  ),
  "ICMP-14": shown("RFC 792", "Time is over on the way: 11/0", {
    "device/router": ["ends a letter with TTL 1 and tells its sender (RFC 792, type 11 code 0)"],
  }),
  "ICMP-15": leftOut(
    "RFC 792",
    "Time is over while fragments are waited for: 11/1",
    "there are no fragments",
  ),
  "ICMP-16": shown("RFC 1122 §3.2.2", "A message of a kind that is not known ends in silence", {
    [message]: ["unknownKind"],
  }),
  "ICMP-17": shown(
    "RFC 1122 §3.2.2, §4.1.3.3",
    "An error is handed to whoever sent what it quotes, and to nobody else",
    {
      "device/errand": [
        "hears of %s as %s, and has the letter to write again",
        "takes no notice of an error about %s",
      ],
      "protocol/tcp/endpoint": ["an ICMP error reaches the connection it is about, and no other"],
    },
  ),
  "ICMP-18": shown("RFC 1122 §4.2.3.9", "An error that may pass does not end a connection", {
    "protocol/tcp/connection/handshake": [
      "type %d code %d is told to the program, and the connection goes on",
    ],
  }),
  "ICMP-19": shown("RFC 792", "An error comes from who noticed, and goes to who wrote the packet", {
    "device/router": [
      "ends a letter with TTL 1 and tells its sender (RFC 792, type 11 code 0)",
      "ends a letter with TTL 1 silently where it knows no way back",
    ],
  }),
  "ICMP-20": leftOut(
    "RFC 1122 §3.2.2.6",
    "Every host answers an echo request",
    "no program of the game asks for one; the octets are there",
  ),
  "ICMP-21": leftOut(
    "RFC 1122 §3.2.2.1",
    "A protocol that the host does not have: 3/2",
    "no letter of a round is of a protocol that a host of it lacks",
  ),
  "ICMP-22": leftOut(
    "RFC 1122 §3.2.2.2",
    "A router tells of a better first hop",
    "every host has one line",
  ),
  "ICMP-23": leftOut("RFC 6633", "A router asks to send less", "it is not to be sent any more"),
  "ICMP-24": leftOut(
    "RFC 1812 §4.3.2.8",
    "Errors are sent no faster than a limit",
    "a letter causes one at most, and people write letters slowly",
  ),
  "ICMP-25": leftOut(
    "RFC 4443",
    "IPv6 has an ICMP of its own",
    "all addresses of the game are IPv4",
  ),
  "ICMP-26": leftOut(
    "RFC 1812 §4.3.3.1, RFC 1122 §4.1.3.1",
    "A router is a host for datagrams to itself, and sends them back as 3/3",
    "no book has the address of a router, so nobody can write to one",
  ),
};

import { leftOut, type Rules, shown } from "./rule.ts";

const switching = "protocol/ethernet/switching";
const decisions = "protocol/ethernet/decisions";
const exhaustive =
  "for every sender, receiver and line, a frame meets the fate that the table says";

/** Frames, hardware addresses and learning switches. */
export const ethernetRules: Rules = {
  "ETHERNET-1": shown(
    "RFC 894, Frame Format",
    "A frame begins with where it goes, where it comes from, and the type of what is inside",
    {
      "wire/ethernet-frame": [
        "a frame starts with both addresses and the type, and is padded to 60 octets",
      ],
    },
  ),
  "ETHERNET-2": shown(
    "RFC 894, Frame Format",
    "Less than 46 octets of data are filled up with zeros",
    {
      "wire/ethernet-frame": [
        "a frame starts with both addresses and the type, and is padded to 60 octets",
        "decoding gives back what was encoded, and zeros where the frame was padded",
      ],
    },
  ),
  "ETHERNET-3": shown(
    "RFC 894; RFC 826, Definitions",
    "The type of IPv4 is 0800, that of ARP 0806",
    {
      "wire/ethernet-frame": ["the type of IPv4 is 0800, and that of ARP 0806"],
    },
  ),
  "ETHERNET-4": shown(
    "RFC 1042, Frame Format",
    "A type below 0600 is a length, with another header behind it",
    {
      "wire/ethernet-frame": ["lengthInsteadOfType"],
    },
  ),
  "ETHERNET-5": leftOut(
    "RFC 1122 §2.3.3",
    "Frames with a length and a header of IEEE 802.2 may be taken as well",
    "no box of the game sends them; a foreign one is refused with a reason",
  ),
  "ETHERNET-6": leftOut(
    "RFC 894, Frame Format",
    "A frame carries at most 1500 octets",
    "the longest letter of the game has some hundred octets",
  ),
  "ETHERNET-7": leftOut(
    "IEEE 802.3 §3.2.9",
    "A check sequence ends every frame, and a frame that fails it is dropped",
    "captures come without it, and a line of the game loses a letter whole or not at all",
  ),
  "ETHERNET-8": shown(
    "RFC 9542 §2.1",
    "The lowest bit of the first octet marks an address of many stations",
    {
      "wire/mac-address": ["%s stands for many: %s, and for the ends of one line: %s"],
    },
  ),
  "ETHERNET-9": shown(
    "RFC 9542 §2.1.1",
    "An address that was not bought from the registry is marked as local",
    {
      "wire/mac-address": [
        "a box carries its IPv4 address in a locally administered one",
        "two boxes never share a hardware address",
      ],
    },
  ),
  "ETHERNET-10": shown(
    "IEEE 802.3 §4.1.2.1.2",
    "A station takes frames for itself and for many, and leaves the others",
    {
      "protocol/ethernet/is-for-station": [
        "of frames that come by, Ann's card takes one for %s: %s",
      ],
      "device/switch": [
        "letters for a station that the switch has forgotten reach everybody, and only one takes them",
      ],
    },
  ),
  "ETHERNET-11": shown(
    "RFC 894, Address Mappings",
    "What is for every host of the link goes to the address of all ones",
    {
      "protocol/arp/step-arp": ["what is for everybody goes to everybody, without asking"],
    },
  ),
  "ETHERNET-12": shown(
    "RFC 1812 §5.2.1",
    "From hop to hop the hardware addresses change, and the IP addresses stay",
    {
      "protocol/ethernet/hop-addresses": [
        "on each link a frame goes between its two ends, whoever wrote the packet inside",
        "from hop to hop the hardware addresses of a packet change, and its IP addresses stay",
      ],
    },
  ),
  "ETHERNET-13": shown(
    "IEEE 802.1D §7.8",
    "A switch learns the sender of every frame, behind the port it came by",
    {
      [switching]: [
        "a frame for nobody it knows goes out of every other port, and its sender is learned",
      ],
      [decisions]: [exhaustive],
    },
  ),
  "ETHERNET-14": shown(
    "IEEE 802.1D §7.7.2",
    "A frame for a station that is known leaves by its port alone",
    {
      [switching]: ["a frame for somebody it knows goes out of that port alone"],
      [decisions]: [exhaustive],
    },
  ),
  "ETHERNET-15": shown(
    "IEEE 802.1D §7.7",
    "A frame for a station that is not known leaves by every other port",
    {
      [switching]: [
        "a frame for nobody it knows goes out of every other port, and its sender is learned",
        "whatever is sent, moved and cut, every frame goes where a search through all that was heard says",
      ],
      [decisions]: [exhaustive],
    },
  ),
  "ETHERNET-16": shown("IEEE 802.1D §7.7.1", "A frame never leaves by the port that it came by", {
    [switching]: [
      "a frame never goes back out of the port it came in by",
      "whatever happens, a station is behind one port, no more are known than fit, and each frame has one fate",
    ],
  }),
  "ETHERNET-17": shown(
    "IEEE 802.1D §7.7",
    "A frame for all or for a group leaves by every other port",
    {
      [switching]: ["what is for a group or for all is flooded, and teaches nothing about them"],
      [decisions]: [exhaustive],
    },
  ),
  "ETHERNET-18": shown("IEEE 802.1D §7.8", "The address of a group is never learned", {
    [switching]: ["what is for a group or for all is flooded, and teaches nothing about them"],
  }),
  "ETHERNET-19": shown(
    "IEEE 802.1D §7.8, §7.9.2",
    "A station that is heard at another port is unlearned at the old one",
    {
      [switching]: [
        "a station that has moved is unlearned where it was",
        "frames for a station that has moved go to its old port until it speaks",
      ],
      "device/switch": [
        "after a move letters go to the old plug, until the one who moved says where it is",
      ],
    },
  ),
  "ETHERNET-20": shown(
    "IEEE 802.1D §7.9.2, table 7-5",
    "A station that is not heard for the ageing time is forgotten",
    {
      [switching]: [
        "a station is forgotten when it was not heard for the ageing time, and not a moment before",
        "every frame of a station starts its time anew; frames for it do not",
        "unless told otherwise it forgets after five minutes (IEEE 802.1D table 7-5)",
      ],
    },
  ),
  "ETHERNET-21": shown(
    "IEEE 802.1D §7.8",
    "The table has an end: beyond it nobody is learned, and traffic is flooded",
    {
      [switching]: ["a full table learns nobody new, so frames for who is not in it are flooded"],
    },
  ),
  "ETHERNET-22": shown("IEEE 802.1D §7.12.6", "Frames for sixteen addresses stay on their line", {
    [switching]: ["what is for the other end of the line alone goes no further"],
    [decisions]: [exhaustive],
  }),
  "ETHERNET-23": shown(
    "IEEE 802.1D §7.4, §17.11",
    "Behind a dead line nobody is known, and nothing goes into it or comes out",
    {
      [switching]: [
        "when a line dies, everybody behind it is forgotten, and nothing is sent there",
      ],
      "device/switch": ["nothing is sent into a line that is down, and nothing comes out of it"],
    },
  ),
  "ETHERNET-24": shown("IEEE 802.1D §6.3", "A switch changes nothing in a frame", {
    "device/switch": [
      "a switch passes on what it was given: neither address of the frame changes, nor anything inside",
    ],
  }),
  "ETHERNET-25": leftOut(
    "IEEE 802.1D §17",
    "Switches agree on a tree, so that no frame goes round for ever",
    "no map of the game has two ways between two switches",
  ),
  "ETHERNET-26": leftOut(
    "IEEE 802.1Q §9",
    "A tag says which virtual link a frame belongs to",
    "every switch is one link",
  ),
  "ETHERNET-27": leftOut(
    "IEEE 802.3 §4.1",
    "Stations on one wire listen, collide and try again",
    "every line has two ends and carries both directions at once",
  ),
};

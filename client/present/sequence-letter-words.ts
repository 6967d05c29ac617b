import type { Text } from "../../assets/text/text.ts";
import { formatIpv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Packet, TcpPacket } from "../../shared/wire/packet.ts";
import { segmentKind } from "../../shared/wire/segment-kind.ts";
import type { Repeat } from "./sequence-repeats.ts";

/** What a letter says in the diagram: its picture, its line of numbers, and the card that it carries. */
export type LetterWords = {
  readonly kind: string;
  readonly words: string;
  readonly card: string | undefined;
};

/** Where a datagram wants to go, what an ICMP message reports, or the control bits and numbers of a segment. */
export function letterWords(
  { ip, body }: Packet,
  repeat: Repeat | undefined,
  text: Text,
): LetterWords {
  if (body.protocol === "icmp")
    return plain(body.protocol, text.practice.cheatSheet.icmpErrors[body.error].name);
  if (body.protocol === "udp")
    return plain(body.protocol, `${formatIpv4Address(ip.destination)}:${body.destinationPort}`);
  const words = segmentWords(body);
  return {
    kind: segmentKind(body.flags, body.payload.length),
    words: repeat === undefined ? words : `${text.story.sequence.repeats[repeat]} ${words}`,
    card: body.payload === "" ? undefined : body.payload,
  };
}

const plain = (kind: string, words: string): LetterWords => ({ kind, words, card: undefined });

/** A segment as `SYN+ACK 900 | 301`: its control bits, its own number and the one that it expects. */
const segmentWords = ({ flags, sequence, acknowledgment }: SegmentNumbers): string =>
  [flagWords(flags), sequence, ...(flags.includes("ack") ? ["|", acknowledgment] : [])].join(" ");

type SegmentNumbers = Pick<TcpPacket, "flags" | "sequence" | "acknowledgment">;

/** Control bits as `SYN+ACK`. Whether a program is hurried is left out: nobody here decides it. */
export const flagWords = (flags: TcpPacket["flags"]): string =>
  flags
    .filter((flag) => flag !== "psh")
    .map((flag) => flag.toUpperCase())
    .join("+");

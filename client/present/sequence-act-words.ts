import type { Text } from "../../assets/text/text.ts";
import type { HeaderField } from "../../shared/contract/reasons.ts";
import type { Act, BoxId } from "../../shared/device/act.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { unreachable } from "../../shared/lib/unreachable.ts";
import { formatIpv4Address, formatPrefix } from "../../shared/wire/ipv4-address.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import { nameBox } from "./box-name.ts";
import { remoteEnd } from "./segment.ts";
import { flagWords } from "./sequence-letter-words.ts";
import { wordFor } from "./word-for.ts";

/** A piece of what was done, and the header field it stands for. */
export type FieldWords = { readonly words: string; readonly field?: HeaderField };

const arrow: FieldWords = { words: "→" };

type OverTcp = Extract<Act, { kind: "sendSegment" | "sendCard" | "place" | "discard" | "letGo" }>;

/** What an act was, in a few pieces: what it was about, and where it went. */
export function actWords(story: Story, me: BoxId, act: Act, text: Text): readonly FieldWords[] {
  const { places } = text.desk;
  const door = (port: number) => `${text.desk.client.door} ${port}`;
  switch (act.kind) {
    case "sendDatagram":
      return [
        { words: `:${act.sourcePort}`, field: "sourcePort" },
        arrow,
        { words: formatIpv4Address(act.destination), field: "destinationAddress" },
        { words: `:${act.destinationPort}`, field: "destinationPort" },
      ];
    case "forward":
      return [
        ...letterWords(story, me, act.packet),
        arrow,
        { words: otherEnd(story, me, act.exit, text) },
      ];
    case "pin":
      return [
        ...rowWords(story, me, act.row),
        arrow,
        { words: otherEnd(story, me, act.exit, text) },
      ];
    case "deliver":
      return [...letterWords(story, me, act.packet), arrow, { words: door(act.door) }];
    case "reject":
      return [...letterWords(story, me, act.packet), arrow, { words: places.sendBack }];
    case "bindPort":
    case "tellDoor":
      return [
        { words: wordFor(text.names.services, act.service) },
        arrow,
        { words: door(act.port) },
      ];
    case "askDoor":
      return [{ words: text.desk.flags.askedFor(wordFor(text.names.services, act.service)) }];
    case "sendSegment":
    case "sendCard":
    case "place":
    case "discard":
    case "letGo":
      return tcpActWords(story, act, text);
    default:
      return [];
  }
}

function tcpActWords(story: Story, act: OverTcp, text: Text): readonly FieldWords[] {
  const { deeds } = text.story.sequence;
  switch (act.kind) {
    case "sendSegment":
      return segmentPieces(act);
    case "sendCard":
      return [...cardWords(act.sequence, text), arrow, { words: remoteEnd(act.socket) }];
    case "place":
      return [
        ...cardOfLetter(story, act.packet, text),
        arrow,
        { words: deeds.slot(String(act.sequence)) },
      ];
    case "discard":
      return [...cardOfLetter(story, act.packet, text), arrow, { words: deeds.discard }];
    case "letGo":
      return [{ words: remoteEnd(act.socket) }, arrow, { words: deeds.letGo }];
    default:
      return unreachable(act);
  }
}

/** The control bits and the numbers of a segment, each of which may be wrong by itself. */
const segmentPieces = ({
  flags,
  sequence,
  acknowledgment,
  socket,
}: OverTcp & { readonly kind: "sendSegment" }): readonly FieldWords[] => [
  { words: flagWords(flags), field: "flags" },
  { words: String(sequence), field: "sequence" },
  ...(flags.includes("ack")
    ? [{ words: "|" }, { words: String(acknowledgment), field: "acknowledgment" } as const]
    : []),
  arrow,
  { words: remoteEnd(socket) },
];

const cardWords = (sequence: number, text: Text): readonly FieldWords[] => [
  { words: text.story.sequence.deeds.card },
  { words: String(sequence), field: "sequence" },
];

/** The card that a letter brought. */
function cardOfLetter({ hops }: Story, id: number, text: Text): readonly FieldWords[] {
  const body = hops.find((hop) => hop.packet.id === id)?.packet.body;
  return body?.protocol === "tcp" ? cardWords(body.sequence, text) : [];
}

/** The prefix of a row of my routing table. */
function rowWords({ tables }: Story, me: BoxId, row: number): readonly FieldWords[] {
  const prefix = tables[me]?.[row]?.prefix;
  return prefix === undefined ? [] : [{ words: formatPrefix(prefix), field: "destinationAddress" }];
}

/** What a letter in the hand says about where it wants to go: a router reads the address, a host the port. */
function letterWords({ hops, mission }: Story, me: BoxId, id: number): readonly FieldWords[] {
  const packet = hops.find((hop) => hop.packet.id === id)?.packet;
  if (packet === undefined) return [];
  const isRouter = mission.boxes.some((box) => box.id === me && box.role === "router");
  return isRouter ? [addressOf(packet)] : portOf(packet);
}

const addressOf = ({ ip }: Packet): FieldWords => ({
  words: formatIpv4Address(ip.destination),
  field: "destinationAddress",
});

const portOf = ({ body }: Packet): readonly FieldWords[] =>
  body.protocol === "icmp" ? [] : [{ words: `:${body.destinationPort}`, field: "destinationPort" }];

function otherEnd({ mission, nicknames }: Story, me: BoxId, exit: string, text: Text): string {
  const link = mission.links.find(({ id }) => id === exit);
  const box = (link?.a === me ? link.b : link?.a) ?? "";
  return nameBox(box, nicknames[box], text);
}

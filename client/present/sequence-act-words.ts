import type { Text } from "../../assets/text/text.ts";
import type { HeaderField } from "../../shared/contract/reasons.ts";
import type { Act, BoxId } from "../../shared/device/act.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { formatIpv4Address, formatPrefix } from "../../shared/wire/ipv4-address.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import { nameBox } from "./box-name.ts";
import { wordFor } from "./word-for.ts";

/** A piece of what was done, and the header field it stands for. */
export type FieldWords = { readonly words: string; readonly field?: HeaderField };

const arrow: FieldWords = { words: "→" };

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
    default:
      return [];
  }
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

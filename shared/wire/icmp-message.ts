import { checksumOf, isSound } from "./checksum.ts";
import { type Decoded, decoded, undecodable } from "./decoded.ts";
import { fieldsOf } from "./octets.ts";

/** An ICMP message; an error carries the start of the packet that it is about (RFC 792). */
export type RawIcmpMessage =
  | {
      readonly kind: "netUnreachable" | "hostUnreachable" | "portUnreachable" | "timeExceeded";
      readonly quote: Uint8Array;
    }
  | { readonly kind: "fragmentationNeeded"; readonly mtu: number; readonly quote: Uint8Array }
  | {
      readonly kind: "echoRequest" | "echoReply";
      readonly identifier: number;
      readonly sequence: number;
      readonly data: Uint8Array;
    };

/** Why octets are no ICMP message that the game knows. */
export type IcmpReason = "tooShort" | "badChecksum" | "unknownKind";

type Kind = RawIcmpMessage["kind"];

/** Type and code of each kind (RFC 792; fragmentation needed: RFC 1191 §4). */
const codes = {
  echoReply: [0, 0],
  netUnreachable: [3, 0],
  hostUnreachable: [3, 1],
  portUnreachable: [3, 3],
  fragmentationNeeded: [3, 4],
  echoRequest: [8, 0],
  timeExceeded: [11, 0],
} as const satisfies Readonly<Record<Kind, readonly [type: number, code: number]>>;

const headerLength = 8;
const quotedOctets = 8;

/** What an error quotes of an IPv4 packet: its header, options included, and 8 octets of its data (RFC 792). */
export function quoteOf(packet: Uint8Array): Uint8Array {
  const ipHeaderLength = ((packet[0] ?? 0) & 0x0f) * 4;
  return packet.slice(0, ipHeaderLength + quotedOctets);
}

/** The message as octets, its checksum computed. */
export function encodeIcmpMessage(message: RawIcmpMessage): Uint8Array {
  const rest = "quote" in message ? message.quote : message.data;
  const octets = new Uint8Array(headerLength + rest.length);
  const fields = fieldsOf(octets);
  const [type, code] = codes[message.kind];
  fields.setUint8(0, type);
  fields.setUint8(1, code);
  if (message.kind === "fragmentationNeeded") fields.setUint16(6, message.mtu);
  if ("sequence" in message) {
    fields.setUint16(4, message.identifier);
    fields.setUint16(6, message.sequence);
  }
  octets.set(rest, headerLength);
  fields.setUint16(2, checksumOf(octets));
  return octets;
}

/** The message that the octets spell. */
export function decodeIcmpMessage(octets: Uint8Array): Decoded<RawIcmpMessage, IcmpReason> {
  if (octets.length < headerLength) return undecodable("tooShort");
  // It covers the whole message, the quote included (RFC 792).
  if (!isSound(octets)) return undecodable("badChecksum");
  const fields = fieldsOf(octets);
  const kind = kindOf(fields.getUint8(0), fields.getUint8(1));
  // A receiver drops what it does not know without a word (RFC 1122 §3.2.2).
  if (kind === undefined) return undecodable("unknownKind");
  return decoded(readMessage(kind, fields, octets.slice(headerLength)));
}

function readMessage(kind: Kind, fields: DataView, rest: Uint8Array): RawIcmpMessage {
  switch (kind) {
    case "echoRequest":
    case "echoReply":
      return {
        kind,
        identifier: fields.getUint16(4),
        sequence: fields.getUint16(6),
        data: rest,
      };
    case "fragmentationNeeded":
      // Zero where the router is older than RFC 1191 (§3): the sender has to guess.
      return { kind, mtu: fields.getUint16(6), quote: rest };
    default:
      return { kind, quote: rest };
  }
}

const kindOf = (type: number, code: number): Kind | undefined =>
  (Object.keys(codes) as Kind[]).find((kind) => codes[kind][0] === type && codes[kind][1] === code);

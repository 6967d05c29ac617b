import { type AddressPair, checksumOf, isSound, pseudoHeaderSum } from "./checksum.ts";
import { type Decoded, decoded, undecodable } from "./decoded.ts";
import { ipProtocols } from "./ipv4-packet.ts";
import { fieldsOf } from "./octets.ts";
import { type Port, type TcpFlag, tcpFlags } from "./packet.ts";

/** A TCP segment (RFC 9293 §3.1). */
export type TcpSegment = {
  readonly sourcePort: Port;
  readonly destinationPort: Port;
  readonly sequence: number;
  /** Has a meaning only beside the flag `ack`. */
  readonly acknowledgment: number;
  /** In the order of `tcpFlags`. */
  readonly flags: readonly TcpFlag[];
  readonly window: number;
  /** Has a meaning only beside the flag `urg`. */
  readonly urgentPointer: number;
  /** The largest segment that the sender wants to receive; travels only beside the flag `syn` (RFC 9293 §3.2). */
  readonly maximumSegmentSize?: number;
  readonly payload: Uint8Array;
};

/** Why octets are no TCP segment. */
export type TcpReason = "tooShort" | "badDataOffset" | "badChecksum";

const leastHeaderLength = 20;
const optionKinds = { end: 0, noOperation: 1, maximumSegmentSize: 2 } as const;
const maximumSegmentSizeLength = 4;

/** The segment as octets, its checksum computed for the two addresses it travels between. */
export function encodeTcpSegment(segment: TcpSegment, pair: AddressPair): Uint8Array {
  const options = optionsOf(segment);
  const headerLength = leastHeaderLength + options.length;
  const octets = new Uint8Array(headerLength + segment.payload.length);
  const fields = fieldsOf(octets);
  fields.setUint16(0, segment.sourcePort);
  fields.setUint16(2, segment.destinationPort);
  fields.setUint32(4, segment.sequence);
  fields.setUint32(8, segment.acknowledgment);
  fields.setUint8(12, (headerLength / 4) << 4);
  fields.setUint8(
    13,
    segment.flags.reduce((bits, flag) => bits | (1 << tcpFlags.indexOf(flag)), 0),
  );
  fields.setUint16(14, segment.window);
  fields.setUint16(18, segment.urgentPointer);
  octets.set(options, leastHeaderLength);
  octets.set(segment.payload, headerLength);
  fields.setUint16(16, checksumOf(octets, pseudoHeaderSum(pair, ipProtocols.tcp, octets.length)));
  return octets;
}

/** The segment that the octets spell when they travelled between these two addresses. */
export function decodeTcpSegment(
  octets: Uint8Array,
  pair: AddressPair,
): Decoded<TcpSegment, TcpReason> {
  if (octets.length < leastHeaderLength) return undecodable("tooShort");
  const fields = fieldsOf(octets);
  // The checksum comes first: nothing in a damaged header is worth reading (RFC 9293 §3.1, MUST-3).
  if (!isSound(octets, pseudoHeaderSum(pair, ipProtocols.tcp, octets.length)))
    return undecodable("badChecksum");
  // The data offset counts words of four octets, options included (RFC 9293 §3.1).
  const headerLength = (fields.getUint8(12) >>> 4) * 4;
  if (headerLength < leastHeaderLength || headerLength > octets.length)
    return undecodable("badDataOffset");
  const flags = tcpFlags.filter((_, bit) => fields.getUint8(13) & (1 << bit));
  const size = findMaximumSegmentSize(octets.subarray(leastHeaderLength, headerLength));
  return decoded({
    sourcePort: fields.getUint16(0) as Port,
    destinationPort: fields.getUint16(2) as Port,
    sequence: fields.getUint32(4),
    acknowledgment: fields.getUint32(8),
    flags,
    window: fields.getUint16(14),
    urgentPointer: fields.getUint16(18),
    ...(size !== undefined && flags.includes("syn") && { maximumSegmentSize: size }),
    payload: octets.slice(headerLength),
  });
}

/** Only a SYN says how large a segment may be (RFC 9293 §3.2, MUST-65). */
function optionsOf(segment: TcpSegment): Uint8Array {
  const size = segment.maximumSegmentSize;
  if (size === undefined || !segment.flags.includes("syn")) return new Uint8Array(0);
  return Uint8Array.of(
    optionKinds.maximumSegmentSize,
    maximumSegmentSizeLength,
    size >>> 8,
    size & 0xff,
  );
}

function findMaximumSegmentSize(options: Uint8Array): number | undefined {
  let at = 0;
  while (at < options.length && options[at] !== optionKinds.end) {
    const length = optionLengthAt(options, at);
    // A length that cannot be leaves the rest unreadable; the segment itself stays good (RFC 9293 §3.1, MUST-7).
    if (length === undefined) return undefined;
    if (options[at] === optionKinds.maximumSegmentSize && length === maximumSegmentSizeLength)
      return fieldsOf(options).getUint16(at + 2);
    at += length;
  }
  return undefined;
}

/** Every option but the one-octet two says its own length, so an unknown one can be skipped (RFC 9293 §3.1, MUST-6). */
function optionLengthAt(options: Uint8Array, at: number): number | undefined {
  if (options[at] === optionKinds.noOperation) return 1;
  const length = options[at + 1] ?? 0;
  return length >= 2 && at + length <= options.length ? length : undefined;
}

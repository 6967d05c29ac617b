import type { Port } from "../../wire/packet.ts";
import type { TcpSegment } from "../../wire/tcp-segment.ts";
import { plus, type SequenceNumber, sequenceNumber } from "./sequence-number.ts";

/** A control bit of a segment (RFC 9293 §3.1). */
export type Flag = TcpSegment["flags"][number];

/** A segment as one end of a connection sees it: no ports, and its text as a string, one character for each octet. */
export type Segment = {
  readonly sequence: SequenceNumber;
  /** Has a meaning only beside the flag `ack`. */
  readonly acknowledgment: SequenceNumber;
  /** In the order of `tcpFlags`. */
  readonly flags: readonly Flag[];
  readonly window: number;
  /** Counts from `sequence` to the first octet that is not urgent; has a meaning only beside the flag `urg`. */
  readonly urgentPointer: number;
  /** Travels only beside the flag `syn` (RFC 9293 §3.2, MUST-65). */
  readonly maximumSegmentSize?: number;
  readonly text: string;
};

/** The two ports of a segment, which the ends of a connection never look at. */
export type Ports = { readonly sourcePort: Port; readonly destinationPort: Port };

/** Whether the control bit is set. */
export const has = ({ flags }: Pick<Segment, "flags">, flag: Flag): boolean => flags.includes(flag);

/** SEG.LEN: how many sequence numbers a segment takes; SYN and FIN take one each (RFC 9293 §3.4). */
export const lengthOf = (segment: Segment): number =>
  segment.text.length + Number(has(segment, "syn")) + Number(has(segment, "fin"));

/** Where the text of a segment starts: behind the SYN, if there is one (RFC 9293 §3.4). */
export const textStart = (segment: Segment): SequenceNumber =>
  plus(segment.sequence, Number(has(segment, "syn")));

/** The number of a segment's FIN, which comes behind its text (RFC 9293 §3.4). */
export const finNumber = (segment: Segment): SequenceNumber =>
  plus(textStart(segment), segment.text.length);

/** The reset that answers a segment for which there is no connection; undefined where none may be sent (RFC 9293 §3.10.7.1). */
export function resetFor(segment: Segment): Segment | undefined {
  // A reset never answers a reset (RFC 9293 §3.10.7.1).
  if (has(segment, "rst")) return undefined;
  if (has(segment, "ack")) return reset(segment.acknowledgment);
  return {
    ...reset(sequenceNumber(0)),
    acknowledgment: plus(segment.sequence, lengthOf(segment)),
    flags: ["rst", "ack"],
  };
}

/** <SEQ=…><CTL=RST>. */
export const reset = (sequence: SequenceNumber): Segment => ({
  sequence,
  acknowledgment: sequenceNumber(0),
  flags: ["rst"],
  window: 0,
  urgentPointer: 0,
  text: "",
});

/** The segment in the form that is written to the wire. */
export function toTcpSegment({ text, ...header }: Segment, ports: Ports): TcpSegment {
  return { ...ports, ...header, payload: Uint8Array.from(text, octetOf) };
}

/** The segment that came from the wire. */
export function fromTcpSegment(segment: TcpSegment): Segment {
  const { sourcePort: _, destinationPort: __, payload, ...header } = segment;
  return {
    ...header,
    sequence: sequenceNumber(header.sequence),
    acknowledgment: sequenceNumber(header.acknowledgment),
    text: Array.from(payload, (octet) => String.fromCharCode(octet)).join(""),
  };
}

function octetOf(character: string): number {
  const octet = character.charCodeAt(0);
  if (octet > 0xff) throw new RangeError(`not an octet: ${character}`);
  return octet;
}

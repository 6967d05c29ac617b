import type { Packet, TcpFlag } from "./packet.ts";

/** What a segment is to whoever reads its control bits. */
export type SegmentKind = "syn" | "synack" | "ack" | "fin" | "rst" | "data";

/** The kind of a segment with these control bits and so much text. */
export function segmentKind(flags: readonly TcpFlag[], octets: number): SegmentKind {
  if (flags.includes("rst")) return "rst";
  if (flags.includes("syn")) return flags.includes("ack") ? "synack" : "syn";
  if (flags.includes("fin")) return "fin";
  return octets > 0 ? "data" : "ack";
}

/** What a letter is to whoever reads it to its last header. */
export type LetterKind = SegmentKind | "udp" | "icmp";

/** The kind of a letter, for those who read it to its last header: of TCP the kind of its segment, else its protocol. */
export const letterKind = ({ body }: Packet): LetterKind =>
  body.protocol === "tcp" ? segmentKind(body.flags, body.payload.length) : body.protocol;

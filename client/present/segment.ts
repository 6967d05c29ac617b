import type { Role } from "../../shared/contract/mission.ts";
import type { ViewRow } from "../../shared/contract/view.ts";
import type { TcpFlag } from "../../shared/wire/packet.ts";
import { type SegmentKind, segmentKind } from "../../shared/wire/segment-kind.ts";

/** The control bits that people set. */
export const bits = ["syn", "ack", "fin", "rst"] as const satisfies readonly TcpFlag[];
export type Bit = (typeof bits)[number];

/** A TCP segment as its ends read it. */
export type SegmentFace = {
  readonly kind: SegmentKind;
  readonly bits: readonly Bit[];
  readonly sequence: number;
  /** Absent where the bit ACK is not set: then the field says nothing. */
  readonly acknowledgment: number | undefined;
  readonly octets: number;
  readonly text: string;
  readonly socket: string;
  /** Which connection that is: at a client by its own port, at a server by who is at the other end. */
  readonly end: string;
};

/** The segment in a letter of the belt, as this role tells connections apart; undefined for any other letter. */
export function presentSegment(row: ViewRow<"belt">, role: Role): SegmentFace | undefined {
  if (row.sequence === undefined || row.socket === undefined) return undefined;
  const set = parseBits(row.flags);
  const octets = row.octets ?? 0;
  return {
    kind: segmentKind(set, octets),
    bits: set,
    sequence: row.sequence,
    acknowledgment: set.includes("ack") ? row.acknowledgment : undefined,
    octets,
    text: row.text ?? "",
    socket: row.socket,
    end: role === "client" ? `→ :${localPort(row.socket)}` : remoteEnd(row.socket),
  };
}

/** Control bits as a view writes them, by spaces. */
export const parseBits = (written: string | undefined): readonly Bit[] =>
  bits.filter((bit) => written?.split(" ").includes(bit));

/** The other end of a connection, as its name tells: `10.0.1.5:49800`. */
export const remoteEnd = (socket: string): string => socket.split("-")[1] ?? socket;

/** My own port of a connection, as its name tells. */
export const localPort = (socket: string): string => /:(\d+)-/.exec(socket)?.[1] ?? "";

import { type Chance, drawBits, drawOne, drawPercent, drawWhole } from "../../shared/lib/chance.ts";
import type { Endpoint, EndpointInput, Peering } from "../../shared/protocol/tcp/endpoint.ts";
import type { Segment } from "../../shared/protocol/tcp/segment.ts";
import {
  plus,
  type SequenceNumber,
  sequenceNumber,
} from "../../shared/protocol/tcp/sequence-number.ts";
import { localId } from "../../shared/protocol/tcp/socket.ts";
import { type Port, tcpFlags } from "../../shared/wire/packet.ts";
import { otherSide, type Side, sockets } from "../shared/protocol/tcp/pair.ts";

/** One host of the pair, as somebody sees it who makes it do something. */
export type TcpScene = {
  readonly chance: Chance;
  readonly side: Side;
  readonly endpoint: Endpoint;
  /** Whether strangers may speak on its connections, and not only to its closed doors. */
  readonly isHostile: boolean;
};

/** The socket of a side with another port. */
export const socketAt = (side: Side, port: number) => ({
  address: sockets[side].address,
  port: port as Port,
});

/** Numbers near those where arithmetic wraps around, and never twice the same. */
export const drawInitialSequence = (chance: Chance): SequenceNumber =>
  plus(
    sequenceNumber(drawOne(chance, [0, 2 ** 31 - 2, 2 ** 32 - 1])),
    drawWhole(chance, -500_000, 500_000),
  );

const serverPorts = [80, 81];

/** A call of a program, a message about the way, or a segment that nobody in the pair has sent. */
export function drawTcpInput(scene: TcpScene): EndpointInput {
  const { chance, endpoint } = scene;
  const peerings = Object.entries(endpoint.connections);
  const roll = drawWhole(chance, 1, 100);
  if (peerings.length === 0 || roll <= 12) return drawListening(scene);
  const [socket, peering] = drawOne(chance, peerings);
  if (roll <= 80) return drawCall(chance, socket);
  if (roll <= 84) return drawHolding(chance, socket, peering);
  if (roll <= 87) return drawIcmp(chance, peering);
  return drawForged(scene, roll <= 90 ? undefined : peering);
}

function drawCall(chance: Chance, socket: string): EndpointInput {
  const roll = drawWhole(chance, 1, 70);
  if (roll <= 33) return { kind: "send", socket, text: drawText(chance), isUrgent: roll <= 3 };
  if (roll <= 61) return { kind: "receive", socket, most: drawWhole(chance, 1, 40) };
  return { kind: roll <= 69 ? "close" : "abort", socket };
}

/** The latest segment waits in front of its own network, or leaves it now. */
function drawHolding(chance: Chance, socket: string, { connection }: Peering): EndpointInput {
  const sequence = connection.send.flying.at(-1)?.from ?? connection.send.next;
  return { kind: drawOne(chance, ["held", "left"]), socket, sequence };
}

function drawListening({ chance, side }: TcpScene): EndpointInput {
  const roll = drawWhole(chance, 1, 12);
  const local = socketAt(side, drawOne(chance, serverPorts));
  if (roll <= 2) return { kind: "bind", local };
  const socket = localId(local);
  if (roll <= 4) return { kind: "listen", socket, halfOpenSlots: 3, backlog: 2 };
  return roll === 5 ? { kind: "close", socket } : { kind: "accept", socket };
}

const drawIcmp = (chance: Chance, { local, remote }: Peering): EndpointInput => ({
  kind: "icmp",
  local,
  remote,
  error: { type: drawOne(chance, [3, 4, 11, 12]), code: drawWhole(chance, 0, 5) },
});

/** A segment of a stranger: on a connection where that is allowed, else to a door where none of ours is. */
function drawForged(scene: TcpScene, aimed: Peering | undefined): EndpointInput {
  const { chance, side, isHostile } = scene;
  const peering = isHostile ? aimed : undefined;
  return {
    kind: "segment",
    from: peering?.remote ?? socketAt(otherSide(side), 9),
    to: peering?.local ?? socketAt(side, drawOne(chance, [9, ...serverPorts])),
    segment: drawSegment(chance, peering),
    initialSequence: drawInitialSequence(chance),
  };
}

const usualFlags = [["ack"], ["syn"], ["syn", "ack"], ["fin", "ack"], ["rst"]] as const;

function drawSegment(chance: Chance, peering: Peering | undefined): Segment {
  const { receive, send } = peering?.connection ?? {};
  const size = drawOne(chance, [0, 1, 10, 1_460]);
  return {
    sequence: plus(receive?.next ?? sequenceNumber(0), drawOffset(chance)),
    acknowledgment: plus(send?.unacknowledged ?? sequenceNumber(0), drawOffset(chance)),
    flags: drawPercent(chance, 70)
      ? drawOne(chance, usualFlags)
      : tcpFlags.filter(() => drawPercent(chance, 40)),
    window: drawOne(chance, [0, 1, 10, 40, 65_535]),
    urgentPointer: drawWhole(chance, 0, 30),
    ...(drawPercent(chance, 30) && { maximumSegmentSize: size }),
    text: drawPercent(chance, 50) ? "" : drawText(chance),
  };
}

/** Just where the connection stands, near to it, or anywhere. */
const drawOffset = (chance: Chance): number => {
  const roll = drawWhole(chance, 1, 10);
  if (roll <= 4) return 0;
  if (roll <= 9) return drawWhole(chance, -60, 60);
  return drawBits(chance) | 0;
};

const drawText = (chance: Chance): string =>
  Array.from({ length: drawWhole(chance, 1, 25) }, () =>
    String.fromCharCode(drawWhole(chance, 0, 255)),
  ).join("");

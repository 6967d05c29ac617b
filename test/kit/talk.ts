import type { Duty } from "../../shared/device/act.ts";
import { tcpOf } from "../../shared/device/host.ts";
import type { Connection } from "../../shared/protocol/tcp/connection/connection.ts";
import type { TcpPacket } from "../../shared/wire/packet.ts";
import { type Flight, flightsOf } from "../../shared/world/world.ts";
import { type ActOf, Hands } from "./hands.ts";
import type { ClassOptions } from "./scripted-class.ts";
import { smallTalk, type TalkChanges } from "./small-talk.ts";

/** Hands that play the small mission over TCP; every segment that a host sends is written down. */
export class Talk extends Hands {
  readonly #flights = new Set<Flight>();

  constructor(boxes: readonly string[], changes: TalkChanges = {}, options: ClassOptions = {}) {
    const mission = smallTalk(changes);
    super(boxes, { missions: { [mission.id]: mission }, mission: mission.id, ...options });
  }

  /** Plays on, with these desks doing what their machines propose, until it is so. */
  play(boxes: readonly string[], isSo: () => boolean): void {
    this.obeyUntil(boxes, () => {
      this.note();
      return isSo();
    });
  }

  /** Plays on until the round has so many answers. */
  playToAnswer(boxes: readonly string[] = [], answers = 1): void {
    this.play(boxes, () => this.match.answered >= answers);
  }

  /** To be called at least once while each letter is under way. */
  note(): void {
    for (const flight of flightsOf(this.match.world)) this.#flights.add(flight);
  }

  /** The segments that a host has sent, in their order. */
  sentBy(box: string): readonly TcpPacket[] {
    return [...this.#flights]
      .filter(({ from }) => from === box)
      .sort((a, b) => a.packet.id - b.packet.id)
      .flatMap(({ packet: { body } }) => (body.protocol === "tcp" ? [body] : []));
  }

  /** What a host has sent, in lines like `syn ack 300:101`. */
  linesOf(box: string): readonly string[] {
    return this.sentBy(box).map(lineOf);
  }

  /** The connections of a host, the oldest first. */
  connections(box: string): readonly Connection[] {
    return Object.values(tcpOf(this.host(box)).endpoint.connections).map(
      ({ connection }) => connection,
    );
  }

  connection(box: string, socket: string): Connection | undefined {
    return tcpOf(this.host(box)).endpoint.connections[socket]?.connection;
  }

  /** How many connections a host's programs serve. */
  served(box: string): number {
    return Object.values(tcpOf(this.host(box)).talks).filter(({ kind }) => kind === "serves")
      .length;
  }

  /** From now on a line loses everything, or nothing. */
  setLine(link: string, isUp: boolean): void {
    const line = this.match.world.links[link];
    if (line === undefined) throw new Error(`no line ${link}`);
    line.up = isUp;
  }

  states(box: string): readonly string[] {
    return this.connections(box).map(({ state }) => state);
  }

  /** The socket of a host's oldest connection. */
  socket(box: string): string {
    const [socket] = Object.keys(tcpOf(this.host(box)).endpoint.connections);
    if (socket === undefined) throw new Error(`no connection at ${box}`);
    return socket;
  }

  /** The duties of what waits at a desk, the oldest first. */
  dutiesAt(box: string): readonly Duty[] {
    return this.dues(box).map(({ duty }) => duty);
  }
}

const lineOf = ({ flags, sequence, acknowledgment, payload }: TcpPacket): string => {
  const numbers = flags.includes("ack") ? `${sequence}:${acknowledgment}` : String(sequence);
  return [flags.filter((flag) => flag !== "psh").join(" "), numbers, payload]
    .filter((part) => part !== "")
    .join(" ");
};

/** A round in which these boxes are played by hand, with these duties at both ends. */
export const playing = (
  boxes: readonly string[],
  held: readonly Duty[],
  changes: TalkChanges = {},
): Talk => new Talk(boxes, { ...changes, held: { client: held, server: held } });

/** Sends the segment that is due at a box, with something changed about it. */
export function sends(
  talk: Talk,
  box: string,
  change: Partial<ActOf<"sendSegment">>,
  isMeant: (proposal: ActOf<"sendSegment">) => boolean = () => true,
): ActOf<"sendSegment"> {
  const { proposal } = talk.waitFor(box, "sendSegment", isMeant);
  talk.act(box, { ...proposal, ...change });
  talk.note();
  return proposal;
}

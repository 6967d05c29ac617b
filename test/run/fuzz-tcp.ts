import { isDeepStrictEqual } from "node:util";
import {
  type Chance,
  drawOne,
  drawPercent,
  drawWhole,
  namedChance,
} from "../../shared/lib/chance.ts";
import { emptyQueue, peek, pop, push, type Timed } from "../../shared/lib/event-queue.ts";
import { type Instant, instant, later } from "../../shared/lib/instant.ts";
import {
  type Endpoint,
  type EndpointInput,
  type EndpointOutput,
  initialEndpoint,
} from "../../shared/protocol/tcp/endpoint.ts";
import { has } from "../../shared/protocol/tcp/segment.ts";
import { defaultSettings, type TcpSettings } from "../../shared/protocol/tcp/settings.ts";
import { localId, type SocketAddress } from "../../shared/protocol/tcp/socket.ts";
import { stepEndpoint, wakeAt } from "../../shared/protocol/tcp/step-endpoint.ts";
import { checkStep } from "../shared/protocol/tcp/invariants.ts";
import { frozen, otherSide, type Side } from "../shared/protocol/tcp/pair.ts";
import { type Count, must } from "./fuzz-law.ts";
import { drawInitialSequence, drawTcpInput, socketAt } from "./fuzz-tcp-inputs.ts";
import { FuzzTexts } from "./fuzz-texts.ts";

type Arrival = Timed & { readonly side: Side; readonly input: EndpointInput };
type Link = {
  readonly lossPercent: number;
  readonly duplicatePercent: number;
  readonly jitterMs: number;
};

const sides = ["A", "B"] as const;
const delayMs = 100;
const mostConnections = 4;

/** Two hosts whose programs call what they like, on a link that loses, doubles and mixes up segments. */
export class FuzzTcp {
  readonly isOver = false;
  readonly #count: Count;
  readonly #chance: Chance;
  readonly #isHostile: boolean;
  readonly #link: Link;
  readonly #queue = emptyQueue<Arrival>();
  readonly #texts = new FuzzTexts();
  readonly #endpoints: Record<Side, Endpoint>;
  #now: Instant = instant(0);
  #n = 0;
  #nextPort = 40_000;

  constructor(seed: number, count: Count) {
    const chance = namedChance(seed, "TCP of the fuzz");
    this.#count = count;
    this.#chance = chance;
    this.#isHostile = drawPercent(chance, 40);
    this.#link = {
      lossPercent: drawOne(chance, [0, 5, 30]),
      duplicatePercent: drawOne(chance, [0, 30]),
      jitterMs: drawOne(chance, [0, 50, 400]),
    };
    const settings = drawSettings(chance);
    this.#endpoints = { A: initialEndpoint(settings), B: initialEndpoint(settings) };
    const local = socketAt("B", 80);
    this.#step("B", { kind: "bind", local });
    this.#step("B", { kind: "listen", socket: localId(local), halfOpenSlots: 3, backlog: 2 });
  }

  /** One call, one arrival or one timer. */
  move(): void {
    const roll = drawWhole(this.#chance, 1, 100);
    if (roll <= 60 && this.#letNextHappen()) return;
    const side = drawOne(this.#chance, sides);
    const connections = Object.keys(this.#endpoints[side].connections).length;
    const isFew = connections === 0 ? roll <= 90 : roll <= 62;
    if (isFew && connections < mostConnections) return this.#connect(side);
    if (roll <= 70) return this.#wait();
    const endpoint = this.#endpoints[side];
    const scene = { chance: this.#chance, side, endpoint, isHostile: this.#isHostile };
    this.#step(side, drawTcpInput(scene));
  }

  /** Writes both ends down as JSON, reads them again, and goes on with what was read. */
  roundTrip(): void {
    for (const side of sides) {
      const copy = JSON.parse(JSON.stringify(this.#endpoints[side])) as Endpoint;
      must(isDeepStrictEqual(copy, this.#endpoints[side]), "JSON does not change an endpoint");
      this.#endpoints[side] = copy;
    }
  }

  /** Nothing is left to look at. */
  end(): void {}

  /** To a door that may be open, from a port that was never used; now and then both call each other at once. */
  #connect(side: Side): void {
    this.#nextPort += 1;
    const other = otherSide(side);
    const local = socketAt(side, this.#nextPort);
    const isMeeting = drawPercent(this.#chance, 15);
    const remote = socketAt(
      other,
      isMeeting ? this.#nextPort : drawOne(this.#chance, [80, 80, 81]),
    );
    this.#call(side, local, remote);
    if (isMeeting) this.#call(other, remote, local);
  }

  #call(side: Side, local: SocketAddress, remote: SocketAddress): void {
    const initialSequence = drawInitialSequence(this.#chance);
    this.#step(side, { kind: "connect", local, remote, initialSequence });
  }

  /** Time passes, but never past what is to happen. */
  #wait(): void {
    const until = later(this.#now, drawWhole(this.#chance, 1, 2_000));
    this.#now = instant(Math.min(until, this.#nextAt() ?? until));
  }

  #nextAt(): number | undefined {
    const times = [peek(this.#queue)?.at, ...sides.map((side) => wakeAt(this.#endpoints[side]))];
    const known = times.filter((at) => at !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  }

  #letNextHappen(): boolean {
    const at = this.#nextAt();
    if (at === undefined) return false;
    this.#now = instant(at);
    const arrival = peek(this.#queue)?.at === at ? pop(this.#queue) : undefined;
    if (arrival !== undefined) this.#step(arrival.side, arrival.input);
    else this.#ring(sides.find((side) => wakeAt(this.#endpoints[side]) === at) ?? "A");
    return true;
  }

  #ring(side: Side): void {
    this.#step(side, { kind: "timer" });
    const next = wakeAt(this.#endpoints[side]);
    must(next === undefined || next > this.#now, "a timer that has rung is off", { side, next });
  }

  #step(side: Side, input: EndpointInput): void {
    const before = frozen(this.#endpoints[side]);
    const { state, outputs } = stepEndpoint(before, input, this.#now);
    checkStep({ side, before, input, after: state, outputs });
    this.#endpoints[side] = state;
    this.#count(`tcp ${input.kind}`);
    this.#noteSaid(before, input, outputs);
    for (const output of outputs) {
      this.#noteHeard(before, output);
      if (output.kind === "transmit") this.#carry(side, output);
    }
  }

  #noteSaid(
    { connections }: Endpoint,
    input: EndpointInput,
    outputs: readonly EndpointOutput[],
  ): void {
    const peering = input.kind === "send" ? connections[input.socket] : undefined;
    if (input.kind !== "send" || peering === undefined) return;
    if (!outputs.some(({ kind }) => kind === "refused")) this.#texts.say(peering, input.text);
  }

  #noteHeard(before: Endpoint, output: EndpointOutput): void {
    if (output.kind === "event") this.#count(`tcp ${output.event}`);
    // What strangers say on a connection is delivered too.
    if (output.kind !== "deliver" || this.#isHostile) return;
    const peering = before.connections[output.socket];
    must(peering !== undefined, "text is delivered on a connection that was there", output);
    if (peering !== undefined) this.#texts.hear(peering, output);
  }

  #carry(
    from: Side,
    { segment, ...sockets }: EndpointOutput & { readonly kind: "transmit" },
  ): void {
    const { lossPercent, duplicatePercent, jitterMs } = this.#link;
    if (has(segment, "rst")) this.#count("tcp RST sent");
    if (drawPercent(this.#chance, lossPercent)) return;
    const copies = drawPercent(this.#chance, duplicatePercent) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      this.#n += 1;
      push(this.#queue, {
        at: this.#now + delayMs + drawWhole(this.#chance, 0, jitterMs),
        n: this.#n,
        side: otherSide(from),
        input: {
          kind: "segment",
          from: sockets.from,
          to: sockets.to,
          segment,
          initialSequence: drawInitialSequence(this.#chance),
        },
      });
    }
  }
}

function drawSettings(chance: Chance): TcpSettings {
  const goBackN = drawPercent(chance, 15);
  return {
    ...defaultSettings,
    goBackN,
    rfc5961Rst: drawPercent(chance, 70),
    nagle: drawPercent(chance, 70),
    sharedEstimate: drawPercent(chance, 30),
    delayedAck: drawOne(chance, [0, 200, 499]),
    maxRetransmits: drawOne(chance, [2, 7]),
    msl: drawOne(chance, [1_000, 120_000]),
    maximumSegmentSize: goBackN ? 10 : drawOne(chance, [1, 7, 10, 536, 1_460]),
    sendBuffer: drawOne(chance, [30, 100, 65_535]),
    receiveBuffer: goBackN ? 40 : drawOne(chance, [1, 10, 40, 300, 65_535]),
  };
}

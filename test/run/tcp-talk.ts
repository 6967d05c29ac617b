import { type Chance, drawPercent, drawWhole, namedChance } from "../../shared/lib/chance.ts";
import { emptyQueue, peek, pop, push, type Timed } from "../../shared/lib/event-queue.ts";
import { type Instant, instant, later } from "../../shared/lib/instant.ts";
import type { Connection } from "../../shared/protocol/tcp/connection/connection.ts";
import {
  type Endpoint,
  type EndpointInput,
  type EndpointOutput,
  initialEndpoint,
} from "../../shared/protocol/tcp/endpoint.ts";
import { lengthOf } from "../../shared/protocol/tcp/segment.ts";
import { sequenceNumber } from "../../shared/protocol/tcp/sequence-number.ts";
import { defaultSettings } from "../../shared/protocol/tcp/settings.ts";
import { stepEndpoint, wakeAt } from "../../shared/protocol/tcp/step-endpoint.ts";
import {
  otherSide,
  type Passage,
  path,
  type Side,
  socketOf,
  sockets,
  type TalkPlan,
  type Transmit,
} from "./talk-plan.ts";

type TalkStep = {
  readonly at: Instant;
  readonly side: Side;
  readonly input: EndpointInput;
  readonly outputs: readonly EndpointOutput[];
};
/** A segment on its way: `nth` counts those of its sender that take numbers. */
type Journey = {
  readonly from: Side;
  readonly output: Transmit;
  readonly packet: number;
  readonly nth: number;
};
type Happening = Timed & { readonly do: () => void };

/** Wireshark takes a SYN at the very beginning of time for none, and then does not know the round trip of the handshake. */
const firstInstant = instant(1_000);
const mostSteps = 50_000;
const mostMs = 4 * 3_600_000;

/** Two TCP endpoints that talk until both are done, and everything that passed the links between them. */
export class TcpTalk {
  readonly passages: Passage[] = [];
  readonly heard: Record<Side, string> = { client: "", server: "" };
  /** What the two were told and what they answered, as plain data. */
  readonly journal: TalkStep[] = [];
  now = firstInstant;
  readonly #plan: TalkPlan;
  readonly #chance: Chance;
  readonly #queue = emptyQueue<Happening>();
  readonly #endpoints: Record<Side, Endpoint>;
  readonly #unsaid: Record<Side, string>;
  readonly #desks: Record<Side, Transmit[]> = { client: [], server: [] };
  readonly #packets: Record<Side, number> = { client: 0, server: 0 };
  readonly #numbered: Record<Side, number> = { client: 0, server: 0 };
  readonly #isFetching: Record<Side, boolean> = { client: false, server: false };
  #happenings = 0;

  constructor(plan: TalkPlan, seed: number) {
    this.#plan = plan;
    this.#chance = namedChance(seed, "talk");
    this.#unsaid = { ...plan.says };
    this.#endpoints = {
      client: initialEndpoint({ ...defaultSettings, ...plan.settings.client }),
      server: initialEndpoint({ ...defaultSettings, ...plan.settings.server }),
    };
  }

  /** Lets the two talk to the end. */
  run(): this {
    this.#open();
    for (let steps = 0; this.#letNextHappen(); steps++)
      if (steps > mostSteps || this.now > mostMs) throw new Error("they never come to rest");
    return this;
  }

  connection(side: Side): Connection | undefined {
    return this.#endpoints[side].connections[socketOf(side)]?.connection;
  }

  #open(): void {
    const { opening, abortsAt } = this.#plan;
    if (opening === "both") this.#soon(0, () => this.#step("server", this.#call("server")));
    else if (opening === undefined) {
      const local = sockets.server;
      this.#step("server", { kind: "bind", local });
      const socket = `${Object.keys(this.#endpoints.server.bound)[0]}`;
      this.#step("server", { kind: "listen", socket, halfOpenSlots: 3, backlog: 3 });
    }
    this.#soon(0, () => this.#step("client", this.#call("client")));
    const socket = socketOf("client");
    if (abortsAt !== undefined)
      this.#soon(abortsAt, () => {
        if (this.connection("client")) this.#step("client", { kind: "abort", socket });
      });
  }

  #call(side: Side): EndpointInput {
    return {
      kind: "connect",
      local: sockets[side],
      remote: sockets[otherSide(side)],
      initialSequence: sequenceNumber(this.#plan.initialSequence[side]),
    };
  }

  #letNextHappen(): boolean {
    const never = Number.POSITIVE_INFINITY;
    const happens = peek(this.#queue)?.at ?? never;
    const wakes = { client: this.#wakeOf("client"), server: this.#wakeOf("server") };
    const next = Math.min(happens, wakes.client, wakes.server);
    if (next === never) return false;
    this.now = instant(next);
    if (happens === next) pop(this.#queue)?.do();
    else this.#step(wakes.client === next ? "client" : "server", { kind: "timer" });
    return true;
  }

  #wakeOf(side: Side): number {
    return wakeAt(this.#endpoints[side]) ?? Number.POSITIVE_INFINITY;
  }

  #soon(ms: number, what: () => void): void {
    this.#happenings += 1;
    push(this.#queue, { at: later(this.now, ms), n: this.#happenings, do: what });
  }

  #step(side: Side, input: EndpointInput): void {
    const { state, outputs } = stepEndpoint(this.#endpoints[side], input, this.now);
    this.#endpoints[side] = state;
    this.journal.push({ at: this.now, side, input, outputs });
    for (const output of outputs) this.#take(side, output);
    this.#goOn(side, outputs);
  }

  #take(side: Side, output: EndpointOutput): void {
    if (output.kind === "deliver") this.heard[side] += output.text;
    if (output.kind !== "transmit") return;
    if (this.#plan.byHandMs?.[side] === undefined) return this.#depart(side, output);
    this.#desks[side].push(output);
    this.#tellOfDesk(side, "held", output);
    if (this.#desks[side].length === 1) this.#workAtDesk(side);
  }

  /** Somebody lets one segment after the other go, each after a while: none overtakes another. */
  #workAtDesk(side: Side): void {
    const [least, most] = this.#plan.byHandMs?.[side] ?? [0, 0];
    this.#soon(drawWhole(this.#chance, least, most), () => {
      const output = this.#desks[side].shift();
      if (output === undefined) return;
      this.#depart(side, output);
      if (this.#desks[side].length > 0) this.#workAtDesk(side);
      this.#tellOfDesk(side, "left", output);
    });
  }

  #tellOfDesk(side: Side, kind: "held" | "left", { segment }: Transmit): void {
    if (lengthOf(segment) === 0) return;
    this.#step(side, { kind, socket: socketOf(side), sequence: segment.sequence });
  }

  #depart(from: Side, output: Transmit): void {
    this.#packets[from] += 1;
    if (lengthOf(output.segment) > 0) this.#numbered[from] += 1;
    const journey = { from, output, packet: this.#packets[from], nth: this.#numbered[from] };
    this.#pass(0, journey, false);
    this.#soon(this.#plan.edgeMs, () => this.#crossMiddle(journey));
  }

  /** Only the line in the middle loses segments, doubles them and lets them overtake each other. */
  #crossMiddle(journey: Journey): void {
    const { delayMs, jitterMs = 0, duplicatePercent = 0 } = this.#plan.middle;
    const isLost = this.#isLost(journey);
    this.#pass(1, journey, isLost);
    if (isLost) return;
    const copies = drawPercent(this.#chance, duplicatePercent) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++)
      this.#soon(delayMs + drawWhole(this.#chance, 0, jitterMs), () => {
        this.#pass(2, journey, false);
        this.#soon(this.#plan.edgeMs, () => this.#arrive(otherSide(journey.from), journey.output));
      });
  }

  #isLost({ from, output, nth }: Journey): boolean {
    const { lossPercent = 0, loses } = this.#plan.middle;
    if (drawPercent(this.#chance, lossPercent)) return true;
    return lengthOf(output.segment) > 0 && loses?.(from, nth, output.segment) === true;
  }

  #pass(hops: number, { from, output, packet }: Journey, isLost: boolean): void {
    const link = (from === "client" ? path : path.toReversed())[hops];
    if (link === undefined) throw new Error("the way ends too early");
    this.passages.push({ at: this.now, link, from, output, packet, isLost });
  }

  #arrive(side: Side, { from, to, segment }: Transmit): void {
    const initialSequence = sequenceNumber(this.#plan.initialSequence[side]);
    this.#step(side, { kind: "segment", from, to, segment, initialSequence });
  }

  /** What the program does after each step of its side: fetches, says the next piece, closes behind the last. */
  #goOn(side: Side, outputs: readonly EndpointOutput[]): void {
    const events = outputs.flatMap((output) => (output.kind === "event" ? [output.event] : []));
    const [bound] = Object.keys(this.#endpoints[side].bound);
    if (events.includes("established") && bound !== undefined)
      this.#step(side, { kind: "accept", socket: bound });
    if (this.connection(side)?.receive.unread && !this.#isFetching[side]) this.#fetch(side);
    if (events.some((event) => talkative.includes(event))) this.#say(side);
  }

  #fetch(side: Side): void {
    this.#isFetching[side] = true;
    const [least, most] = this.#plan.fetchMs[side];
    this.#soon(drawWhole(this.#chance, least, most), () => {
      this.#isFetching[side] = false;
      if (!this.connection(side)?.receive.unread) return;
      this.#step(side, { kind: "receive", socket: socketOf(side), most: 65_535 });
    });
  }

  #say(side: Side): void {
    const socket = socketOf(side);
    for (;;) {
      const c = this.connection(side);
      if (c === undefined || c.send.isClosing) return;
      const [least, most] = this.#plan.pieces;
      const room = c.settings.sendBuffer - c.send.text.length;
      const text = this.#unsaid[side].slice(
        0,
        Math.min(room, drawWhole(this.#chance, least, most)),
      );
      if (this.#unsaid[side] === "") return this.#step(side, { kind: "close", socket });
      if (text === "") return;
      this.#unsaid[side] = this.#unsaid[side].slice(text.length);
      this.#step(side, { kind: "send", socket, text });
    }
  }
}

const talkative: readonly string[] = ["established", "acknowledged", "readable", "peerClosed"];

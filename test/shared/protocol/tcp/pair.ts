import { isDeepStrictEqual } from "node:util";
import { type Chance, drawPercent, drawWhole, namedChance } from "../../../../shared/lib/chance.ts";
import { emptyQueue, peek, pop, push, type Timed } from "../../../../shared/lib/event-queue.ts";
import { type Instant, instant } from "../../../../shared/lib/instant.ts";
import type { Connection } from "../../../../shared/protocol/tcp/connection/connection.ts";
import {
  type Endpoint,
  type EndpointInput,
  type EndpointOutput,
  initialEndpoint,
} from "../../../../shared/protocol/tcp/endpoint.ts";
import type { Segment } from "../../../../shared/protocol/tcp/segment.ts";
import { sequenceNumber } from "../../../../shared/protocol/tcp/sequence-number.ts";
import { defaultSettings, type TcpSettings } from "../../../../shared/protocol/tcp/settings.ts";
import {
  connectionId,
  localId,
  type SocketAddress,
  type SocketId,
} from "../../../../shared/protocol/tcp/socket.ts";
import { stepEndpoint, wakeAt } from "../../../../shared/protocol/tcp/step-endpoint.ts";
import { ipv4Address } from "../../../../shared/wire/ipv4-address.ts";
import type { Port } from "../../../../shared/wire/packet.ts";
import { checkStep } from "./invariants.ts";

/** The client is A, the server is B. */
export type Side = "A" | "B";

export const sockets: Readonly<Record<Side, SocketAddress>> = {
  A: { address: ipv4Address(10, 0, 1, 10), port: 49_152 as Port },
  B: { address: ipv4Address(10, 0, 3, 80), port: 80 as Port },
};

export const otherSide = (side: Side): Side => (side === "A" ? "B" : "A");

/** The name of the one connection of a side. */
export const connectionOf = (side: Side): SocketId =>
  connectionId(sockets[side], sockets[otherSide(side)]);

export type PairOptions = {
  readonly seed?: number;
  readonly lossPercent?: number;
  readonly duplicatePercent?: number;
  readonly delayMs?: number;
  /** Up to so much longer; segments overtake each other. */
  readonly jitterMs?: number;
  readonly settings?: Partial<TcpSettings>;
  readonly settingsOfB?: Partial<TcpSettings>;
  readonly initialSequence?: Readonly<Record<Side, number>>;
  /** Which segments the link loses, apart from chance; `nth` counts those of its sender from 1. */
  readonly lose?: (segment: Segment, from: Side, nth: number) => boolean;
  /** What a program does after each step of its side. */
  readonly program?: (pair: Pair, side: Side, outputs: readonly EndpointOutput[]) => void;
  /** Sees every step, for a transcript. */
  readonly watch?: (step: WatchedStep) => void;
};

export type WatchedStep = {
  readonly at: Instant;
  readonly side: Side;
  readonly input: EndpointInput;
  readonly outputs: readonly EndpointOutput[];
  readonly after: Connection | undefined;
  readonly lost: ReadonlySet<EndpointOutput>;
};

const initialSequences: Readonly<Record<Side, number>> = { A: 100, B: 900 };
const mostSteps = 100_000;

type Happening = Timed & { readonly side: Side; readonly input: () => EndpointInput };

/** Two hosts and the link between them, on a clock of their own. */
export class Pair {
  /** Everything that a side's program has fetched so far. */
  readonly fetched: Record<Side, string> = { A: "", B: "" };
  readonly sentBy: Record<Side, number> = { A: 0, B: 0 };
  now = instant(0);
  steps = 0;
  readonly #options: PairOptions;
  readonly #endpoints: Record<Side, Endpoint>;
  readonly #chance: Chance;
  readonly #queue = emptyQueue<Happening>();
  #happenings = 0;

  constructor(options: PairOptions) {
    const settings = { ...defaultSettings, ...options.settings };
    this.#options = options;
    this.#chance = namedChance(options.seed ?? 1, "link");
    this.#endpoints = {
      A: initialEndpoint(settings),
      B: initialEndpoint({ ...settings, ...options.settingsOfB }),
    };
  }

  connection(side: Side): Connection | undefined {
    return this.#endpoints[side].connections[connectionOf(side)]?.connection;
  }

  /** Gives a side an input, and what comes of it to the link and to the programs. */
  step(side: Side, input: EndpointInput): readonly EndpointOutput[] {
    this.steps += 1;
    if (this.steps > mostSteps) throw new Error("they never come to rest");
    const before = frozen(this.#endpoints[side]);
    const { state, outputs } = stepEndpoint(before, input, this.now);
    checkStep({ side, before, input, after: state, outputs });
    this.#endpoints[side] = roundTrip(state);
    const lost = new Set(outputs.filter((output) => !this.#carry(side, output)));
    const { watch, program } = this.#options;
    watch?.({ at: this.now, side, input, outputs, after: this.connection(side), lost });
    for (const output of outputs) if (output.kind === "deliver") this.fetched[side] += output.text;
    program?.(this, side, outputs);
    return outputs;
  }

  /** Starts a host anew. */
  forget(side: Side): void {
    this.#endpoints[side] = initialEndpoint(this.#endpoints[side].settings);
  }

  /** Puts a step off. */
  later(ms: number, side: Side, input: () => EndpointInput): void {
    this.#happenings += 1;
    push(this.#queue, { at: this.now + ms, n: this.#happenings, side, input });
  }

  /** Lets time pass until nothing is under way and no timer runs, or up to an instant. */
  run(until = Number.POSITIVE_INFINITY): this {
    while (this.#letNextHappen(until));
    if (Number.isFinite(until)) this.now = instant(until);
    return this;
  }

  #letNextHappen(until: number): boolean {
    const arrival = peek(this.#queue)?.at ?? until;
    const timer = Math.min(this.#wakeOf("A", until), this.#wakeOf("B", until));
    if (Math.min(arrival, timer) >= until) return false;
    this.now = instant(Math.min(arrival, timer));
    const happening = arrival <= timer ? pop(this.#queue) : undefined;
    if (happening !== undefined) this.step(happening.side, happening.input());
    else this.step(this.#wakeOf("A", until) === timer ? "A" : "B", { kind: "timer" });
    return true;
  }

  #wakeOf(side: Side, otherwise: number): number {
    return wakeAt(this.#endpoints[side]) ?? otherwise;
  }

  /** Whether the link takes the output; what is no segment has nothing to fear. */
  #carry(side: Side, output: EndpointOutput): boolean {
    if (output.kind !== "transmit") return true;
    const { lose, lossPercent = 0, duplicatePercent = 0 } = this.#options;
    this.sentBy[side] += 1;
    if (lose?.(output.segment, side, this.sentBy[side])) return false;
    if (drawPercent(this.#chance, lossPercent)) return false;
    this.#arrive(side, output.segment);
    if (drawPercent(this.#chance, duplicatePercent)) this.#arrive(side, output.segment);
    return true;
  }

  #arrive(from: Side, segment: Segment): void {
    const to = otherSide(from);
    const { delayMs = 100, jitterMs = 0, initialSequence = initialSequences } = this.#options;
    this.later(delayMs + drawWhole(this.#chance, 0, jitterMs), to, () => ({
      kind: "segment",
      from: sockets[from],
      to: sockets[to],
      segment,
      initialSequence: sequenceNumber(initialSequence[to]),
    }));
  }
}

/** A listens on B's port, and A calls. */
export function connect(pair: Pair, initialSequence = initialSequences.A): Pair {
  listen(pair).step("A", connectInput("A", initialSequence));
  return pair;
}

/** B's program binds its port and listens. */
export function listen(pair: Pair): Pair {
  const local = sockets.B;
  pair.step("B", { kind: "bind", local });
  pair.step("B", { kind: "listen", socket: localId(local), halfOpenSlots: 3, backlog: 3 });
  return pair;
}

/** The call that opens the connection from one side. */
export const connectInput = (side: Side, initialSequence: number): EndpointInput => ({
  kind: "connect",
  local: sockets[side],
  remote: sockets[otherSide(side)],
  initialSequence: sequenceNumber(initialSequence),
});

/** The state after a trip through JSON, which must not change it. */
export function roundTrip<State>(state: State): State {
  const copy = JSON.parse(JSON.stringify(state)) as State;
  if (!isDeepStrictEqual(copy, state))
    throw new Error(`JSON changes the state: ${JSON.stringify(state)}`);
  return copy;
}

/** The state, so that a step that changes it in place throws. */
export function frozen<State>(state: State): State {
  if (typeof state === "object" && state !== null && !Object.isFrozen(state)) {
    Object.freeze(state);
    Object.values(state).forEach(frozen);
  }
  return state;
}

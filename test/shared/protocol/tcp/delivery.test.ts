import fc from "fast-check";
import { expect, test } from "vitest";
import { type Chance, drawOne, drawWhole, namedChance } from "../../../../shared/lib/chance.ts";
import type { EndpointOutput } from "../../../../shared/protocol/tcp/endpoint.ts";
import { localId } from "../../../../shared/protocol/tcp/socket.ts";
import {
  connect,
  connectionOf,
  otherSide,
  Pair,
  type PairOptions,
  type Side,
  sockets,
} from "./pair.ts";

/** What each side has to say to the other. */
type Texts = Readonly<Record<Side, string>>;

/** Programs that send in pieces, fetch when they feel like it, and close when they have said everything. */
class Talk {
  readonly #texts: Texts;
  readonly #unsaid: Record<Side, string>;
  readonly #chance: Chance;

  constructor(texts: Texts, seed: number) {
    this.#texts = texts;
    this.#unsaid = { ...texts };
    this.#chance = namedChance(seed, "program");
  }

  goOn(pair: Pair, side: Side, outputs: readonly EndpointOutput[]): void {
    if (!this.#texts[otherSide(side)].startsWith(pair.fetched[side]))
      throw new Error(`${side} fetched something else than was sent: ${pair.fetched[side]}`);
    const events = outputs.flatMap((output) => (output.kind === "event" ? [output.event] : []));
    if (events.includes("established") && side === "B")
      pair.step("B", { kind: "accept", socket: localId(sockets.B) });
    if (events.includes("readable")) this.#fetch(pair, side);
    this.#say(pair, side);
  }

  #say(pair: Pair, side: Side): void {
    const c = pair.connection(side);
    if (c === undefined || c.send.isClosing) return;
    const socket = connectionOf(side);
    const text = this.#unsaid[side].slice(0, drawWhole(this.#chance, 1, 25));
    if (text === "" && c.state !== "SYN-SENT") pair.step(side, { kind: "close", socket });
    if (text === "" || c.send.text.length + text.length > c.settings.sendBuffer) return;
    this.#unsaid[side] = this.#unsaid[side].slice(text.length);
    pair.step(side, { kind: "send", socket, text });
  }

  #fetch(pair: Pair, side: Side): void {
    const socket = connectionOf(side);
    pair.later(drawOne(this.#chance, [0, 0, 50, 700, 5_000]), side, () => {
      if (pair.connection(side)?.receive.unread) this.#fetch(pair, side);
      return { kind: "receive", socket, most: drawWhole(this.#chance, 1, 40) };
    });
  }
}

function talk(texts: Texts, options: PairOptions & { readonly seed: number }): Pair {
  const talk = new Talk(texts, options.seed);
  const program = talk.goOn.bind(talk);
  return connect(new Pair({ ...options, program }), options.initialSequence?.A).run();
}

/** Any octets, not only those of text. */
const words = fc
  .uint8Array({ maxLength: 600, size: "max" })
  .map((octets) => String.fromCharCode(...octets));

const aLink = {
  seed: fc.nat(),
  lossPercent: fc.integer({ min: 0, max: 30 }),
  duplicatePercent: fc.integer({ min: 0, max: 30 }),
  delayMs: fc.integer({ min: 1, max: 400 }),
  jitterMs: fc.integer({ min: 0, max: 400 }),
};

const switches = {
  sendBuffer: fc.constantFrom(30, 100, 65_535),
  delayedAck: fc.constantFrom(0, 200, 499),
  nagle: fc.boolean(),
  rfc5961Rst: fc.boolean(),
  maxRetransmits: fc.constant(60), // bad luck may last long, and giving up is not what this is about
};

const anOptions = fc.record({
  ...aLink,
  settings: fc.record({
    ...switches,
    maximumSegmentSize: fc.constantFrom(1, 7, 10, 536, 1_460),
    receiveBuffer: fc.constantFrom(1, 10, 40, 300, 65_535),
  }),
});

/** Go-Back-N with the window of four cards that a mission has: with a large one it sends for ever. */
const goBackN = fc.record({
  ...aLink,
  settings: fc.record({
    ...switches,
    goBackN: fc.constant(true),
    maximumSegmentSize: fc.constantFrom(7, 10),
    receiveBuffer: fc.constantFrom(10, 40),
  }),
});

const someOptions = fc.oneof(
  { weight: 4, arbitrary: anOptions },
  { weight: 1, arbitrary: goBackN },
);
const numbers = [0, 2 ** 31 - 2, 2 ** 32 - 1];

test.each(numbers)(
  "whatever the link does, what was sent arrives once and in order, and both ends close: from number %d",
  (first) => {
    fc.assert(
      fc.property(
        someOptions,
        words,
        words,
        fc.constantFrom(...numbers),
        (options, a, b, second) => {
          const texts = { A: a, B: b };
          const done = talk(texts, { ...options, initialSequence: { A: first, B: second } });
          for (const side of ["A", "B"] as const) {
            expect(done.fetched[side]).toBe(texts[otherSide(side)]);
            expect(done.connection(side)).toBeUndefined();
          }
        },
      ),
      { numRuns: 50 },
    );
  },
);

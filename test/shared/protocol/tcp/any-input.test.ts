import fc from "fast-check";
import { test } from "vitest";
import { instant } from "../../../../shared/lib/instant.ts";
import { type Endpoint, initialEndpoint } from "../../../../shared/protocol/tcp/endpoint.ts";
import type { Flag } from "../../../../shared/protocol/tcp/segment.ts";
import { plus, sequenceNumber } from "../../../../shared/protocol/tcp/sequence-number.ts";
import { defaultSettings } from "../../../../shared/protocol/tcp/settings.ts";
import { connectionId, localId } from "../../../../shared/protocol/tcp/socket.ts";
import { stepEndpoint, wakeAt } from "../../../../shared/protocol/tcp/step-endpoint.ts";
import { segmentOf } from "./end.ts";
import { checkStep } from "./invariants.ts";
import { connectInput, frozen, roundTrip, sockets } from "./pair.ts";

/** A number at, near or far from one that the connection knows. */
const anOffset = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: -60, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: -(2 ** 31), max: 2 ** 31 }) },
);

const flags: readonly Flag[] = ["fin", "syn", "rst", "psh", "ack", "urg"];

const aMove = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("segment" as const),
      seq: anOffset,
      ack: anOffset,
      flags: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(["ack"], ["syn"], ["ack", "syn"], ["ack", "fin"]) },
        { weight: 1, arbitrary: fc.subarray([...flags]) },
      ) as fc.Arbitrary<readonly Flag[]>,
      window: fc.constantFrom(0, 1, 5, 10, 40, 65_535),
      mss: fc.constantFrom(undefined, 0, 1, 10, 1_460),
      up: fc.nat(30),
      text: fc.string({ unit: "binary-ascii", maxLength: 30 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(5_000) }) },
  { weight: 3, arbitrary: fc.constant({ kind: "timer" as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("send" as const),
      text: fc.string({ maxLength: 30 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("receive" as const), most: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("held", "left") }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("icmp" as const),
      type: fc.constantFrom(3, 4, 11, 12),
      code: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom("connect", "close", "abort", "accept") }),
  },
);

type Move = typeof aMove extends fc.Arbitrary<infer M> ? M : never;

const socket = connectionId(sockets.A, sockets.B);

/** A host that listens and calls, and that anything may happen to. */
class Victim {
  #endpoint: Endpoint;
  #now = instant(0);

  constructor(first: number, settings: Partial<typeof defaultSettings>) {
    const small = { maximumSegmentSize: 10, receiveBuffer: 40, sendBuffer: 100 };
    this.#endpoint = initialEndpoint({ ...defaultSettings, ...small, ...settings });
    this.#first = first;
    this.#step({ kind: "bind", local: sockets.A });
    const listening = { socket: localId(sockets.A), halfOpenSlots: 2, backlog: 2 };
    this.#step({ kind: "listen", ...listening });
  }

  readonly #first: number;

  take(move: Move): void {
    if (move.kind === "wait") this.#now = instant(this.#now + move.ms);
    else if (move.kind === "timer") this.#now = instant(Math.max(this.#now, this.#wake()));
    this.#step(this.#inputOf(move));
  }

  #wake(): number {
    return wakeAt(this.#endpoint) ?? 0;
  }

  #inputOf(move: Move): Parameters<typeof stepEndpoint>[1] {
    const connection = this.#endpoint.connections[socket]?.connection;
    const initialSequence = sequenceNumber(this.#first);
    switch (move.kind) {
      case "segment": {
        const { seq, ack, flags, mss, ...rest } = move;
        const heard = segmentOf({ ...rest, ...(mss !== undefined && { mss }) });
        const segment = {
          ...heard,
          flags,
          sequence: plus(connection?.receive.next ?? sequenceNumber(900), seq),
          acknowledgment: plus(connection?.send.unacknowledged ?? sequenceNumber(0), ack),
        };
        return { kind: "segment", from: sockets.B, to: sockets.A, segment, initialSequence };
      }
      case "icmp": {
        const { type, code } = move;
        return { kind: "icmp", local: sockets.A, remote: sockets.B, error: { type, code } };
      }
      case "send":
        return { kind: "send", socket, text: move.text, isUrgent: move.text.length % 7 === 0 };
      case "receive":
        return { kind: "receive", socket, most: move.most };
      case "held":
      case "left": {
        const sequence = connection?.send.flying.at(-1)?.from ?? initialSequence;
        return { kind: move.kind, socket, sequence };
      }
      case "connect":
        return connectInput("A", this.#first);
      case "close":
      case "abort":
        return { kind: move.kind, socket };
      case "accept":
        return { kind: "accept", socket: localId(sockets.A) };
      default:
        return { kind: "timer" };
    }
  }

  #step(input: Parameters<typeof stepEndpoint>[1]): void {
    const before = frozen(this.#endpoint);
    const { state, outputs } = stepEndpoint(before, input, this.#now);
    checkStep({ side: "A", before, input, after: state, outputs });
    this.#endpoint = roundTrip(state);
  }
}

test("whatever comes in whatever order, no law is broken", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, 100, 2 ** 31 - 2, 2 ** 32 - 1),
      fc.record({
        rfc5961Rst: fc.boolean(),
        goBackN: fc.boolean(),
        nagle: fc.boolean(),
        congestionControl: fc.boolean(),
      }),
      fc.array(aMove, { maxLength: 80, size: "max" }),
      (first, settings, moves) => {
        const victim = new Victim(first, settings);
        for (const move of moves) victim.take(move as Move);
      },
    ),
    { numRuns: 600 },
  );
});

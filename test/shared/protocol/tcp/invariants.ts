import {
  type Connection,
  flightSize,
  isSynUnacknowledged,
  receiveWindow,
  textEnd,
} from "../../../../shared/protocol/tcp/connection/connection.ts";
import type {
  Endpoint,
  EndpointInput,
  EndpointOutput,
} from "../../../../shared/protocol/tcp/endpoint.ts";
import { has } from "../../../../shared/protocol/tcp/segment.ts";
import { distance, plus } from "../../../../shared/protocol/tcp/sequence-number.ts";

export type CheckedStep = {
  readonly side: string;
  readonly before: Endpoint;
  readonly input: EndpointInput;
  readonly after: Endpoint;
  readonly outputs: readonly EndpointOutput[];
};

/** Throws when a step breaks one of the laws that hold after every step. */
export function checkStep(step: CheckedStep): void {
  for (const [id, { connection }] of Object.entries(step.after.connections)) {
    const broken = lawsOfConnection(connection, step.before.connections[id]?.connection);
    report(step, broken, connection);
  }
  report(step, lawsOfOutputs(step), step.outputs);
}

type Laws = Readonly<Record<string, boolean>>;

function lawsOfConnection(c: Connection, before: Connection | undefined): Laws {
  const { send, receive, congestion } = c;
  const [first] = receive.held;
  const sameNumbers = before !== undefined && before.receive.initial === receive.initial;
  return {
    "SND.UNA ≤ SND.NXT": flightSize(send) >= 0,
    "SND.NXT ≤ highest ≤ SND.NXT + 1": [0, 1].includes(distance(send.next, send.highest)),
    "what was let out ends with the text":
      send.letOutTo === undefined || distance(send.letOutTo, textEnd(send)) >= 0,
    "SND.UNA only grows":
      before === undefined ||
      before.send.initial !== send.initial ||
      distance(before.send.unacknowledged, send.unacknowledged) >= 0,
    "RCV.NXT only grows": !sameNumbers || distance(before.receive.next, receive.next) >= 0,
    "the window's edge never moves back":
      !sameNumbers || distance(before.receive.edge, receive.edge) >= 0,
    "the window is no larger than the buffer":
      receiveWindow(receive) + receive.unread.length <= c.settings.receiveBuffer + 1,
    "held blocks lie above RCV.NXT":
      first === undefined || distance(receive.next, first.from) > 0 || isSynUnacknowledged(send),
    "held blocks are disjoint, not empty, and inside the window": receive.held.every(
      ({ from, text }, at) => {
        const next = receive.held[at + 1]?.from ?? receive.edge;
        return text !== "" && distance(plus(from, text.length), next) >= 0;
      },
    ),
    "what flies fills SND.UNA to SND.NXT": fillsFlight(c),
    "unsent text lies behind what was sent":
      distance(send.next, textEnd(send)) >= (send.isClosing ? -1 : 0),
    "every quantity is a whole number": quantities(c).every(Number.isInteger),
    // Until our SYN is acknowledged no text goes, and then the window starts anew.
    "the congestion window holds a segment":
      congestion.window >= send.segmentSize || isSynUnacknowledged(send),
    "what flies is watched by a timer, unless it is held":
      send.flying.length === 0 || send.flying[0]?.isHeld || c.timers.retransmit !== undefined,
    "a connection that is over is forgotten": c.state !== "CLOSED" && c.state !== "LISTEN",
  };
}

function lawsOfOutputs({ input, outputs, before, after }: CheckedStep): Laws {
  const sent = outputs.flatMap((output) => (output.kind === "transmit" ? [output] : []));
  const isReset = input.kind === "segment" && has(input.segment, "rst");
  const acks = sent.filter(({ segment }) => segment.text === "" && !has(segment, "fin"));
  return {
    "a RST never answers a RST": !isReset || sent.every(({ segment }) => !has(segment, "rst")),
    "nothing answers with two empty segments": input.kind !== "segment" || acks.length <= 1,
    "text stays within the segment size": sent.every(
      ({ segment }) => segment.text.length <= segmentSizeOf(after, before),
    ),
    "a window fits the header": sent.every(
      ({ segment: { window } }) => window >= 0 && window <= 65_535,
    ),
  };
}

const segmentSizeOf = (...endpoints: readonly Endpoint[]): number =>
  Math.max(
    ...endpoints.flatMap(({ connections }) =>
      Object.values(connections).map(({ connection }) => connection.send.segmentSize),
    ),
    0,
  );

function fillsFlight({ send }: Connection): boolean {
  let at = send.unacknowledged;
  for (const { from, to } of send.flying) {
    if (from !== at || distance(from, to) <= 0) return false;
    at = to;
  }
  return at === send.next;
}

const quantities = (c: Connection): readonly number[] => [
  c.congestion.window,
  c.congestion.threshold,
  c.congestion.ahead,
  c.roundTrip.rto,
  c.roundTrip.measured?.smoothed ?? 0,
  c.roundTrip.measured?.variation ?? 0,
  c.send.window,
  ...Object.values(c.timers),
];

function report({ side, input, before }: CheckedStep, laws: Laws, seen: unknown): void {
  for (const [law, holds] of Object.entries(laws))
    if (!holds)
      throw new Error(
        `${side}: not true that ${law}\nafter ${JSON.stringify(input)}\n${JSON.stringify(seen)}\nbefore ${JSON.stringify(before)}`,
      );
}

import { type Instant, instant, later } from "../../../../shared/lib/instant.ts";
import {
  type Connection,
  initialConnection,
} from "../../../../shared/protocol/tcp/connection/connection.ts";
import {
  type ConnectionInput,
  stepConnection,
  wakeAt,
} from "../../../../shared/protocol/tcp/connection/step-connection.ts";
import type { ConnectionOutput } from "../../../../shared/protocol/tcp/connection/turn.ts";
import type { Flag, Segment } from "../../../../shared/protocol/tcp/segment.ts";
import { sequenceNumber } from "../../../../shared/protocol/tcp/sequence-number.ts";
import { defaultSettings, type TcpSettings } from "../../../../shared/protocol/tcp/settings.ts";
import { frozen, roundTrip } from "./pair.ts";
import { answer } from "./transcript.ts";

/** What a test has to say about a segment; the rest is as in the middle of a quiet connection. */
export type Heard = {
  readonly seq?: number;
  /** Without it the segment carries no ACK. */
  readonly ack?: number;
  readonly flags?: readonly Flag[];
  readonly window?: number;
  readonly mss?: number;
  readonly up?: number;
  readonly text?: string;
};

/** Our numbers start at 100, the peer's at 900. */
export const ours = 100;
export const theirs = 900;

export const segmentOf = ({
  seq,
  ack,
  flags = [],
  window = 400,
  mss,
  up,
  text,
}: Heard): Segment => ({
  sequence: sequenceNumber(seq ?? theirs + 1),
  acknowledgment: sequenceNumber(ack ?? 0),
  flags: ack === undefined ? flags : [...flags, "ack"],
  window,
  urgentPointer: up ?? 0,
  ...(mss !== undefined && { maximumSegmentSize: mss }),
  text: text ?? "",
});

/** One end of a connection, driven input by input, its answers as text. */
export class End {
  connection: Connection;
  now: Instant = instant(0);

  constructor(settings: Partial<TcpSettings> = {}) {
    const small = { maximumSegmentSize: 10, receiveBuffer: 400, delayedAck: 0 };
    this.connection = initialConnection({ ...defaultSettings, ...small, ...settings });
  }

  /** The answers to an input. */
  do(input: ConnectionInput): readonly string[] {
    return this.raw(input).map(answer);
  }

  raw(input: ConnectionInput): readonly ConnectionOutput[] {
    const { state, outputs } = stepConnection(frozen(this.connection), input, this.now);
    this.connection = roundTrip(state);
    return outputs;
  }

  /** The answers to a segment. */
  hear(heard: Heard): readonly string[] {
    return this.do({ kind: "segment", segment: segmentOf(heard) });
  }

  /** The answers to a segment, without those that tell the program something. */
  answersTo(heard: Heard): readonly string[] {
    return this.hear(heard).filter((line) => !/^· (readable|acknowledged|established)/.test(line));
  }

  send(text: string): readonly string[] {
    return this.do({ kind: "send", text });
  }

  /** What the timers make of the next `ms`. */
  wait(ms: number): readonly string[] {
    const until = later(this.now, ms);
    const lines: string[] = [];
    for (let due = wakeAt(this.connection); due !== undefined && due <= until; ) {
      this.now = due;
      lines.push(...this.do({ kind: "timer" }).map((line) => `${due} ms ${line}`));
      due = wakeAt(this.connection);
    }
    this.now = until;
    return lines;
  }

  /** Opened by us: ESTABLISHED, with nothing under way. */
  static established(settings: Partial<TcpSettings> = {}, synAck: Heard = {}): End {
    const end = new End(settings);
    end.do({ kind: "connect", initialSequence: sequenceNumber(ours) });
    end.hear({ seq: theirs, ack: ours + 1, flags: ["syn"], mss: 10, ...synAck });
    return end;
  }

  /** Asked for by the peer: SYN-RECEIVED. */
  static asked(settings: Partial<TcpSettings> = {}, syn: Heard = {}): End {
    const end = new End(settings);
    end.do({ kind: "listen", initialSequence: sequenceNumber(ours) });
    end.hear({ seq: theirs, flags: ["syn"], mss: 10, ...syn });
    return end;
  }
}

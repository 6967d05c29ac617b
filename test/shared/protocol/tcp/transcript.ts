import type { ConnectionOutput } from "../../../../shared/protocol/tcp/connection/turn.ts";
import type { EndpointInput, EndpointOutput } from "../../../../shared/protocol/tcp/endpoint.ts";
import type { Segment } from "../../../../shared/protocol/tcp/segment.ts";
import type { WatchedStep } from "./pair.ts";

/** A conversation as text that a person can follow: who did or heard what when, and what came of it. */
export class Transcript {
  readonly #lines: string[] = [];

  constructor(title: string, ...remarks: readonly string[]) {
    this.#lines.push(title, ...remarks.map((remark) => `  ${remark}`), "");
  }

  /** Writes a step down; to be given to a pair as its `watch`. */
  readonly watch = ({ at, side, input, outputs, after, lost }: WatchedStep): void => {
    const head = `${String(at).padStart(7)} ms  ${side} ${happening(input)}`;
    this.#lines.push(`${head.padEnd(84)} ${after?.state ?? "–"}`.trimEnd());
    for (const output of outputs)
      this.#lines.push(`             ${answer(output)}${lost.has(output) ? "   ✗ lost" : ""}`);
  };

  /** What was written down so far. */
  text(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}

/** A segment in the notation of the figures of RFC 9293, windows and sizes included. */
function segmentText(segment: Segment): string {
  const { sequence, acknowledgment, flags, window, maximumSegmentSize, text } = segment;
  const parts = [
    `<SEQ=${sequence}>`,
    ...(flags.includes("ack") ? [`<ACK=${acknowledgment}>`] : []),
    `<CTL=${controls(flags)}>`,
    ...(flags.includes("rst") ? [] : [`<WND=${window}>`]),
    ...(flags.includes("urg") ? [`<UP=${segment.urgentPointer}>`] : []),
    ...(maximumSegmentSize === undefined ? [] : [`<MSS=${maximumSegmentSize}>`]),
    ...(text === "" ? [] : [`<DATA=${text.length} ${JSON.stringify(text)}>`]),
  ];
  return parts.join("");
}

const controls = (flags: Segment["flags"]): string =>
  [...flags]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .join(",")
    .toUpperCase();

/** The order in which the RFC writes them. */
const order: readonly string[] = ["syn", "fin", "rst", "psh", "urg", "ack"];

/** An output in a few words. */
export function answer(output: EndpointOutput | ConnectionOutput): string {
  switch (output.kind) {
    case "transmit":
      return `→ ${segmentText(output.segment)} ${output.why}`;
    case "deliver":
      return `· fetched ${JSON.stringify(output.text)}`;
    case "event":
      return `· ${output.event}${output.octets === undefined ? "" : ` ${output.octets}`}`;
    case "accepted":
      return "· accepted";
    case "dropped":
      return `· dropped, because ${output.reason}`;
    default:
      return `· ${output.call} refused, because ${output.reason}`;
  }
}

function happening(input: EndpointInput): string {
  switch (input.kind) {
    case "segment":
      return `← ${segmentText(input.segment)}`;
    case "send":
      return `sends ${input.text.length} octets`;
    case "receive":
      return `fetches ${input.most} octets`;
    case "timer":
      return "timer ends";
    case "held":
    case "left":
      return `${input.kind} ${input.sequence}`;
    default:
      return `${input.kind}s`;
  }
}

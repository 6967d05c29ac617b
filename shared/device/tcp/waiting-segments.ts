import type { Instant } from "../../lib/instant.ts";
import type { EndpointOutput } from "../../protocol/tcp/endpoint.ts";
import { has, type Segment } from "../../protocol/tcp/segment.ts";
import { isBefore } from "../../protocol/tcp/sequence-number.ts";
import { advanceEndpoint } from "../../protocol/tcp/step-endpoint.ts";
import type { Act, DueId, Duty } from "../act.ts";
import { letterOf, takeOffBelt } from "../belt.ts";
import { offer, settle } from "../gate.ts";
import { type Host, tcpOf } from "../host.ts";
import { proposePlacesAgain } from "./place-card.ts";
import { choosesCard, takesNumbers } from "./segment-duty.ts";
import type { TcpLetter, WaitingSegment } from "./tcp-side.ts";

/** Lays a segment of the machine before the seat: time does not run for it until it leaves. */
export function holdSegment(
  host: Host,
  { socket, from, to, segment, why }: Extract<EndpointOutput, { kind: "transmit" }>,
  duty: Duty,
  letter: TcpLetter | undefined,
  now: Instant,
): void {
  const tcp = tcpOf(host);
  const isAnswer = letter !== undefined && !choosesCard(duty) && letterOf(host.belt, letter.id);
  const answers = isAnswer ? { answers: letter.id } : {};
  const due = host.gate.nextDue as DueId;
  offer(host.gate, duty, proposalFor(socket, segment, duty, answers), now);
  tcp.waiting.push({ due, socket, segment, why, from, to, ...answers });
  if (takesNumbers(segment)) markSegment(host, socket, segment, "held", now);
}

/** The segments have left, or something in their place: they wait no longer, and their timers run. */
export function releaseSegments(
  host: Host,
  released: readonly WaitingSegment[],
  now: Instant,
): readonly TcpLetter[] {
  const letters = withdraw(host, (waiting) => released.includes(waiting));
  for (const { socket, segment } of released) {
    if (takesNumbers(segment)) markSegment(host, socket, segment, "left", now);
  }
  return letters;
}

/** What has become of the connections decides what still waits for the seat; the letters that nobody need answer. */
export function reconsider(host: Host): readonly TcpLetter[] {
  const letters = withdraw(host, (waiting) => isOutdated(host, waiting));
  if (host.belt.letters.length > 0) proposePlacesAgain(host);
  return letters;
}

function proposalFor(
  socket: string,
  { flags, sequence, acknowledgment }: Segment,
  duty: Duty,
  answers: Pick<WaitingSegment, "answers">,
): Act {
  if (choosesCard(duty)) return { kind: "sendCard", socket, sequence };
  // Whether a program is to be hurried is not for the seat to say.
  const bits = flags.filter((flag) => flag !== "psh");
  return { kind: "sendSegment", socket, ...answers, flags: bits, sequence, acknowledgment };
}

/** A segment need not go any more when its connection is over or the peer has what it says. */
function isOutdated(host: Host, { socket, segment }: WaitingSegment): boolean {
  if (has(segment, "rst")) return false;
  const connection = tcpOf(host).endpoint.connections[socket]?.connection;
  if (connection === undefined) return true;
  return takesNumbers(segment) && isBefore(segment.sequence, connection.send.unacknowledged);
}

/** Takes dues away with the letters that they were the answer to. */
function withdraw(host: Host, isOver: (waiting: WaitingSegment) => boolean): readonly TcpLetter[] {
  const tcp = tcpOf(host);
  if (tcp.waiting.length === 0) return [];
  const over = tcp.waiting.filter(isOver);
  if (over.length === 0) return [];
  tcp.waiting = tcp.waiting.filter((waiting) => !over.includes(waiting));
  host.gate.dues = host.gate.dues.filter(({ id }) => !over.some(({ due }) => due === id));
  return over.flatMap(({ answers }) => {
    const isAsked = tcp.waiting.some((waiting) => waiting.answers === answers);
    if (answers === undefined || isAsked || letterOf(host.belt, answers) === undefined) return [];
    return [takeOffBelt(host.belt, answers).packet as TcpLetter];
  });
}

function markSegment(
  host: Host,
  socket: string,
  { sequence }: Segment,
  kind: "held" | "left",
  now: Instant,
): void {
  advanceEndpoint(tcpOf(host).endpoint, { kind, socket, sequence }, now);
}

/** Settles the dues about a letter. */
export const settleLetter = (host: Host, letter: TcpLetter): void =>
  settle(host.gate, (proposal) => "packet" in proposal && proposal.packet === letter.id);

import { drawOne, drawWhole } from "../../lib/chance.ts";
import { type Instant, soonerOf } from "../../lib/instant.ts";
import { ephemeralPort, ownerOf, release } from "../../protocol/ports/port-table.ts";
import type { EndpointInput } from "../../protocol/tcp/endpoint.ts";
import { type SequenceNumber, sequenceNumber } from "../../protocol/tcp/sequence-number.ts";
import { connectionId } from "../../protocol/tcp/socket.ts";
import { wakeAt } from "../../protocol/tcp/step-endpoint.ts";
import type { Port } from "../../wire/packet.ts";
import type { ErrandId, SocketId } from "../act.ts";
import {
  addErrand,
  closeErrand,
  errandOf,
  errandsWakeAt,
  type NewErrand,
  noticeOf,
} from "../errand.ts";
import { type Errand, type ErrandNews, type Host, tcpOf } from "../host.ts";
import type { Outside } from "../outside.ts";
import { nonsense, wordLength } from "../program.ts";
import { type Occasion, type ProgramOutput, stepTcp } from "./machine.ts";
import { cardOctets, type Talk } from "./tcp-side.ts";

type EndpointEvent = Extract<ProgramOutput, { kind: "event" }>;

/** Tells the TCP something, and lets the programs on the host do what follows for them. */
export function driveTcp(host: Host, input: EndpointInput, occasion: Occasion): void {
  for (const output of stepTcp(host, input, occasion)) hear(host, output, occasion);
}

/** An errand opens a connection of its own; its question waits behind the handshake. */
export function openTalk(host: Host, errand: NewErrand, now: Instant, outside: Outside): void {
  connect(host, addErrand(host, errand, now), { now, outside });
}

/** Timers of connections, and errands whose patience is over. */
export function wakeTalks(host: Host, now: Instant, outside: Outside): void {
  for (const errand of [...host.errands]) {
    if (errand.patienceUntil <= now) dropErrand(host, errand, "errandFailed", { now, outside });
  }
  driveTcp(host, { kind: "timer" }, { now, outside });
}

/** When a connection or an errand of the host next wants to be woken. */
export function talksWakeAt(host: Host): Instant | undefined {
  return soonerOf(errandsWakeAt(host), wakeAt(tcpOf(host).endpoint));
}

/** A first sequence number that pupils can count from, unlike those of the open connections. */
export function initialSequenceFor(host: Host, socket: SocketId): SequenceNumber {
  const { endpoint, initials } = tcpOf(host);
  const known = initials[socket];
  if (known !== undefined) return known;
  const used = Object.values(endpoint.connections).map(({ connection }) => connection.send.initial);
  let number = drawHundred(host);
  for (let tries = 0; used.includes(number) && tries < mostTries; tries++)
    number = drawHundred(host);
  initials[socket] = number;
  return number;
}

const mostTries = 20;

const drawHundred = (host: Host): SequenceNumber =>
  sequenceNumber(100 * drawWhole(host.chance, 1, 9));

function connect(host: Host, errand: Errand, occasion: Occasion): void {
  const entry = host.book[errand.service];
  if (entry?.port === undefined) return;
  const remote = { address: entry.address, port: entry.port };
  const localEnd = () => ({ address: host.address, port: errand.socket });
  // What an old connection has left behind could be taken for a new one's (RFC 9293 §3.4.1).
  while (tcpOf(host).initials[connectionId(localEnd(), remote)] !== undefined)
    takeOtherPort(host, errand);
  const local = localEnd();
  const socket = connectionId(local, remote);
  errand.state = "sent";
  errand.sends += 1;
  delete errand.news;
  const { id, service } = errand;
  tcpOf(host).talks[socket] = { kind: "asks", errand: id, service, read: "" };
  const initialSequence = initialSequenceFor(host, socket);
  driveTcp(host, { kind: "connect", local, remote, initialSequence }, occasion);
  driveTcp(host, { kind: "send", socket, text: errand.question }, occasion);
}

/** The errand tries again from another port: a pair of sockets is never used twice. */
function connectAgain(host: Host, errand: Errand, news: ErrandNews, occasion: Occasion): void {
  const { cause } = occasion;
  if (cause !== undefined) errand.cause = cause;
  errand.news = news;
  occasion.outside.notice(noticeOf(errand, news), cause, occasion.letter);
  takeOtherPort(host, errand);
  connect(host, errand, { now: occasion.now, outside: occasion.outside, cause });
  errand.news = news;
}

function takeOtherPort(host: Host, errand: Errand): void {
  const before: Port = errand.socket;
  errand.socket = ephemeralPort(host.ports, host.chance);
  host.ports.bindings.push({ port: errand.socket, owner: { kind: "errand", errand: errand.id } });
  release(host.ports, before);
}

/** The errand ends without an answer, and its connection with it. */
function dropErrand(
  host: Host,
  errand: Errand,
  end: "errandFailed" | "errandGivenUp",
  occasion: Occasion,
): void {
  const socket = Object.entries(tcpOf(host).talks).find(
    ([, talk]) => talk.kind === "asks" && talk.errand === errand.id,
  )?.[0];
  closeErrand(host, errand);
  occasion.outside.notice(noticeOf(errand, end), occasion.cause ?? errand.cause);
  if (socket !== undefined)
    driveTcp(host, { kind: "abort", socket }, { ...occasion, isByHand: true });
}

function hear(host: Host, output: ProgramOutput, occasion: Occasion): void {
  switch (output.kind) {
    case "deliver":
      return read(host, output.socket, output.text, occasion);
    case "accepted":
      return;
    case "event":
      return hearEvent(host, output, occasion);
  }
}

function hearEvent(host: Host, { socket, event }: EndpointEvent, occasion: Occasion): void {
  const talk = tcpOf(host).talks[socket];
  switch (event) {
    case "established":
      return greet(host, socket, talk, occasion);
    case "peerClosed":
      if (talk?.kind === "serves") return driveTcp(host, { kind: "close", socket }, occasion);
      return hangUp(host, socket, talk, "connectionReset", occasion);
    case "finished":
    case "refused":
    case "reset":
    case "aborted":
    case "timedOut":
    case "unreachable":
    case "turnedAway":
      return endTalk(host, socket, event, occasion);
    default:
      return;
  }
}

/** The handshake is over: at a listener the program takes the connection at once. */
function greet(host: Host, socket: SocketId, talk: Talk | undefined, occasion: Occasion): void {
  if (talk?.kind === "asks") {
    const { errand, service } = talk;
    return occasion.outside.notice({ kind: "connected", errand, service }, undefined);
  }
  const peering = tcpOf(host).endpoint.connections[socket];
  if (peering?.waitsAt === undefined) return;
  const owner = ownerOf(host.ports, peering.local.port);
  if (owner?.kind !== "service") return;
  tcpOf(host).talks[socket] = { kind: "serves", service: owner.service, read: "" };
  driveTcp(host, { kind: "accept", socket: peering.waitsAt }, occasion);
}

function read(host: Host, socket: SocketId, text: string, occasion: Occasion): void {
  const talk = tcpOf(host).talks[socket];
  if (talk === undefined) return;
  talk.read += text;
  if (talk.kind === "serves") return answer(host, socket, talk, occasion);
  const errand = errandOf(host, talk.errand);
  if (errand !== undefined) readAnswer(host, socket, errand, talk.read, occasion);
}

/** A whole question is one card; the program answers to each as it can (the errand's tag fills the last card). */
function answer(host: Host, socket: SocketId, talk: Talk, occasion: Occasion): void {
  const program = host.programs[talk.service];
  while (program !== undefined && talk.read.length >= cardOctets) {
    const question = talk.read.slice(0, cardOctets);
    talk.read = talk.read.slice(cardOctets);
    const understood = question.startsWith(program.question);
    if (!understood)
      occasion.outside.notice({ kind: "programComplained" }, occasion.cause, occasion.letter);
    const words = understood ? drawOne(host.chance, program.answers) : nonsense;
    driveTcp(host, { kind: "send", socket, text: words + question.slice(wordLength) }, occasion);
  }
}

/** The program knows a page by its length, and by its words whether all of it stands in order. */
function readAnswer(
  host: Host,
  socket: SocketId,
  errand: Errand,
  text: string,
  occasion: Occasion,
): void {
  const pages = errand.pages ?? [];
  const length = (pages[0]?.length ?? wordLength) + errand.question.length - wordLength;
  if (text.length < length) return;
  const tag = errand.question.slice(wordLength);
  if (pages.some((page) => text === page + tag)) {
    closeErrand(host, errand);
    occasion.outside.notice(noticeOf(errand, "errandAnswered"), occasion.cause, occasion.letter);
    return driveTcp(host, { kind: "close", socket }, occasion);
  }
  occasion.outside.notice({ kind: "programComplained" }, occasion.cause, occasion.letter);
  hangUp(host, socket, tcpOf(host).talks[socket], "nonsenseAnswer", occasion);
}

/** No answer can come of this connection any more: its errand leaves it and tries again. */
function hangUp(
  host: Host,
  socket: SocketId,
  talk: Talk | undefined,
  news: ErrandNews,
  occasion: Occasion,
): void {
  const errand = talk?.kind === "asks" ? errandOf(host, talk.errand) : undefined;
  if (errand === undefined) return;
  delete tcpOf(host).talks[socket];
  driveTcp(host, { kind: "abort", socket }, { ...occasion, isByHand: true });
  connectAgain(host, errand, news, occasion);
}

type Ending =
  | "finished"
  | "refused"
  | "reset"
  | "aborted"
  | "timedOut"
  | "unreachable"
  | "turnedAway";

const newsOf: Readonly<Partial<Record<Ending, ErrandNews>>> = {
  finished: "connectionReset",
  refused: "doorClosed",
  reset: "connectionReset",
  timedOut: "noAnswer",
  unreachable: "noRoute",
};

function endTalk(host: Host, socket: SocketId, ending: Ending, occasion: Occasion): void {
  const { talks } = tcpOf(host);
  const talk = talks[socket];
  delete talks[socket];
  const errand = talk?.kind === "asks" ? errandOf(host, talk.errand) : undefined;
  const news = newsOf[ending];
  if (errand !== undefined && news !== undefined) connectAgain(host, errand, news, occasion);
}

/** The errand of a connection, while it is open. */
export const errandIdOf = (host: Host, socket: SocketId): ErrandId | undefined => {
  const talk = tcpOf(host).talks[socket];
  return talk?.kind === "asks" ? talk.errand : undefined;
};

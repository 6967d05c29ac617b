import { sequenceNumber } from "../../protocol/tcp/sequence-number.ts";
import type { Act } from "../act.ts";
import { letterOf } from "../belt.ts";
import { type Host, tcpOf } from "../host.ts";
import type { ActRefusal } from "../refusal.ts";
import { cardAt } from "./by-hand.ts";
import { socketOf } from "./letter-segment.ts";
import { halfOpenOf } from "./listening.ts";
import { isTcpLetter } from "./tcp-side.ts";

type TcpAct = Act & {
  readonly kind: "sendSegment" | "sendCard" | "place" | "discard" | "letGo";
};

/** The reason why a host cannot do this over TCP; undefined when it can. */
export function refuseOverTcp(host: Host, act: TcpAct): ActRefusal | undefined {
  switch (act.kind) {
    case "sendSegment":
      return refuseSegment(host, act);
    case "sendCard":
      if (tcpOf(host).endpoint.connections[act.socket] === undefined) return "noSuchConnection";
      return cardAt(host, act.socket, sequenceNumber(act.sequence)) === undefined
        ? "noSuchCard"
        : undefined;
    case "letGo":
      return halfOpenOf(host).includes(act.socket) ? undefined : "noSuchConnection";
    default:
      return isToPlace(host, act) ? undefined : "notYourLetter";
  }
}

/** An answer needs its letter; a segment of our own accord its connection, unless it tells that there is none. */
function refuseSegment(
  host: Host,
  { answers, socket }: Act & { readonly kind: "sendSegment" },
): ActRefusal | undefined {
  const { endpoint, waiting } = tcpOf(host);
  if (answers === undefined) {
    const isKnown = endpoint.connections[socket] !== undefined;
    const isWaiting = waiting.some((segment) => segment.socket === socket);
    return isKnown || isWaiting ? undefined : "noSuchConnection";
  }
  const letter = letterOf(host.belt, answers)?.packet;
  if (letter === undefined || !isTcpLetter(letter)) return "notYourLetter";
  if (socketOf(letter) !== socket) return "noSuchConnection";
  return waiting.some((segment) => segment.answers === answers) ? undefined : "notYourLetter";
}

const isToPlace = (host: Host, { packet }: Act & { readonly kind: "place" | "discard" }): boolean =>
  host.gate.dues.some(
    ({ proposal }) =>
      (proposal.kind === "place" || proposal.kind === "discard") && proposal.packet === packet,
  );

import type { Connection } from "../../protocol/tcp/connection/connection.ts";
import { distance, isBefore, plus, sequenceNumber } from "../../protocol/tcp/sequence-number.ts";
import type { Act } from "../act.ts";
import { type Host, tcpOf } from "../host.ts";
import { segmentOf, socketOf } from "./letter-segment.ts";
import { isTcpLetter, type TcpLetter } from "./tcp-side.ts";

/** A card that brings something new belongs where its number says; one that came before is thrown away. */
export function proposePlace(host: Host, letter: TcpLetter): Act {
  const packet = letter.id;
  return isOfNoUse(host, letter)
    ? { kind: "discard", packet }
    : { kind: "place", packet, sequence: letter.body.sequence };
}

/** Whether the card brings nothing: all of it has come before, or there is no connection, or no shelf to put it on. */
export function isOfNoUse(host: Host, letter: TcpLetter): boolean {
  const connection = connectionOf(host, letter);
  if (connection === undefined) return true;
  const { sequence, text } = segmentOf(letter);
  const { receive, settings } = connection;
  if (settings.goBackN && isBefore(receive.next, sequence)) return true;
  const end = plus(sequence, text.length);
  if (!isBefore(receive.next, end)) return true;
  return receive.held.some(
    (block) =>
      !isBefore(sequence, block.from) && distance(end, plus(block.from, block.text.length)) >= 0,
  );
}

/** Whether the number is one that a card can be put at: where the tray and its shelf have room. */
export function hasRoomAt(host: Host, letter: TcpLetter, sequence: number): boolean {
  const receive = connectionOf(host, letter)?.receive;
  if (receive === undefined) return false;
  const offset = distance(receive.next, sequenceNumber(sequence));
  return offset < distance(receive.next, receive.edge) && offset > -0x10000;
}

/** What was placed changes what is to be done with the cards that still lie there. */
export function proposePlacesAgain(host: Host): void {
  host.gate.dues = host.gate.dues.map((due) => {
    const { proposal } = due;
    if (proposal.kind !== "place" && proposal.kind !== "discard") return due;
    const letter = host.belt.letters.find(({ packet }) => packet.id === proposal.packet)?.packet;
    if (letter === undefined || !isTcpLetter(letter)) return due;
    return { ...due, proposal: proposePlace(host, letter) };
  });
}

const connectionOf = (host: Host, letter: TcpLetter): Connection | undefined =>
  tcpOf(host).endpoint.connections[socketOf(letter)]?.connection;

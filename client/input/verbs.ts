import type { Answer, PlayerIntent } from "../../shared/contract/intent.ts";
import type {
  Act,
  CallFlag,
  ErrandId,
  LinkId,
  ServiceId,
  SocketId,
} from "../../shared/device/act.ts";
import { unreachable } from "../../shared/lib/unreachable.ts";
import { parseIpv4Address } from "../../shared/wire/ipv4-address.ts";
import type { PacketId, Port } from "../../shared/wire/packet.ts";
import { type Place, placeId } from "../present/place.ts";
import { handOfSlip, type SegmentDraft, type SegmentSlip } from "../present/segment-slip.ts";
import type { ErrandChoice, ErrandLetter, SentErrand } from "../present/sent-errands.ts";
import { type Draft, isPort, type Slip } from "../present/slip.ts";
import type { DeskState } from "./desk-state.ts";

/** Puts a letter of the belt somewhere: an exit, a door, the slot of a card, the bin, or back to its sender. */
export function placeLetter(desk: DeskState, letter: string, place: Place): void {
  desk.hand.value = undefined;
  desk.stamped.value = placeId(place);
  act(desk, placing(Number(letter) as PacketId, place));
}

/** Pins a row of the routing table to an exit, or moves the pin that is on it. */
export function putPin(desk: DeskState, row: string, exit: LinkId): void {
  desk.hand.value = undefined;
  desk.stamped.value = placeId({ kind: "exit", exit });
  act(desk, { kind: "pin", row: Number(row), exit });
}

/** Takes the pin off a row of the routing table. */
export function takePin(desk: DeskState, row: string): void {
  desk.hand.value = undefined;
  act(desk, { kind: "unpin", row: Number(row) });
}

/** Sends the letter of an errand as its slip stands; an unfinished slip says what is missing. */
export function sendSlip(desk: DeskState, slip: Slip): void {
  if (!slip.complete) {
    desk.refusal.value = "fillFirst";
    return;
  }
  desk.chosenErrand.value = undefined;
  const [port, source] = [Number(slip.port.value), Number(slip.source.value)];
  sendLetter(desk, slip.errand, { address: slip.address.value, port, source });
}

/** Sends the letter of an errand again, where that can be done, or stops asking. */
export function decide(desk: DeskState, { id, letter }: SentErrand, choice: ErrandChoice): void {
  if (choice === "giveUp") act(desk, { kind: "giveUp", errand: Number(id) as ErrandId });
  else if (letter !== undefined) sendLetter(desk, id, letter);
}

/** Writes into one field of an errand's slip. */
export function writeSlip(desk: DeskState, errand: string, written: Draft): void {
  const drafts = desk.drafts.value;
  desk.drafts.value = { ...drafts, [errand]: { ...drafts[errand], ...written } };
}

/** Writes into a segment's slip; what it is about stays in the hand, whatever else comes. */
export function writeSegment(desk: DeskState, slip: SegmentSlip, written: SegmentDraft): void {
  const segments = desk.segments.value;
  desk.hand.value = handOfSlip(slip);
  desk.segments.value = { ...segments, [slip.id]: { ...segments[slip.id], ...written } };
}

/** Sends a segment as its slip stands, right or wrong; an unfinished slip says what is missing. */
export function sendSegment(desk: DeskState, slip: SegmentSlip): void {
  if (!slip.complete) {
    desk.refusal.value = "fillSegment";
    return;
  }
  const { [slip.id]: _, ...others } = desk.segments.value;
  desk.segments.value = others;
  desk.hand.value = undefined;
  act(desk, {
    kind: "sendSegment",
    socket: slip.socket,
    ...(slip.letter === undefined ? {} : { answers: Number(slip.letter.id) as PacketId }),
    flags: slip.bits.filter(({ isOn }) => isOn).map(({ bit }) => bit),
    sequence: Number(slip.sequence.value),
    acknowledgment: slip.acknowledges ? Number(slip.acknowledgment.value) : 0,
  });
}

/** Sends a card of a page, for the first time or again. */
export function sendCard(desk: DeskState, socket: SocketId, sequence: number): void {
  desk.hand.value = undefined;
  act(desk, { kind: "sendCard", socket, sequence });
}

/** Lets a half-open connection go, so that its place is free. */
export const letGo = (desk: DeskState, socket: SocketId): void =>
  act(desk, { kind: "letGo", socket });

/** Opens a door for a program, if what was written is a port. */
export function bindPort(desk: DeskState, service: ServiceId, written: string): void {
  if (!isPort(written)) desk.refusal.value = "portNotInRange";
  else act(desk, { kind: "bindPort", service, port: Number(written) as Port });
}

/** Tells everybody which door a program has. */
export const tellDoor = (desk: DeskState, service: ServiceId, port: number): void =>
  act(desk, { kind: "tellDoor", service, port: port as Port });

/** Asks everybody which door a service has. */
export const askDoor = (desk: DeskState, service: ServiceId): void =>
  act(desk, { kind: "askDoor", service });

/** Holds up a flag for everybody to see. */
export function raiseFlag(desk: DeskState, flag: CallFlag): void {
  desk.panel.value = undefined;
  act(desk, { kind: "raiseFlag", flag });
}

/** Takes the seat back from the autopilot. */
export const takeBack = (desk: DeskState): void => ask(desk, { kind: "takeBack" });

function sendLetter(desk: DeskState, errand: string, letter: ErrandLetter): void {
  const destination = parseIpv4Address(letter.address);
  if (destination === undefined) return;
  act(desk, {
    kind: "sendDatagram",
    errand: Number(errand) as ErrandId,
    destination,
    destinationPort: letter.port as Port,
    sourcePort: letter.source as Port,
  });
}

function placing(packet: PacketId, place: Place): Act {
  switch (place.kind) {
    case "exit":
      return { kind: "forward", packet, exit: place.exit };
    case "door":
      return { kind: "deliver", packet, door: place.port as Port };
    case "reject":
      return { kind: "reject", packet };
    case "slot":
      return { kind: "place", packet, sequence: place.sequence };
    case "bin":
      return { kind: "discard", packet };
    default:
      return unreachable(place);
  }
}

const act = (desk: DeskState, wanted: Act): void => ask(desk, { kind: "act", act: wanted });

function ask(desk: DeskState, intent: PlayerIntent): void {
  desk.refusal.value = undefined;
  void desk.link.send(intent).then((answer) => hear(desk, answer));
}

function hear(desk: DeskState, answer: Answer): void {
  if (answer.kind === "refused") desk.refusal.value = answer.reason;
  if (answer.kind === "already") hear(desk, answer.first);
}

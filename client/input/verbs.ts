import type { Answer, PlayerIntent } from "../../shared/contract/intent.ts";
import type { Act, CallFlag, ErrandId, ServiceId } from "../../shared/device/act.ts";
import { unreachable } from "../../shared/lib/unreachable.ts";
import { parseIpv4Address } from "../../shared/wire/ipv4-address.ts";
import type { PacketId, Port } from "../../shared/wire/packet.ts";
import { type Place, placeId } from "../present/place.ts";
import { type Draft, isPort, type Slip } from "../present/slip.ts";
import type { DeskState } from "./desk-state.ts";

/** Puts a letter of the belt somewhere: into an exit, into a door, or back to its sender. */
export function placeLetter(desk: DeskState, letter: string, place: Place): void {
  desk.picked.value = undefined;
  desk.stamped.value = placeId(place);
  act(desk, placing(Number(letter) as PacketId, place));
}

/** Sends the letter of an errand as its slip stands; an unfinished slip says what is missing. */
export function sendSlip(desk: DeskState, slip: Slip): void {
  const destination = parseIpv4Address(slip.address.value);
  if (destination === undefined || !slip.complete) {
    desk.refusal.value = "fillFirst";
    return;
  }
  desk.chosenErrand.value = undefined;
  act(desk, {
    kind: "sendDatagram",
    errand: Number(slip.errand) as ErrandId,
    destination,
    destinationPort: Number(slip.port.value) as Port,
    sourcePort: Number(slip.source.value) as Port,
  });
}

/** Writes into one field of an errand's slip. */
export function writeSlip(desk: DeskState, errand: string, written: Draft): void {
  const drafts = desk.drafts.value;
  desk.drafts.value = { ...drafts, [errand]: { ...drafts[errand], ...written } };
}

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

function placing(packet: PacketId, place: Place): Act {
  switch (place.kind) {
    case "exit":
      return { kind: "forward", packet, exit: place.exit };
    case "door":
      return { kind: "deliver", packet, door: place.port as Port };
    case "reject":
      return { kind: "reject", packet };
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

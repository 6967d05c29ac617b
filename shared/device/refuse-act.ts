import { isPort, ownerOf } from "../protocol/ports/port-table.ts";
import type { Act } from "./act.ts";
import { letterOf } from "./belt.ts";
import type { Device } from "./device.ts";
import { errandOf } from "./errand.ts";
import { isHeld } from "./gate.ts";
import type { Host } from "./host.ts";
import { pinnableRows } from "./route-pins.ts";
import type { Router } from "./router.ts";

/** Why a machine cannot do an act at all. What is merely unwise, it does. */
export type ActRefusal =
  | "notYourLetter"
  | "notYourErrand"
  | "notYourTool"
  | "addressNotInBook"
  | "noSuchDoor"
  | "noSuchExit"
  | "noSuchRow"
  | "noPinFree"
  | "noSuchService"
  | "portNotInRange"
  | "alreadyListening";

/** The reason why the device cannot do the act; undefined when it can. */
export const refuseAct = (device: Device, act: Act): ActRefusal | undefined =>
  device.kind === "host" ? refuseAtHost(device, act) : refuseAtRouter(device, act);

function refuseAtRouter(router: Router, act: Act): ActRefusal | undefined {
  if (act.kind === "raiseFlag") return undefined;
  if (act.kind === "pin" || act.kind === "unpin") return refusePin(router, act);
  if (act.kind !== "forward" && act.kind !== "reject") return "notYourTool";
  if (letterOf(router.belt, act.packet) === undefined) return "notYourLetter";
  return act.kind === "forward" && !router.links.includes(act.exit) ? "noSuchExit" : undefined;
}

function refusePin(
  router: Router,
  act: Act & { readonly kind: "pin" | "unpin" },
): ActRefusal | undefined {
  const isPinned = router.pins.some(({ row }) => row === act.row);
  if (act.kind === "unpin") return isPinned ? undefined : "noSuchRow";
  if (!pinnableRows(router).includes(act.row)) return "noSuchRow";
  if (!router.links.includes(act.exit)) return "noSuchExit";
  return isPinned || router.pins.length < router.pinSlots ? undefined : "noPinFree";
}

function refuseAtHost(host: Host, act: Act): ActRefusal | undefined {
  switch (act.kind) {
    case "forward":
    case "pin":
    case "unpin":
      return "notYourTool";
    case "giveUp":
      if (!isHeld(host.gate, "retransmit")) return "notYourTool";
      return errandOf(host, act.errand) === undefined ? "notYourErrand" : undefined;
    case "raiseFlag":
      return undefined;
    case "reject":
    case "deliver":
      return refuseDelivery(host, act);
    case "askDoor":
      return host.book[act.service] === undefined ? "noSuchService" : undefined;
    case "sendDatagram":
      return refuseDatagram(host, act);
    default:
      return refuseDoor(host, act);
  }
}

function refuseDelivery(
  host: Host,
  act: Act & { readonly kind: "reject" | "deliver" },
): ActRefusal | undefined {
  if (letterOf(host.belt, act.packet) === undefined) return "notYourLetter";
  if (act.kind === "reject") return undefined;
  return ownerOf(host.ports, act.door) === undefined ? "noSuchDoor" : undefined;
}

function refuseDatagram(
  host: Host,
  act: Act & { readonly kind: "sendDatagram" },
): ActRefusal | undefined {
  if (errandOf(host, act.errand) === undefined) return "notYourErrand";
  const known = [
    ...Object.values(host.book).map((entry) => entry.address),
    ...Object.values(host.neighbours),
  ];
  if (!known.includes(act.destination)) return "addressNotInBook";
  return isPort(act.destinationPort) && isPort(act.sourcePort) ? undefined : "portNotInRange";
}

function refuseDoor(
  host: Host,
  act: Act & { readonly kind: "bindPort" | "tellDoor" },
): ActRefusal | undefined {
  const program = host.programs[act.service];
  if (program === undefined) return "noSuchService";
  if (!isPort(act.port)) return "portNotInRange";
  return act.kind === "bindPort" && program.port !== undefined ? "alreadyListening" : undefined;
}

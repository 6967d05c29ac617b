import { isPort, ownerOf } from "../protocol/ports/port-table.ts";
import type { Act, ErrandId } from "./act.ts";
import { letterOf } from "./belt.ts";
import type { Device } from "./device.ts";
import { errandOf } from "./errand.ts";
import { isHeld } from "./gate.ts";
import type { Host } from "./host.ts";
import type { ActRefusal } from "./refusal.ts";
import { pinnableRows } from "./route-pins.ts";
import type { Router } from "./router.ts";
import { refuseOverTcp } from "./tcp/refuse-over-tcp.ts";

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
    case "sendSegment":
    case "sendCard":
    case "place":
    case "discard":
    case "letGo":
      return host.tcp === undefined ? "notYourTool" : refuseOverTcp(host, act);
    case "giveUp":
      return refuseGivingUp(host, act.errand);
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

function refuseGivingUp(host: Host, errand: ErrandId): ActRefusal | undefined {
  if (host.tcp !== undefined || !isHeld(host.gate, "retransmit")) return "notYourTool";
  return errandOf(host, errand) === undefined ? "notYourErrand" : undefined;
}

function refuseDelivery(
  host: Host,
  act: Act & { readonly kind: "reject" | "deliver" },
): ActRefusal | undefined {
  const letter = letterOf(host.belt, act.packet);
  if (letter === undefined) return "notYourLetter";
  // What comes to a connection goes to no door.
  if (letter.packet.body.protocol !== "udp") return "notYourTool";
  if (act.kind === "reject") return undefined;
  return ownerOf(host.ports, act.door) === undefined ? "noSuchDoor" : undefined;
}

function refuseDatagram(
  host: Host,
  act: Act & { readonly kind: "sendDatagram" },
): ActRefusal | undefined {
  if (host.tcp !== undefined) return "notYourTool";
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

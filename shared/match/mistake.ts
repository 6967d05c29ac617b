import { type Reason, reasons } from "../contract/reasons.ts";
import type { Act, Due } from "../device/act.ts";
import { errandOf, letterFor } from "../device/errand.ts";
import { isHeld } from "../device/gate.ts";
import type { Host } from "../device/host.ts";
import { refuseAct } from "../device/refuse-act.ts";
import type { Router } from "../device/router.ts";
import { type Chance, drawOne } from "../lib/chance.ts";
import type { Port } from "../wire/packet.ts";
import type { World } from "../world/world.ts";
import { judge } from "./judge.ts";
import { tcpVariants } from "./mistake-tcp.ts";

/** An act aimed at the due that the judge calls wrong, drawn from what the desk offers; undefined if it offers none. */
export function mistake(world: World, box: string, due: Due, chance: Chance): Act | undefined {
  const wrong = alternatives(world, box, due).filter((act) => !isRight(judge(world, box, act)));
  return wrong.length === 0 ? undefined : drawOne(chance, wrong);
}

/** Every possible act that is aimed at the same thing as the due. */
export function alternatives(world: World, box: string, due: Due): readonly Act[] {
  const device = world.boxes[box];
  if (device === undefined) return [];
  return variants(world, box, due.proposal).filter((act) => refuseAct(device, act) === undefined);
}

function variants(world: World, box: string, proposal: Act): readonly Act[] {
  const device = world.boxes[box];
  if (device === undefined) return [];
  return device.kind === "router"
    ? routerVariants(device, proposal)
    : hostVariants(device, proposal);
}

function routerVariants({ links }: Router, proposal: Act): readonly Act[] {
  if (proposal.kind === "pin") return links.map((exit) => ({ ...proposal, exit }));
  if (!("packet" in proposal)) return [];
  const { packet } = proposal;
  const exits = links.map((exit): Act => ({ kind: "forward", packet, exit }));
  return [...exits, { kind: "reject", packet }];
}

function hostVariants(host: Host, proposal: Act): readonly Act[] {
  const doors = host.ports.bindings.map((binding) => binding.port);
  switch (proposal.kind) {
    case "deliver":
    case "reject": {
      const { packet } = proposal;
      const placed = doors.map((door): Act => ({ kind: "deliver", packet, door }));
      return [...placed, { kind: "reject", packet }];
    }
    case "sendDatagram":
      // Where its machine wrote the letter, a desk can only send it again as it is.
      return isHeld(host.gate, "address")
        ? letterVariants(host, proposal, doors)
        : [{ kind: "giveUp", errand: proposal.errand }];
    case "giveUp": {
      const errand = errandOf(host, proposal.errand);
      const letter = errand === undefined ? undefined : letterFor(host, errand);
      return letter === undefined ? [] : [letter];
    }
    case "bindPort":
    case "tellDoor":
      return [...doors, 80 as Port].map((port) => ({ ...proposal, port }));
    default:
      return host.tcp === undefined ? [] : tcpVariants(host, proposal);
  }
}

function letterVariants(
  host: Host,
  letter: Act & { readonly kind: "sendDatagram" },
  doors: readonly Port[],
): readonly Act[] {
  const hosts = Object.values(host.neighbours).map((destination) => ({ destination }));
  const told = Object.values(host.book).flatMap(({ port }) => (port === undefined ? [] : [port]));
  const ports = [...told, 80 as Port].map((destinationPort) => ({ destinationPort }));
  const sources = [...doors, 80 as Port].map((sourcePort) => ({ sourcePort }));
  return [...hosts, ...ports, ...sources].map((change) => ({ ...letter, ...change }));
}

const isRight = (reason: Reason | undefined): boolean =>
  reason === undefined || reasons[reason].verdict === "right";

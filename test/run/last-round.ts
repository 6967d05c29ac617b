import type { Mission } from "../../shared/contract/mission.ts";
import type { Act, BoxId, ServiceId } from "../../shared/device/act.ts";
import { letterOf } from "../../shared/device/belt.ts";
import { errandOf } from "../../shared/device/errand.ts";
import type { Host } from "../../shared/device/host.ts";
import type { Router } from "../../shared/device/router.ts";
import { createMatch } from "../../shared/match/create-match.ts";
import { longestMatch, type RoutingTable } from "../../shared/protocol/ip/routing-table.ts";
import type { Ipv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Port } from "../../shared/wire/packet.ts";
import type { Strategy } from "../kit/pupil.ts";

/** What a team may remember of another round: its doors, its addresses, and which way letters went. */
export type LastRound = {
  readonly address: Readonly<Record<ServiceId, Ipv4Address>>;
  readonly port: Readonly<Record<ServiceId, Port>>;
  readonly table: Readonly<Record<BoxId, RoutingTable>>;
};

/** The round as another seed drew it. */
export function rememberRound(mission: Mission, seed: number, size: number): LastRound {
  const { world } = createMatch(mission, { seed, size });
  const boxes = Object.values(world.boxes);
  const hosts = boxes.filter((box) => box.kind === "host");
  const routers = boxes.filter((box) => box.kind === "router");
  return {
    address: Object.fromEntries(
      hosts.flatMap((host) => Object.keys(host.programs).map((id) => [id, host.address])),
    ),
    port: Object.fromEntries(hosts.flatMap(doorsOf)),
    table: Object.fromEntries(routers.map((router) => [router.id, router.table])),
  };
}

/** Acts by memory wherever the desk lets it, and otherwise rightly. */
export const fromMemory =
  (last: LastRound): Strategy =>
  ({ match, seat }, { proposal }) => {
    const device = match.world.boxes[seat.box];
    if (device?.kind === "router") return forward(last, device, proposal);
    if (device?.kind === "host" && isAboutDoor(proposal)) return address(last, device, proposal);
    return proposal;
  };

/** The doors that were open, and those that were going to be. */
function doorsOf(host: Host): readonly (readonly [ServiceId, Port])[] {
  const open = Object.values(host.programs).flatMap(({ service, port }) =>
    port === undefined ? [] : [[service, port] as const],
  );
  const proposed = host.gate.dues.flatMap(({ proposal }) =>
    proposal.kind === "bindPort" ? [[proposal.service, proposal.port] as const] : [],
  );
  return [...open, ...proposed];
}

function forward(last: LastRound, router: Router, proposal: Act): Act {
  const letter = "packet" in proposal ? letterOf(router.belt, proposal.packet) : undefined;
  if (letter === undefined) return proposal;
  const { id: packet, ip } = letter.packet;
  const route = longestMatch(last.table[router.id] ?? [], ip.destination);
  return route === undefined
    ? { kind: "reject", packet }
    : { kind: "forward", packet, exit: route.exit };
}

type AboutDoor = Act & { readonly kind: "sendDatagram" | "askDoor" };
const isAboutDoor = (act: Act): act is AboutDoor =>
  act.kind === "sendDatagram" || act.kind === "askDoor";

/** Nobody asks for a door whose number they think they know. An address must stand in this round's book. */
function address(last: LastRound, host: Host, proposal: AboutDoor): Act {
  const errand =
    proposal.kind === "sendDatagram"
      ? errandOf(host, proposal.errand)
      : host.errands.find(
          ({ service, state }) => service === proposal.service && state === "writing",
        );
  const entry = errand && host.book[errand.service];
  const destinationPort = errand && last.port[errand.service];
  if (errand === undefined || entry === undefined || destinationPort === undefined) return proposal;
  const known = Object.values(host.book).map((other) => other.address);
  const remembered = last.address[errand.service];
  const destination = known.find((other) => other === remembered) ?? entry.address;
  const { id, socket: sourcePort } = errand;
  return { kind: "sendDatagram", errand: id, destination, destinationPort, sourcePort };
}

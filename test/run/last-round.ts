import type { Mission } from "../../shared/contract/mission.ts";
import type { Act, BoxId, ServiceId } from "../../shared/device/act.ts";
import { letterOf } from "../../shared/device/belt.ts";
import type { Host } from "../../shared/device/host.ts";
import type { Router } from "../../shared/device/router.ts";
import { initialSequenceFor } from "../../shared/device/tcp/talk.ts";
import { createMatch } from "../../shared/match/create-match.ts";
import { longestMatch, type RoutingTable } from "../../shared/protocol/ip/routing-table.ts";
import type { Ipv4Address } from "../../shared/wire/ipv4-address.ts";
import type { Port } from "../../shared/wire/packet.ts";
import type { Strategy } from "../kit/pupil.ts";
import { believedLetter } from "./believed-letter.ts";

/** What a team may remember of another round: its doors, its addresses, and which way letters went. */
export type LastRound = {
  readonly address: Readonly<Record<ServiceId, Ipv4Address>>;
  readonly port: Readonly<Record<ServiceId, Port>>;
  readonly table: Readonly<Record<BoxId, RoutingTable>>;
  /** The first sequence number that each host drew. */
  readonly initial: Readonly<Record<BoxId, number>>;
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
    initial: Object.fromEntries(
      hosts
        .filter(({ tcp }) => tcp !== undefined)
        .map((host) => [host.id, initialSequenceFor(host, "")]),
    ),
  };
}

/** Acts by memory wherever the desk lets it, and otherwise rightly. */
export const fromMemory =
  (last: LastRound): Strategy =>
  ({ match, seat }, { proposal }) => {
    const device = match.world.boxes[seat.box];
    if (device === undefined) return proposal;
    const remembered =
      device.kind === "router"
        ? forward(last, device, proposal)
        : (count(last, device, proposal) ?? write(last, device, proposal));
    return remembered ?? proposal;
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

/** A letter, or a pin, goes where its district was in the other round. */
function forward(last: LastRound, router: Router, proposal: Act): Act | undefined {
  const exitFor = (address: Ipv4Address) =>
    longestMatch(last.table[router.id] ?? [], address)?.exit;
  if (proposal.kind === "pin") {
    const exit = exitFor(router.table[proposal.row]?.prefix.address ?? router.address);
    return exit === undefined ? undefined : { ...proposal, exit };
  }
  const letter = "packet" in proposal ? letterOf(router.belt, proposal.packet) : undefined;
  if (letter === undefined) return undefined;
  const { id: packet, ip } = letter.packet;
  const exit = exitFor(ip.destination);
  return exit === undefined ? { kind: "reject", packet } : { kind: "forward", packet, exit };
}

/** Whoever counted from a number then counts from it now. */
function count({ initial }: LastRound, host: Host, proposal: Act): Act | undefined {
  const [own, others] = [initial[host.id], Object.entries(initial)];
  const peer = others.find(([box]) => box !== host.id)?.[1];
  if (own === undefined || peer === undefined) return undefined;
  if (proposal.kind === "place") return { ...proposal, sequence: peer + 1 };
  return proposal.kind === "sendSegment" && proposal.flags.includes("ack")
    ? { ...proposal, acknowledgment: peer + 1 }
    : undefined;
}

/** Nobody asks for a door whose number they think they know. An address must stand in this round's book. */
function write(last: LastRound, host: Host, proposal: Act): Act | undefined {
  const known = Object.values(host.book).map(({ address }) => address);
  return believedLetter(host, proposal, {
    doorOf: (service) => last.port[service],
    addressOf: (service) => known.find((address) => address === last.address[service]),
  });
}

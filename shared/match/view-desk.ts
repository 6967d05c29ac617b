import type { Mission } from "../contract/mission.ts";
import type { View, ViewRow } from "../contract/view.ts";
import type { Act, Due } from "../device/act.ts";
import type { Device } from "../device/device.ts";
import type { Host } from "../device/host.ts";
import { metricOf } from "../protocol/ip/routing-table.ts";
import { formatIpv4Address, formatPrefix } from "../wire/ipv4-address.ts";
import type { Packet } from "../wire/packet.ts";
import { litDue } from "./assistance.ts";
import { letterNumber, type Match, type Seat, seatOf } from "./match.ts";

/** The tables of one desk: what this machine knows, and nothing that it would not. */
export type DeskTables = Pick<
  View,
  "rules" | "belt" | "routes" | "doors" | "programs" | "errands" | "book" | "dues" | "happenings"
>;

/** What a seat's own machine knows: a router reads headers, a host ports too, and nobody what is sealed. */
export function viewDesk(match: Match, box: string): DeskTables {
  const seat = seatOf(match, box);
  const device = match.world.boxes[box];
  if (device === undefined) throw new Error(`no box ${box}`);
  return {
    belt: viewBelt(seat, device, device.kind === "host" && match.mission.covered !== "ports"),
    routes: device.kind === "router" ? viewRoutes(device) : {},
    ...(device.kind === "host" ? viewHost(device) : noHost),
    rules: { now: viewRules(match.mission) },
    dues: viewDues(match, seat, device),
    happenings: Object.fromEntries(
      seat.happenings.map(({ n, ...happening }) => [String(n), happening]),
    ),
  };
}

function viewRules({ kind, pinSlots, mostSends, covered }: Mission): ViewRow<"rules"> {
  const rules = { kind, pinSlots, mostSends };
  return covered === undefined ? rules : { ...rules, covered };
}

const noHost = { doors: {}, programs: {}, errands: {}, book: {} } as const;

function viewBelt(seat: Seat, device: Device, readsPorts: boolean): View["belt"] {
  return Object.fromEntries(
    device.belt.letters.map(({ slot, packet, link, since }) => [
      String(letterNumber(seat, packet.id)),
      { slot, link, since, ...viewEnvelope(packet, readsPorts) },
    ]),
  );
}

/** What stands on the outside of a letter, read down to the ports or only to the addresses. */
function viewEnvelope({ ip, body }: Packet, readsPorts: boolean) {
  const envelope = {
    kind: body.protocol,
    protocol: body.protocol,
    source: formatIpv4Address(ip.source),
    destination: formatIpv4Address(ip.destination),
    ttl: ip.ttl,
  };
  if (!readsPorts || body.protocol !== "udp") return envelope;
  return { ...envelope, sourcePort: body.sourcePort, destinationPort: body.destinationPort };
}

function viewRoutes(router: Device & { readonly kind: "router" }): View["routes"] {
  return Object.fromEntries(
    router.table.map((route, order) => {
      const pin = router.pins.find(({ row }) => row === order);
      const row = {
        prefix: formatPrefix(route.prefix),
        exit: route.exit,
        order,
        metric: metricOf(route),
      };
      return [String(order), pin === undefined ? row : { ...row, pin: pin.exit }];
    }),
  );
}

function viewHost(host: Host): Pick<View, "doors" | "programs" | "errands" | "book"> {
  return {
    doors: viewDoors(host),
    programs: Object.fromEntries(
      Object.values(host.programs).map(({ service, port }, order) => [
        service,
        port === undefined ? { state: "stopped", order } : { state: "listening", port, order },
      ]),
    ),
    errands: Object.fromEntries(
      host.errands.map(
        ({ id, service, state, sends, socket, openedAt, patienceUntil, ...rest }) => [
          String(id),
          {
            ...{ service, state, sends, sourcePort: socket, openedAt, patienceUntil },
            ...(rest.retryAt === undefined ? {} : { retryAt: rest.retryAt }),
            ...(rest.news === undefined ? {} : { news: rest.news }),
          },
        ],
      ),
    ),
    book: viewBook(host),
  };
}

function viewDoors(host: Host): View["doors"] {
  const services = new Map(host.errands.map((errand) => [errand.id, errand.service]));
  return Object.fromEntries(
    host.ports.bindings.map(({ port, owner }, order) => [
      String(port),
      owner.kind === "service"
        ? { port, service: owner.service, order }
        : { port, service: services.get(owner.errand) ?? "", errand: owner.errand, order },
    ]),
  );
}

function viewBook(host: Host): View["book"] {
  const services = Object.entries(host.book).map(([service, { address, port, asked }], order) => [
    service,
    {
      kind: "service",
      address: formatIpv4Address(address),
      ...(port === undefined ? {} : { port }),
      asked,
      order,
    },
  ]);
  const hosts = Object.entries(host.neighbours).map(([box, address], index) => [
    box,
    {
      kind: "host",
      address: formatIpv4Address(address),
      asked: false,
      order: services.length + index,
    },
  ]);
  return Object.fromEntries([...services, ...hosts]);
}

function viewDues(match: Match, seat: Seat, device: Device): View["dues"] {
  // What is covered cannot be pointed at.
  const isCovered = match.mission.covered !== undefined;
  const lit = isCovered ? undefined : litDue(seat, device.gate, match.now);
  return Object.fromEntries(
    device.gate.dues.map((due) => [String(due.id), viewDue(seat, due, due === lit)]),
  );
}

function viewDue(seat: Seat, { since, proposal }: Due, lit: boolean): ViewRow<"dues"> {
  const plain = { ...kindOf(seat, proposal), since, lit };
  return lit ? { ...plain, ...hintOf(proposal) } : plain;
}

function kindOf(seat: Seat, proposal: Act): { readonly kind: string; readonly about: string } {
  switch (proposal.kind) {
    case "sendDatagram":
      return { kind: "errand", about: String(proposal.errand) };
    case "askDoor":
      return { kind: "ask", about: proposal.service };
    case "bindPort":
      return { kind: "bind", about: proposal.service };
    case "tellDoor":
      return { kind: "tell", about: proposal.service };
    case "giveUp":
      return { kind: "giveUp", about: String(proposal.errand) };
    case "pin":
    case "unpin":
      return { kind: proposal.kind, about: String(proposal.row) };
    case "raiseFlag":
      return { kind: "flag", about: proposal.flag };
    default:
      return { kind: "letter", about: String(letterNumber(seat, proposal.packet)) };
  }
}

/** The proposal, spelled out for the pupil. */
function hintOf(proposal: Act): Partial<ViewRow<"dues">> {
  switch (proposal.kind) {
    case "sendDatagram":
      return {
        hintAddress: formatIpv4Address(proposal.destination),
        hintPort: proposal.destinationPort,
        hintSource: proposal.sourcePort,
      };
    case "forward":
    case "pin":
      return { hintExit: proposal.exit };
    case "reject":
      return { hintExit: "reject" };
    case "deliver":
      return { hintPort: proposal.door };
    case "bindPort":
    case "tellDoor":
      return { hintPort: proposal.port };
    default:
      return {};
  }
}

import type { Mission } from "../contract/mission.ts";
import type { View, ViewRow } from "../contract/view.ts";
import type { ErrandId } from "../device/act.ts";
import type { BeltLetter } from "../device/belt.ts";
import type { Device } from "../device/device.ts";
import type { Host } from "../device/host.ts";
import type { Router } from "../device/router.ts";
import { isTcpLetter } from "../device/tcp/tcp-side.ts";
import { remembered } from "../lib/remembered.ts";
import { metricOf, type RoutingTable } from "../protocol/ip/routing-table.ts";
import { formatIpv4Address, formatPrefix, type Ipv4Address } from "../wire/ipv4-address.ts";
import type { Packet, TransportBody } from "../wire/packet.ts";
import { type Happening, letterNumber, type Match, type Seat, seatOf } from "./match.ts";
import { viewDues } from "./view-dues.ts";
import { viewSegment, viewTcp } from "./view-tcp.ts";

/** The tables of one desk: what this machine knows, and nothing that it would not. */
export type DeskTables = Pick<
  View,
  | "rules"
  | "belt"
  | "routes"
  | "doors"
  | "programs"
  | "errands"
  | "connections"
  | "cards"
  | "book"
  | "dues"
  | "happenings"
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
    rules: viewRules(match, seat, device),
    dues: viewDues(match, seat, device),
    happenings: viewHappenings(seat),
  };
}

/** A desk is told things now and then, and looked at often. */
function viewHappenings(seat: Seat): View["happenings"] {
  const before = toldTables.get(seat);
  if (before?.next === seat.nextHappening) return before.table;
  const table: Record<string, ViewRow<"happenings">> = {};
  for (const happening of seat.happenings) table[happening.n] = withoutNumber(happening);
  toldTables.set(seat, { next: seat.nextHappening, table });
  return table;
}

const toldTables = new WeakMap<
  Seat,
  { readonly next: number; readonly table: View["happenings"] }
>();

const withoutNumber = remembered(({ n: _, ...happening }: Happening) => happening);

/** What a mission lets a desk do stays the same for the whole round. */
function viewRules(match: Match, seat: Seat, device: Device): View["rules"] {
  const rules = rulesOfDesks.get(seat) ?? { now: rulesOf(match.mission, seat, device) };
  rulesOfDesks.set(seat, rules);
  return rules;
}

const rulesOfDesks = new WeakMap<Seat, View["rules"]>();

function rulesOf(mission: Mission, { role }: Seat, device: Device): ViewRow<"rules"> {
  const { kind, mostSends, covered, tcp } = mission;
  const { pinSlots } = device.kind === "router" ? device : mission;
  const rules = { kind, held: mission.held[role].join(" "), pinSlots, mostSends };
  const { halfOpenSlots, trays, window, goBackN } = tcp ?? {};
  return { ...rules, ...defined({ covered, halfOpenSlots, trays, window, goBackN }) };
}

/** Only the columns that have a value. */
const defined = <T extends object>(columns: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

const noHost = {
  ...{ doors: {}, programs: {}, errands: {}, book: {} },
  ...{ connections: {}, cards: {} },
} as const;

function viewBelt(seat: Seat, device: Device, readsPorts: boolean): View["belt"] {
  const rows: Record<string, ViewRow<"belt">> = {};
  for (const letter of device.belt.letters) {
    const row = readsPorts ? readToPorts(letter) : readToAddresses(letter);
    rows[letterNumber(seat, letter.packet.id)] = row;
  }
  return rows;
}

const readToPorts = remembered((letter: BeltLetter) => viewLetter(letter, true));
const readToAddresses = remembered((letter: BeltLetter) => viewLetter(letter, false));

const viewLetter = (
  { slot, packet, link, since }: BeltLetter,
  readsPorts: boolean,
): ViewRow<"belt"> => ({ slot, link, since, ...viewEnvelope(packet, readsPorts) });

/** What stands on the outside of a letter, read down to the ports or only to the addresses. */
export function viewEnvelope(packet: Packet, readsPorts: boolean) {
  const { ip, body } = packet;
  const envelope = {
    kind: body.protocol,
    protocol: body.protocol,
    source: formatIpv4Address(ip.source),
    destination: formatIpv4Address(ip.destination),
    ttl: ip.ttl,
  };
  if (!readsPorts || body.protocol === "icmp") return envelope;
  if (isTcpLetter(packet)) return { ...envelope, ...portsOf(body), ...viewSegment(packet) };
  return { ...envelope, ...portsOf(body) };
}

const portsOf = ({ sourcePort, destinationPort }: TransportBody) => ({
  sourcePort,
  destinationPort,
});

function viewRoutes({ table, pins }: Router): View["routes"] {
  const rows = routesOf(table);
  if (pins.length === 0) return rows;
  const pinned = pins.flatMap(({ row, exit }) => {
    const route = rows[row];
    return route === undefined ? [] : [[String(row), { ...route, pin: exit }] as const];
  });
  return { ...rows, ...Object.fromEntries(pinned) };
}

const routesOf = remembered((table: RoutingTable): View["routes"] =>
  Object.fromEntries(
    table.map((route, order) => {
      const { prefix, exit } = route;
      const row = { prefix: formatPrefix(prefix), exit, order, metric: metricOf(route) };
      return [String(order), row];
    }),
  ),
);

function viewHost(
  host: Host,
): Pick<View, "doors" | "programs" | "errands" | "book" | "connections" | "cards"> {
  return {
    ...viewTcp(host),
    doors: viewDoors(host),
    programs: viewPrograms(host),
    errands: viewErrands(host),
    book: viewBook(host),
  };
}

function viewPrograms({ programs }: Host): View["programs"] {
  const rows: Record<string, ViewRow<"programs">> = {};
  let order = 0;
  for (const { service, port } of Object.values(programs)) {
    rows[service] =
      port === undefined ? { state: "stopped", order } : { state: "listening", port, order };
    order += 1;
  }
  return rows;
}

function viewErrands({ errands }: Host): View["errands"] {
  const rows: Record<string, ViewRow<"errands">> = {};
  for (const errand of errands) {
    const { id, service, state, sends, socket, openedAt, patienceUntil, retryAt, news } = errand;
    rows[id] = {
      ...{ service, state, sends, sourcePort: socket, openedAt, patienceUntil },
      ...(retryAt === undefined ? {} : { retryAt }),
      ...(news === undefined ? {} : { news }),
    };
  }
  return rows;
}

function viewDoors({ ports, errands }: Host): View["doors"] {
  const rows: Record<string, ViewRow<"doors">> = {};
  let order = 0;
  for (const { port, owner } of ports.bindings) {
    rows[port] =
      owner.kind === "service"
        ? { port, service: owner.service, order }
        : { port, service: serviceOf(errands, owner.errand), errand: owner.errand, order };
    order += 1;
  }
  return rows;
}

const serviceOf = (errands: Host["errands"], wanted: ErrandId): string =>
  errands.find(({ id }) => id === wanted)?.service ?? "";

function viewBook(host: Host): View["book"] {
  const rows: Record<string, ViewRow<"book">> = {};
  let order = 0;
  for (const service in host.book) {
    const { address, port, asked } = host.book[service] as Host["book"][string];
    const known = { kind: "service", address: formatIpv4Address(address), asked, order };
    rows[service] = port === undefined ? known : { ...known, port };
    order += 1;
  }
  for (const box in host.neighbours) {
    const address = formatIpv4Address(host.neighbours[box] as Ipv4Address);
    rows[box] = { kind: "host", address, asked: false, order };
    order += 1;
  }
  return rows;
}

import type { Duty } from "../device/act.ts";
import type { Device } from "../device/device.ts";
import { initialGate } from "../device/gate.ts";
import type { Host } from "../device/host.ts";
import { initialRouter } from "../device/router.ts";
import { initialTcp, type TcpRules } from "../device/tcp/tcp-side.ts";
import { drawWhole, namedChance, shuffled } from "../lib/chance.ts";
import { emptyQueue } from "../lib/event-queue.ts";
import { instant } from "../lib/instant.ts";
import { routingTable } from "../protocol/ip/routing-table.ts";
import { formatPrefix, type Ipv4Address, ipv4Address, type Prefix } from "../wire/ipv4-address.ts";
import type { Link, World } from "./world.ts";

/** What a world is built from: the boxes, lines and rows of a map, without its drawing. */
export type Plan = {
  readonly zones: readonly { readonly id: string; readonly district?: number }[];
  readonly boxes: readonly {
    readonly id: string;
    readonly role: "client" | "router" | "server";
    readonly zone: string;
    readonly fromSize?: number;
    readonly automatic?: true;
    readonly playedFrom?: number;
  }[];
  readonly links: readonly {
    readonly id: string;
    readonly a: string;
    readonly b: string;
    readonly lossPercent?: number;
    readonly jitterMs?: number;
    readonly capacity?: number;
  }[];
  readonly routes: readonly {
    readonly router: string;
    readonly to: string;
    readonly exit: string;
    readonly metric?: number;
  }[];
  readonly services?: readonly { readonly box: string; readonly fromSize?: number }[];
  readonly held: Readonly<Record<"client" | "router" | "server", readonly Duty[]>>;
  readonly hopMs: readonly [least: number, most: number];
  readonly ttl: number;
  readonly retryMs: number;
  readonly mostSends: number;
  readonly pinSlots: number;
  readonly pinsWorkLoose?: true;
  readonly quietPinsFirst?: true;
  readonly beltSlots: number;
  readonly tcp?: Omit<TcpRules, "isDeafToStrangers" | "isWithoutAcknowledgments">;
  readonly variants?: readonly { readonly from: number; readonly to: number }[];
  readonly covered?: "ports" | "thirdStep" | "acknowledgments";
};

/** The addresses of one round: every zone's prefix and every box's address. */
export type Addresses = {
  readonly zones: Readonly<Record<string, Prefix>>;
  readonly boxes: Readonly<Record<string, Ipv4Address>>;
};

/** The part of a plan that a team of this size plays on. */
export function planFor<P extends Plan>(plan: P, size: number): P {
  const boxes = plan.boxes
    .filter((box) => (box.fromSize ?? 0) <= size)
    .map((box) => ((box.playedFrom ?? 0) <= size ? box : ({ ...box, automatic: true } as const)));
  const has = (id: string): boolean => boxes.some((box) => box.id === id);
  const links = plan.links.filter((link) => has(link.a) && has(link.b));
  const zones = plan.zones.filter((zone) => boxes.some((box) => box.zone === zone.id));
  const leads = (to: string) =>
    to === everywhere || zones.some((zone) => zone.id === to || districtRow(zone) === to);
  const routes = plan.routes.filter(
    ({ to, exit }) => leads(to) && links.some(({ id }) => id === exit),
  );
  const services =
    plan.services?.filter(({ box, fromSize = 0 }) => has(box) && fromSize <= size) ?? [];
  return { ...plan, ...variantFor(plan, size), boxes, links, zones, routes, services };
}

/** What the plan has otherwise for this size. */
function variantFor({ variants = [] }: Plan, size: number): object {
  const fitting = variants.filter(({ from, to }) => from <= size && size <= to);
  return Object.assign({}, ...fitting.map(({ from: _, to: __, ...changes }) => changes));
}

/** What a row for the whole inside is for. */
export const everywhere = "all";

/** What a row for all of a zone's district is for; undefined on a map without districts. */
export const districtRow = ({ district }: Plan["zones"][number]): string | undefined =>
  district === undefined ? undefined : `district${district}`;

/** Draws the round's neighbourhoods and addresses: nothing learned last round helps in this one. */
export function drawAddresses(plan: Plan, seed: number): Addresses {
  const chance = namedChance(seed, "map");
  const numbers: Record<number, number[]> = {};
  const zones: Record<string, Prefix> = {};
  const boxes: Record<string, Ipv4Address> = {};
  for (const [index, { id, district = 0 }] of plan.zones.entries()) {
    numbers[district] ??= [...shuffled(chance, [1, 2, 3, 4, 5, 6, 7, 8, 9])];
    const zone = numbers[district]?.shift() ?? index + 10;
    zones[id] = { address: ipv4Address(10, district, zone, 0), length: 24 };
    let host = drawWhole(chance, 2, 60);
    let router = 1;
    for (const box of plan.boxes.filter((candidate) => candidate.zone === id)) {
      boxes[box.id] = ipv4Address(10, district, zone, box.role === "router" ? router++ : host);
      if (box.role !== "router") host += drawWhole(chance, 1, 40);
    }
  }
  return { zones, boxes };
}

/** What a row matches: a zone's /24, a district's /16, or as much as covers the whole inside. */
function prefixFor({ zones }: Plan, drawn: Addresses["zones"], to: string): Prefix {
  const district = zones.find((zone) => districtRow(zone) === to)?.district;
  if (district !== undefined) return { address: ipv4Address(10, district, 0, 0), length: 16 };
  const isJoined = zones.some((zone) => zone.district !== undefined);
  return drawn[to] ?? { address: ipv4Address(10, 0, 0, 0), length: isJoined ? 8 : 16 };
}

/** A world at play time 0: every box at its place, nothing under way. */
export function buildWorld(plan: Plan, addresses: Addresses, seed: number): World {
  const links = Object.fromEntries(
    plan.links.map((link) => [link.id, buildLink(plan, link, seed)]),
  );
  const boxes: Record<string, Device> = {};
  for (const box of plan.boxes) {
    const mine = plan.links.filter((link) => link.a === box.id || link.b === box.id);
    const ids = mine.map((link) => link.id);
    boxes[box.id] =
      box.role === "router"
        ? buildRouter(plan, addresses, box, ids)
        : buildHost(plan, addresses, box, ids[0] ?? "", seed);
  }
  return {
    now: instant(0),
    boxes,
    links,
    queue: emptyQueue(),
    timers: {},
    dead: [],
    nextEvent: 0,
    nextPacket: 1,
  };
}

/** No more letters than this are on a line at once, unless its plan says fewer. */
const linkCapacity = 64;

function buildLink(plan: Plan, link: Plan["links"][number], seed: number): Link {
  const chance = namedChance(seed, `link ${link.id}`);
  const [least, most] = plan.hopMs;
  return {
    ...{ id: link.id, a: link.a, b: link.b },
    delayMs: drawWhole(chance, least, most),
    lossPercent: link.lossPercent ?? 0,
    slow: 1,
    jitterMs: link.jitterMs ?? 0,
    capacity: link.capacity ?? linkCapacity,
    up: true,
    inFlight: 0,
    chance,
  };
}

function buildRouter(
  plan: Plan,
  addresses: Addresses,
  { id, automatic }: Plan["boxes"][number],
  links: readonly string[],
): Device {
  const rows = plan.routes
    .filter((route) => route.router === id)
    .map(({ to, exit, metric = 1 }) => ({
      prefix: prefixFor(plan, addresses.zones, to),
      exit,
      metric,
    }));
  const address = addressOf(addresses, id);
  const box = { id, address, links, table: routingTable(rows) };
  const { ttl } = plan;
  // Whatever the size of the map, one prefix is left to be passed on by hand.
  const prefixes = new Set(rows.map(({ prefix }) => formatPrefix(prefix))).size;
  const pinSlots = Math.min(plan.pinSlots, prefixes - 1);
  const held = automatic === true ? [] : plan.held.router;
  const pinsWorkLoose = plan.pinsWorkLoose === true;
  const quietPinsFirst = plan.quietPinsFirst === true;
  const pinned = { pinSlots, pinsWorkLoose, ...(quietPinsFirst ? { quietPinsFirst } : {}) };
  return initialRouter({ ...box, ttl, ...pinned }, held, plan.beltSlots);
}

function buildHost(
  plan: Plan,
  addresses: Addresses,
  box: Plan["boxes"][number],
  link: string,
  seed: number,
): Host {
  return {
    kind: "host",
    id: box.id,
    address: addressOf(addresses, box.id),
    link,
    ttl: plan.ttl,
    retryMs: plan.retryMs,
    mostSends: plan.mostSends,
    gate: initialGate(box.automatic === true ? [] : plan.held[box.role]),
    belt: { slots: plan.beltSlots, letters: [] },
    ports: { bindings: [] },
    chance: namedChance(seed, `host ${box.id}`),
    programs: {},
    asks: [],
    errands: [],
    book: {},
    neighbours: {},
    ...tcpFor(plan),
  };
}

function tcpFor({ tcp, covered, retryMs, mostSends }: Plan): Pick<Host, "tcp"> {
  if (tcp === undefined) return {};
  const isDeafToStrangers = covered === "thirdStep";
  const isWithoutAcknowledgments = covered === "acknowledgments";
  const rules = { ...tcp, isDeafToStrangers, isWithoutAcknowledgments };
  return { tcp: initialTcp(rules, retryMs, mostSends) };
}

function addressOf(addresses: Addresses, box: string): Ipv4Address {
  const address = addresses.boxes[box];
  if (address === undefined) throw new Error(`no address for ${box}`);
  return address;
}

import type { ErrandId } from "../../shared/device/act.ts";
import type { Host } from "../../shared/device/host.ts";
import { type Chance, drawOne, drawWhole, namedChance } from "../../shared/lib/chance.ts";
import { instant, later } from "../../shared/lib/instant.ts";
import { bind, ephemeralPort, servicePort } from "../../shared/protocol/ports/port-table.ts";
import { encodeEthernetFrame, etherTypes } from "../../shared/wire/ethernet-frame.ts";
import type { Ipv4Address } from "../../shared/wire/ipv4-address.ts";
import { macAddressOf } from "../../shared/wire/mac-address.ts";
import type { Port } from "../../shared/wire/packet.ts";
import { encodePacket } from "../../shared/wire/packet-bytes.ts";
import {
  type Addresses,
  buildWorld,
  drawAddresses,
  type Plan,
} from "../../shared/world/topology.ts";
import {
  advanceWorld,
  type Flight,
  launch,
  tellBox,
  type Watch,
  type World,
} from "../../shared/world/world.ts";
import { capturesByLink, type Scenario } from "./scenario.ts";
import type { ToldFrame } from "./told-segment.ts";

/** Something that a program on a client wants, and when: an answer from the clock, or just to send a letter. */
type Wish = { readonly at: number; readonly client: "client1" | "client2" } & (
  | { readonly asks: "time" }
  | { readonly sendsTo: "server" | "client2" | "nobody"; readonly ttl?: number }
);

type WorldPlan = {
  readonly middle?: { readonly lossPercent?: number; readonly jitterMs?: number };
  /** What the second router does with what nobody here is for: it has no row, or a wrong one. */
  readonly away?: "noRow" | "sentBack";
  readonly wishes: readonly Wish[];
};

type Draw = (chance: Chance) => WorldPlan;

/** Questions from either client, some time apart. */
const questions = (chance: Chance, count: number, apartMs: number): readonly Wish[] =>
  Array.from({ length: count }, (_, nth) => ({
    ...{ at: nth * drawWhole(chance, Math.trunc(apartMs / 2), apartMs), asks: "time" },
    client: drawOne(chance, ["client1", "client2"]),
  }));

const letters = (
  chance: Chance,
  count: number,
  { ttl, ...what }: { readonly sendsTo: "server" | "client2" | "nobody"; readonly ttl?: number },
): readonly Wish[] =>
  Array.from({ length: count }, (_, nth) => ({
    ...{ at: nth * drawWhole(chance, 50, 900), client: "client1", ...what },
    ...(ttl === undefined ? {} : { ttl }),
  }));

const plans = {
  /** A question, an answer. */
  "udp-answered": (chance) => ({ wishes: questions(chance, 8, 2_000) }),
  /** Letters get lost, and UDP says nothing; the program asks again. */
  "udp-lost": (chance) => ({
    middle: { lossPercent: drawWhole(chance, 20, 50) },
    wishes: questions(chance, 8, 3_000),
  }),
  /** Letters overtake each other, and UDP leaves it so. */
  "udp-overtaken": (chance) => ({
    middle: { jitterMs: 3_000 },
    wishes: questions(chance, 12, 300),
  }),
  /** Nobody listens at the port (RFC 1122 §3.2.2.1). */
  "icmp-port-unreachable": (chance) => ({
    wishes: letters(chance, 6, { sendsTo: drawOne(chance, ["server", "client2"]) }),
  }),
  /** The last router has no row for it (RFC 1812 §5.2.7.1). */
  "icmp-net-unreachable": (chance) => ({
    away: "noRow",
    wishes: letters(chance, 6, { sendsTo: "nobody" }),
  }),
  /** The letter's time ends on the way (RFC 1812 §5.3.1). */
  "icmp-time-exceeded": (chance) => ({
    wishes: letters(chance, 6, { sendsTo: "server", ttl: drawWhole(chance, 1, 2) }),
  }),
  /** One TTL after the other: each router in turn says that it is there. */
  "ip-one-hop-further": (chance) => ({
    wishes: [1, 2, 3, 4].map((ttl) => ({
      ...{ at: ttl * drawWhole(chance, 900, 1_100), client: "client1", sendsTo: "server", ttl },
    })),
  }),
  /** Two routers send it back and forth until its time is over. */
  "ip-loop": (chance) => ({
    away: "sentBack",
    wishes: letters(chance, 3, { sendsTo: "nobody", ttl: drawWhole(chance, 5, 30) }),
  }),
  /** The row for the server room is longer than the one for everything. */
  "ip-longest-match": (chance) => ({
    away: "sentBack",
    wishes: [
      ...questions(chance, 5, 800),
      ...letters(chance, 2, { sendsTo: "nobody", ttl: 4 }),
      ...letters(chance, 3, { sendsTo: "client2" }),
    ],
  }),
} satisfies Readonly<Record<string, Draw>>;

/** Scenarios of a small internet in which every box runs by itself, by name. */
export const worldScenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  Object.entries(plans).map(([name, draw]) => [name, played(name, draw)]),
);

const longEnoughMs = 120_000;

function played(name: string, draw: Draw): Scenario {
  return (seed, words) => {
    const { middle = {}, away = "noRow", wishes } = draw(namedChance(seed, name));
    const plan = planOf(middle, away);
    const addresses = drawAddresses(plan, seed);
    const world = buildWorld(plan, addresses, seed);
    openClock(world, addresses);
    const flights: Flight[] = [];
    const journal: unknown[] = [];
    const watch = watching(world, flights, journal);
    for (const [nth, wish] of [...wishes].sort((a, b) => a.at - b.at).entries()) {
      advanceWorld(world, instant(wish.at), watch);
      journal.push(wish);
      fulfil(world, addresses, wish, nth, watch);
    }
    advanceWorld(world, instant(longEnoughMs), watch);
    const frames = flights.map((flight) => frameOf(flight, addresses, words.lost));
    const links = plan.links.map(({ id }) => id);
    return { captures: capturesByLink(links, frames, words.about(name, String(seed))), journal };
  };
}

/** Two clients behind one router, a server behind the next one. */
const planOf = (
  middle: NonNullable<WorldPlan["middle"]>,
  away: NonNullable<WorldPlan["away"]>,
): Plan => ({
  zones: ["class1", "class2", "serverRoom", "away"].map((id) => ({ id })),
  boxes: [
    { id: "client1", role: "client", zone: "class1" },
    { id: "client2", role: "client", zone: "class2" },
    { id: "router1", role: "router", zone: "class1" },
    { id: "router2", role: "router", zone: "serverRoom" },
    { id: "server", role: "server", zone: "serverRoom" },
  ],
  links: [
    { id: "client1-router1", a: "client1", b: "router1" },
    { id: "client2-router1", a: "client2", b: "router1" },
    { id: "router1-router2", a: "router1", b: "router2", ...middle },
    { id: "router2-server", a: "router2", b: "server" },
  ],
  routes: [
    { router: "router1", to: "class1", exit: "client1-router1" },
    { router: "router1", to: "class2", exit: "client2-router1" },
    { router: "router1", to: "all", exit: "router1-router2" },
    { router: "router2", to: "serverRoom", exit: "router2-server" },
    ...(away === "noRow" ? ["class1", "class2"] : ["all"]).map((to) => ({
      ...{ router: "router2", to, exit: "router1-router2" },
    })),
  ],
  held: { client: [], router: [], server: [] },
  ...{ hopMs: [150, 400], ttl: 16, retryMs: 4_000, mostSends: 5, pinSlots: 0, beltSlots: 8 },
});

/** The server's clock listens, and both clients know where. */
function openClock(world: World, addresses: Addresses): void {
  const server = hostOf(world, "server");
  const port = servicePort(server.ports, server.chance);
  bind(server.ports, port, { kind: "service", service: "time" });
  const clock = { service: "time", question: "time? ", answers: ["09:41 ", "12:30 "], port };
  server.programs["time"] = clock;
  for (const id of ["client1", "client2"])
    hostOf(world, id).book["time"] = {
      address: addressOf(addresses, "server"),
      port,
      asked: false,
    };
}

function fulfil(world: World, addresses: Addresses, wish: Wish, nth: number, watch: Watch): void {
  const client = hostOf(world, wish.client);
  if ("asks" in wish) {
    const question = `time? #${100 + nth}`;
    const patienceUntil = later(world.now, longEnoughMs);
    const errand = { id: (nth + 1) as ErrandId, service: wish.asks, question, patienceUntil };
    return tellBox(world, client.id, { kind: "errandOpened", errand }, watch);
  }
  const source = client.address;
  const destination = destinationOf(addresses, wish.sendsTo);
  const sourcePort = ephemeralPort(client.ports, client.chance);
  const destinationPort = 7_999 as Port; // nobody listens there
  const ip = { source, destination, ttl: wish.ttl ?? client.ttl };
  const body = { protocol: "udp", sourcePort, destinationPort, payload: "anybody" } as const;
  launch(world, client, { ip, body }, watch);
}

function destinationOf(addresses: Addresses, to: string): Ipv4Address {
  if (to !== "nobody") return addressOf(addresses, to);
  return ((addresses.zones["away"]?.address ?? 0) + 9) as Ipv4Address;
}

const watching = (world: World, flights: Flight[], journal: unknown[]): Watch => ({
  departed: (flight) => void flights.push(flight),
  told: () => undefined,
  dropped: (box, { id: packet }, dropped) =>
    void journal.push({ at: world.now, box, packet, dropped }),
  notice: (box, notice) => void journal.push({ at: world.now, box, notice }),
  call: () => undefined,
});

function frameOf(
  { packet, link, from, to, departAt, lostAt }: Flight,
  addresses: Addresses,
  lost: string,
): ToldFrame & { readonly link: string } {
  const octets = encodeEthernetFrame({
    source: macAddressOf(addressOf(addresses, from)),
    destination: macAddressOf(addressOf(addresses, to)),
    etherType: etherTypes.ipv4,
    payload: encodePacket(packet),
  });
  return { link, at: departAt, octets, ...(lostAt === undefined ? {} : { comment: lost }) };
}

function hostOf(world: World, id: string): Host {
  const box = world.boxes[id];
  if (box?.kind !== "host") throw new Error(`no host ${id}`);
  return box;
}

function addressOf({ boxes }: Addresses, id: string): Ipv4Address {
  const address = boxes[id];
  if (address === undefined) throw new Error(`no address for ${id}`);
  return address;
}

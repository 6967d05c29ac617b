import type { Act, Due, Duty, ErrandId } from "../../shared/device/act.ts";
import { type Device, type DeviceInput, stepDevice } from "../../shared/device/device.ts";
import type { Host } from "../../shared/device/host.ts";
import type { Outside } from "../../shared/device/outside.ts";
import { initialRouter, type Router } from "../../shared/device/router.ts";
import { namedChance } from "../../shared/lib/chance.ts";
import { instant } from "../../shared/lib/instant.ts";
import { routingTable } from "../../shared/protocol/ip/routing-table.ts";
import { type Ipv4Address, ipv4Address } from "../../shared/wire/ipv4-address.ts";
import type { ActId, IcmpError, Packet, PacketId, Port } from "../../shared/wire/packet.ts";
import { describePacket } from "./describe-packet.ts";

/** The addresses of a small world: two houses and a server room. */
export const addresses = {
  client: ipv4Address(10, 0, 1, 10),
  other: ipv4Address(10, 0, 2, 20),
  server: ipv4Address(10, 0, 3, 80),
  router: ipv4Address(10, 0, 1, 1),
  nowhere: ipv4Address(192, 0, 2, 1),
} as const;

export const port = (number: number): Port => number as Port;

/** A router with a house on the left, one on the right, and the rest of the inside behind `up`. */
export const aRouter = (held: readonly Duty[] = [], beltSlots = 8): Router =>
  initialRouter(
    {
      id: "router",
      address: addresses.router,
      links: ["left", "right", "up"],
      table: routingTable([
        { prefix: { address: ipv4Address(10, 0, 0, 0), length: 16 }, exit: "up" },
        { prefix: { address: ipv4Address(10, 0, 1, 0), length: 24 }, exit: "left" },
        { prefix: { address: ipv4Address(10, 0, 2, 0), length: 24 }, exit: "right" },
      ]),
      ttl: 7,
      pinSlots: 0,
      pinsWorkLoose: false,
    },
    held,
    beltSlots,
  );

/** A played router with two ways to the server room, the shorter one `up`, the detour `round`, and two pins. */
export const aCrossroads = (): Router =>
  initialRouter(
    {
      id: "router",
      address: addresses.router,
      links: ["left", "right", "up", "round"],
      table: routingTable([
        { prefix: { address: ipv4Address(10, 0, 0, 0), length: 16 }, exit: "up" },
        { prefix: { address: ipv4Address(10, 0, 1, 0), length: 24 }, exit: "left" },
        { prefix: { address: ipv4Address(10, 0, 2, 0), length: 24 }, exit: "right" },
        { prefix: { address: ipv4Address(10, 0, 3, 0), length: 24 }, exit: "round", metric: 2 },
        { prefix: { address: ipv4Address(10, 0, 3, 0), length: 24 }, exit: "up" },
      ]),
      ttl: 7,
      pinSlots: 2,
      pinsWorkLoose: false,
    },
    ["forward"],
    8,
  );

/** The rows of the crossroads' table: the last is the one for everything inside. */
export const rows = { left: 0, right: 1, up: 2, round: 3, inside: 4 } as const;

/** A host with nothing on it yet. */
const aHost = (address: Ipv4Address, held: readonly Duty[] = [], beltSlots = 8): Host => ({
  kind: "host",
  id: "host",
  address,
  link: "wire",
  ttl: 7,
  retryMs: 60_000,
  mostSends: 3,
  gate: { held, dues: [], nextDue: 1 },
  belt: { slots: beltSlots, letters: [] },
  ports: { bindings: [] },
  chance: namedChance(1, "host"),
  programs: {},
  asks: [],
  errands: [],
  book: {},
  neighbours: {},
});

/** A server with two programs: `time` listens at 7311, `score` waits for a door. */
export function aServer(held: readonly Duty[] = [], beltSlots = 8): Host {
  const host = aHost(addresses.server, held, beltSlots);
  host.programs["time"] = {
    service: "time",
    question: "time? ",
    answers: ["09:41 "],
    port: port(7311),
  };
  host.programs["score"] = { service: "score", question: "score ", answers: ["saved "] };
  host.ports.bindings.push({ port: port(7311), owner: { kind: "service", service: "time" } });
  return host;
}

/** A client that knows the door of `time`, and of `score` only the address. */
export function aClient(held: readonly Duty[] = [], beltSlots = 8): Host {
  const host = aHost(addresses.client, held, beltSlots);
  host.book["time"] = { address: addresses.server, port: port(7311), asked: false };
  host.book["score"] = { address: addresses.server, asked: false };
  host.neighbours["other"] = addresses.other;
  return host;
}

/** What can be changed about a letter of the small world. */
export type LetterChanges = {
  readonly id?: number;
  readonly cause?: number;
  readonly pins?: readonly number[];
  readonly source?: Ipv4Address;
  readonly destination?: Ipv4Address;
  readonly ttl?: number;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  readonly payload?: string;
};

/** The client's question to the server, or what the changes make of it. */
export function aLetter(changes: LetterChanges = {}): Packet & {
  readonly body: { readonly protocol: "udp" };
} {
  const { id = 1, cause, pins, ttl = 7, payload = "time? #123" } = changes;
  return {
    id: id as PacketId,
    ...(cause === undefined ? {} : { cause: cause as ActId }),
    ...(pins === undefined ? {} : { pins: pins as ActId[] }),
    ip: {
      source: changes.source ?? addresses.client,
      destination: changes.destination ?? addresses.server,
      ttl,
      identification: id,
    },
    body: {
      protocol: "udp",
      sourcePort: port(changes.sourcePort ?? 50_000),
      destinationPort: port(changes.destinationPort ?? 7_311),
      payload,
    },
  };
}

/** An ICMP error that comes to the sender of the letter. */
export const anErrorAbout = (letter: ReturnType<typeof aLetter>, error: IcmpError): Packet => ({
  id: 99 as PacketId,
  ip: {
    source: addresses.server,
    destination: letter.ip.source,
    ttl: 7,
    identification: 99,
  },
  body: { protocol: "icmp", error, about: { ip: letter.ip, body: letter.body } },
});

/** One device by itself: it is told things, and what it does to the outside is read in lines. */
export class OneBox<D extends Device> {
  readonly device: D;
  now = instant(0);
  #deeds: string[] = [];
  #acts = 0;

  constructor(device: D) {
    this.device = device;
  }

  /** Tells the device something; the lines say what it did. */
  tell(input: DeviceInput): readonly string[] {
    this.#deeds = [];
    stepDevice(this.device, input, this.now, this.#outside);
    return this.#deeds;
  }

  arrive(packet: Packet, link = "wire"): readonly string[] {
    return this.tell({ kind: "arrived", packet, link });
  }

  act(act: Act): readonly string[] {
    this.#acts += 1;
    return this.tell({ kind: "acted", act, id: this.#acts as ActId });
  }

  /** Lets the machine's own proposal happen. */
  obey(due = this.dues[0]): readonly string[] {
    if (due === undefined) throw new Error("nothing is due");
    return this.act(due.proposal);
  }

  openErrand(service: string, question: string, id = 1): readonly string[] {
    const errand = { id: id as ErrandId, service, question, patienceUntil: instant(120_000) };
    return this.tell({ kind: "errandOpened", errand });
  }

  get dues(): readonly Due[] {
    return this.device.gate.dues;
  }

  /** What the machine would do now, due by due. */
  get proposals(): readonly Act[] {
    return this.dues.map((due) => due.proposal);
  }

  readonly #outside: Outside = {
    originate: (link, packet, cause) =>
      this.#deeds.push(
        `sends on ${link}: ${describePacket(packet)}${because(cause)}${along(packet.pins)}`,
      ),
    transmit: (link, packet) =>
      this.#deeds.push(
        `passes on ${link}: ${describePacket(packet)}${because(packet.cause)}${along(packet.pins)}`,
      ),
    dropped: (_, reason) => this.#deeds.push(`drops: ${reason}`),
    notice: ({ kind, ...facts }, cause) =>
      this.#deeds.push(`notices: ${[kind, ...Object.values(facts)].join(" ")}${because(cause)}`),
    call: ({ kind, ...facts }, cause) =>
      this.#deeds.push(`calls: ${[kind, ...Object.values(facts)].join(" ")}${because(cause)}`),
  };
}

const because = (cause: ActId | undefined): string =>
  cause === undefined ? "" : `, because of act ${cause}`;

const along = (pins: readonly ActId[] = []): string =>
  pins.length === 0 ? "" : `, along the pins of acts ${pins.join(" ")}`;

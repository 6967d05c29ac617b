import type { DeviceInput } from "../../shared/device/device.ts";
import type { DropReason } from "../../shared/device/outside.ts";
import type { Packet, PacketId } from "../../shared/wire/packet.ts";
import { type Flight, flightsOf, type Watch, type World } from "../../shared/world/world.ts";
import { type Count, must } from "./fuzz-law.ts";

/** Where a letter that has not ended is: on a link, or at a box. */
type Whereabouts =
  | { readonly packet: Packet; readonly flight: Flight }
  | { readonly packet: Packet; readonly box: string };

/** What a box has just got or let end, for the laws about what it may answer. */
type LastSeen = { arrived?: Packet; dropped?: { packet: Packet; reason: DropReason } };

/**
 * The fate of every letter of one world, by a watcher's own book: each is under way, waits on a belt, was delivered or
 * was dropped with a reason, and nothing is ever in two places.
 */
export class FuzzLetters {
  readonly #fates = new Map<PacketId, Whereabouts>();
  readonly #seen = new Map<string, LastSeen>();
  readonly #departed = new Set<PacketId>();
  #highest: number;

  readonly #count: Count;

  constructor(world: World, count: Count) {
    this.#count = count;
    this.#highest = world.nextPacket - 1;
    for (const flight of flightsOf(world)) {
      this.#fates.set(flight.packet.id, { packet: flight.packet, flight });
      this.#departed.add(flight.packet.id);
    }
    for (const { id, belt } of Object.values(world.boxes))
      for (const { packet } of belt.letters) this.#fates.set(packet.id, { packet, box: id });
  }

  readonly watch: Watch = {
    departed: (flight) => this.#depart(flight),
    told: (box, input) => this.#tell(box, input),
    dropped: (box, packet, reason) => this.#drop(box, packet, reason),
    notice: () => undefined,
    call: () => undefined,
  };

  /** Compares the book with the world. */
  check(world: World): void {
    const flights = flightsOf(world);
    for (const flight of flights) {
      const fate = this.#fates.get(flight.packet.id);
      must(
        fate !== undefined && "flight" in fate && isSameFlight(fate.flight, flight),
        "a letter under way has departed",
        flight,
      );
    }
    let waiting = 0;
    for (const { id, belt } of Object.values(world.boxes)) {
      waiting += belt.letters.length;
      for (const { packet } of belt.letters) {
        this.#adopt(id, packet);
        const fate = this.#fates.get(packet.id);
        must(fate !== undefined && "box" in fate && fate.box === id, "what waits arrived", packet);
      }
    }
    this.#forgetLost(world.now);
    must(
      this.#fates.size === flights.length + waiting,
      "every letter is delivered, dropped with a reason, waiting or under way",
      [...this.#fates.keys()],
    );
  }

  /** The first cards of a page that is handed over were there before it: they lie there without having come. */
  #adopt(box: string, packet: Packet): void {
    const isOfBefore = packet.body.protocol === "tcp" && !this.#departed.has(packet.id);
    if (!isOfBefore) return;
    this.#departed.add(packet.id);
    this.#fates.set(packet.id, { packet, box });
  }

  #depart(flight: Flight): void {
    const { packet, from } = flight;
    const fate = this.#fates.get(packet.id);
    if (fate === undefined) this.#checkNew(packet, from);
    else {
      must("box" in fate && fate.box === from, "a letter goes on from where it is", flight);
      checkHop(fate.packet, packet);
    }
    this.#fates.set(packet.id, { packet, flight });
    this.#count(flight.lostAt === undefined ? "hop" : "hop lost");
  }

  #checkNew(packet: Packet, from: string): void {
    must(packet.id > this.#highest, "a letter that has ended never travels again", packet);
    this.#highest = packet.id;
    this.#departed.add(packet.id);
    const { arrived, dropped } = this.#seen.get(from) ?? {};
    must(!answersReset(packet, arrived), "a RST never answers a RST", packet);
    const { body } = packet;
    if (body.protocol !== "icmp") return;
    const isAboutIcmp = (body.about.body.protocol as string) === "icmp";
    must(!isAboutIcmp, "an ICMP error never answers an ICMP error", packet);
    must(
      dropped?.packet.ip.identification === body.about.ip.identification &&
        reported[dropped.reason] === body.error,
      "an ICMP error is about the letter that was just dropped, and says why",
      packet,
    );
  }

  #tell(box: string, input: DeviceInput): void {
    // What a box does by itself or by its seat answers nothing that has just come in.
    if (input.kind !== "arrived") return void this.#seen.delete(box);
    const { packet } = input;
    const fate = this.#fates.get(packet.id);
    must(
      fate !== undefined &&
        "flight" in fate &&
        fate.flight.to === box &&
        fate.flight.lostAt === undefined,
      "what arrives was under way to there, and not lost",
      packet,
    );
    this.#fates.set(packet.id, { packet, box });
    this.#seen.set(box, { arrived: packet });
  }

  #drop(box: string, packet: Packet, reason: DropReason): void {
    // whoever is handed a card may put it in its place at once
    this.#adopt(box, packet);
    const fate = this.#fates.get(packet.id);
    const at = fate && ("box" in fate ? fate.box : fate.flight.to);
    must(at === box, "a letter ends once, and where it is", { box, packet, reason });
    this.#fates.delete(packet.id);
    this.#count(`dropped ${reason}`);
    this.#seen.set(box, { ...this.#seen.get(box), dropped: { packet, reason } });
  }

  /** What a line has lost is under way until it would have arrived; nobody is told then. */
  #forgetLost(now: number): void {
    for (const [id, fate] of this.#fates) {
      if ("box" in fate || fate.flight.lostAt === undefined) continue;
      if (fate.flight.arriveAt <= now) this.#fates.delete(id);
    }
  }
}

/** A hop takes one from the TTL and changes nothing else that travels (RFC 1812 §5.3.1). */
function checkHop(before: Packet, after: Packet): void {
  must(after.ip.ttl === before.ip.ttl - 1, "the TTL falls by one at every hop", after);
  must(after.ip.ttl > 0, "nothing leaves with a TTL of 0", after);
  must(
    after.ip.source === before.ip.source &&
      after.ip.destination === before.ip.destination &&
      after.ip.identification === before.ip.identification &&
      after.body === before.body,
    "a hop changes neither the addresses nor what they carry",
    after,
  );
}

/** What each way to end a letter makes the box say about it. */
const reported: Readonly<Partial<Record<DropReason, string>>> = {
  expired: "timeExceeded",
  noRoute: "netUnreachable",
  closedPort: "portUnreachable",
};

const isSameFlight = (a: Flight, b: Flight): boolean =>
  a.packet.id === b.packet.id && a.link === b.link && a.arriveAt === b.arriveAt;

/** Whether one letter is a RST of the connection that the other one, a RST as well, came on. */
function answersReset({ body }: Packet, arrived: Packet | undefined): boolean {
  if (body.protocol !== "tcp" || arrived?.body.protocol !== "tcp") return false;
  const isBack =
    body.sourcePort === arrived.body.destinationPort &&
    body.destinationPort === arrived.body.sourcePort;
  return isBack && body.flags.includes("rst") && arrived.body.flags.includes("rst");
}

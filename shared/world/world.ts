import type { BoxId, LinkId } from "../device/act.ts";
import { type Device, type DeviceInput, deviceWakeAt, stepDevice } from "../device/device.ts";
import type { Host } from "../device/host.ts";
import type { Call, DropReason, NewPacket, Notice, Outside } from "../device/outside.ts";
import { type Chance, drawPercent, drawWhole } from "../lib/chance.ts";
import { type EventQueue, peek, pop, push, type Timed } from "../lib/event-queue.ts";
import { type Instant, later } from "../lib/instant.ts";
import { longestMatch } from "../protocol/ip/routing-table.ts";
import type { ActId, Packet, PacketId } from "../wire/packet.ts";

/** A line between two boxes. Loss is decided when a letter departs. */
export type Link = {
  readonly id: LinkId;
  readonly a: BoxId;
  readonly b: BoxId;
  delayMs: number;
  lossPercent: number;
  /** How many times slower than its plan says. */
  slow: number;
  /** A letter may take up to this much longer. */
  readonly jitterMs: number;
  up: boolean;
  readonly capacity: number;
  /** Letters under way in both directions; more than the capacity are lost at once. */
  inFlight: number;
  readonly chance: Chance;
};

/** A letter on its way along a link. A lost one travels too, and ends at `lostAt`. */
export type Flight = {
  readonly packet: Packet;
  readonly link: LinkId;
  readonly from: BoxId;
  readonly to: BoxId;
  readonly departAt: Instant;
  readonly arriveAt: Instant;
  readonly lostAt?: Instant;
};

type WorldEvent = Timed & ({ readonly flight: Flight } | { readonly timer: BoxId });

/** Boxes, links and what is under way between them. One holder owns it; `advanceWorld` changes it in place. */
export type World = {
  now: Instant;
  readonly boxes: Record<BoxId, Device>;
  readonly links: Record<LinkId, Link>;
  readonly queue: EventQueue<WorldEvent>;
  /** The instant for which each box already has a timer in the queue. */
  readonly timers: Record<BoxId, Instant>;
  /** Boxes that neither hear nor speak. */
  dead: BoxId[];
  nextEvent: number;
  nextPacket: number;
};

/** What somebody who watches the world is told, while it happens. */
export type Watch = {
  departed(flight: Flight): void;
  /** A box is about to be told something: a letter that arrived, an act, a timer. */
  told(box: BoxId, input: DeviceInput): void;
  dropped(box: BoxId, packet: Packet, reason: DropReason): void;
  notice(box: BoxId, notice: Notice, cause: ActId | undefined, packet: Packet | undefined): void;
  call(box: BoxId, call: Call, cause: ActId | undefined): void;
};

/** Two who watch one world: the second is told everything right after the first. */
export const inTurn = (first: Watch, second: Watch): Watch => ({
  departed(flight) {
    first.departed(flight);
    second.departed(flight);
  },
  told(box, input) {
    first.told(box, input);
    second.told(box, input);
  },
  dropped(box, packet, reason) {
    first.dropped(box, packet, reason);
    second.dropped(box, packet, reason);
  },
  notice(box, notice, cause, packet) {
    first.notice(box, notice, cause, packet);
    second.notice(box, notice, cause, packet);
  },
  call(box, call, cause) {
    first.call(box, call, cause);
    second.call(box, call, cause);
  },
});

/** When the world next has something to do. */
export const worldWakeAt = (world: World): Instant | undefined =>
  peek(world.queue)?.at as Instant | undefined;

/** Does everything that is due up to the instant, in order. */
export function advanceWorld(world: World, to: Instant, watch: Watch): void {
  const around = new Surroundings(world, watch);
  for (
    let next = peek(world.queue);
    next !== undefined && next.at <= to;
    next = peek(world.queue)
  ) {
    pop(world.queue);
    world.now = next.at as Instant;
    if ("flight" in next) land(around, next.flight);
    else wake(around, next.timer);
  }
  world.now = to;
}

/** Tells one box something now. */
export function tellBox(world: World, box: BoxId, input: DeviceInput, watch: Watch): void {
  tell(new Surroundings(world, watch), box, input);
}

/** Lets a packet leave a host that nobody has told to send it: what was under way before the world began. */
export function launch(world: World, from: Host, packet: NewPacket, watch: Watch): void {
  depart(world, from.id, from.link, numbered(world, packet, undefined), watch);
  setTimer(world, from);
}

/** Sends off what is said to be under way already: over its first line it comes for sure, if that is not dead. */
export function launchSafely(world: World, from: Host, packet: NewPacket, watch: Watch): void {
  depart(world, from.id, from.link, numbered(world, packet, undefined), watch, false);
  setTimer(world, from);
}

/** Lets a packet of somebody's arrive over the last line to a host: where it has been until now, nobody knows. */
export function launchTowards(world: World, to: Host, packet: NewPacket, watch: Watch): void {
  const link = world.links[to.link];
  if (link === undefined) return;
  const from = link.a === to.id ? link.b : link.a;
  depart(world, from, to.link, numbered(world, packet, undefined), watch);
}

/** Lets a packet of somebody's come for sure to the last router on its way to a host, over the line by which it is sent there. */
export function launchNear(world: World, to: Host, packet: NewPacket, watch: Watch): void {
  const last = otherEnd(world.links[to.link], to.id);
  for (const router of Object.values(world.boxes)) {
    if (router.kind !== "router" || router.id === last) continue;
    const exit = longestMatch(router.table, to.address)?.exit;
    if (exit === undefined || otherEnd(world.links[exit], router.id) !== last) continue;
    return depart(world, router.id, exit, numbered(world, packet, undefined), watch, false);
  }
}

const otherEnd = (link: Link | undefined, box: BoxId): BoxId | undefined =>
  link?.a === box ? link.b : link?.a;

/** Cuts or mends a line; the boxes at its ends see their lamps. */
export function setLine(world: World, id: LinkId, isUp: boolean, watch: Watch): void {
  const link = world.links[id];
  if (link === undefined) return;
  link.up = isUp;
  for (const box of [link.a, link.b])
    tellBox(world, box, { kind: "lineChanged", link: id, isUp }, watch);
}

/** Lets a box die or live again. Nobody is told: only silence comes back. */
export function setAlive(world: World, box: BoxId, isAlive: boolean): void {
  world.dead = world.dead.filter((other) => other !== box);
  if (!isAlive) world.dead.push(box);
}

/** The letters under way, whether or not they will arrive. */
export function flightsOf({ queue }: World): readonly Flight[] {
  const flights: Flight[] = [];
  for (const event of queue.heap) if ("flight" in event) flights.push(event.flight);
  return flights;
}

function land(around: Surroundings, flight: Flight): void {
  const { world, watch } = around;
  const link = world.links[flight.link];
  if (link !== undefined) link.inFlight -= 1;
  if (flight.lostAt !== undefined) return;
  if (isDead(world, flight.to)) return watch.dropped(flight.to, flight.packet, "dead");
  tell(around, flight.to, { kind: "arrived", packet: flight.packet, link: flight.link });
}

/** A timer may ring for an errand that has ended meanwhile; then only the next one is set. */
function wake(around: Surroundings, box: BoxId): void {
  const { world } = around;
  if (world.timers[box] === world.now) delete world.timers[box];
  const device = world.boxes[box];
  if (device === undefined) return;
  const due = deviceWakeAt(device);
  if (due !== undefined && due <= world.now) tell(around, box, { kind: "timer" });
  else setTimer(world, device);
}

function tell(around: Surroundings, box: BoxId, input: DeviceInput): void {
  const { world, watch } = around;
  const device = world.boxes[box];
  if (device === undefined) throw new Error(`no box ${box}`);
  watch.told(box, input);
  around.box = box;
  stepDevice(device, input, world.now, around);
  setTimer(world, device);
}

function setTimer(world: World, device: Device): void {
  const at = deviceWakeAt(device);
  if (at === undefined) return;
  const set = world.timers[device.id];
  if (set !== undefined && set <= at) return;
  world.timers[device.id] = at;
  push(world.queue, { at, n: world.nextEvent++, timer: device.id });
}

/** What one box after the other reaches of the world while it is told something. */
class Surroundings implements Outside {
  readonly world: World;
  readonly watch: Watch;
  box: BoxId = "";

  constructor(world: World, watch: Watch) {
    this.world = world;
    this.watch = watch;
  }

  originate(link: LinkId, packet: NewPacket, cause: ActId | undefined): void {
    const { world, box, watch } = this;
    if (!isDead(world, box)) depart(world, box, link, numbered(world, packet, cause), watch);
  }

  transmit(link: LinkId, packet: Packet): void {
    const { world, box, watch } = this;
    if (isDead(world, box)) watch.dropped(box, packet, "dead");
    else depart(world, box, link, packet, watch);
  }

  dropped(packet: Packet, reason: DropReason): void {
    this.watch.dropped(this.box, packet, reason);
  }

  notice(notice: Notice, cause: ActId | undefined, packet?: Packet): void {
    this.watch.notice(this.box, notice, cause, packet);
  }

  call(call: Call, cause: ActId | undefined): void {
    this.watch.call(this.box, call, cause);
  }
}

const isDead = ({ dead }: World, box: BoxId): boolean => dead.length > 0 && dead.includes(box);

/** The packet's number is also its IPv4 identification: unique while it lives (RFC 6864 §4.3). */
function numbered(world: World, packet: NewPacket, cause: ActId | undefined): Packet {
  const id = world.nextPacket++ as PacketId;
  const ip = { ...packet.ip, identification: id & 0xffff };
  return cause === undefined ? { ...packet, id, ip } : { ...packet, id, cause, ip };
}

function depart(
  world: World,
  from: BoxId,
  id: LinkId,
  packet: Packet,
  watch: Watch,
  canBeLost = true,
): void {
  const link = world.links[id];
  if (link === undefined) throw new Error(`no link ${id}`);
  const departAt = world.now;
  const late = link.jitterMs === 0 ? 0 : drawWhole(link.chance, 0, link.jitterMs);
  const arriveAt = later(departAt, link.delayMs * link.slow + late);
  const lost =
    !link.up ||
    link.inFlight >= link.capacity ||
    (canBeLost && drawPercent(link.chance, link.lossPercent));
  const whole: Flight = {
    packet,
    link: id,
    from,
    to: link.a === from ? link.b : link.a,
    departAt,
    arriveAt,
  };
  const flight = lost ? { ...whole, lostAt: later(departAt, link.delayMs / 2) } : whole;
  link.inFlight += 1;
  push(world.queue, { at: arriveAt, n: world.nextEvent++, flight });
  watch.departed(flight);
}

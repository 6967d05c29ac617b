import type { Nickname } from "../contract/intent.ts";
import type { Mission } from "../contract/mission.ts";
import { joinNicknames } from "../contract/pair.ts";
import type { Act, BoxId, ServiceId } from "../device/act.ts";
import type { DeviceInput } from "../device/device.ts";
import type { Call, DropReason, Notice } from "../device/outside.ts";
import type { Instant } from "../lib/instant.ts";
import type { Evidence, Match } from "../match/match.ts";
import { scoreOf, starsOf } from "../match/result.ts";
import type { RoutingTable } from "../protocol/ip/routing-table.ts";
import type { ActId, Packet, PacketId } from "../wire/packet.ts";
import type { Addresses } from "../world/topology.ts";
import { type Flight, flightsOf, type Watch } from "../world/world.ts";
import { advance } from "./advance.ts";
import type { Journal } from "./journal.ts";
import { createLesson, type Lesson, type NetworkId, type Onlooker } from "./lesson.ts";
import { receive } from "./receive.ts";

/** Names an errand inside one network: its client and its number there. */
export type ErrandKey = string;

/** A letter on one link. `errand` is the one that it asks, answers or brings news of. */
export type Hop = Flight & { readonly errand?: ErrandKey };

/** What a box was made to do, by a person or by its autopilot. `evidence` is what the judge made of a person's act. */
type ToldAct = {
  readonly id: ActId;
  readonly at: Instant;
  readonly seat: BoxId;
  readonly act: Act;
  readonly errand?: ErrandKey;
  readonly evidence?: Evidence;
};

/** How an errand ended; `givenUp` by the client itself. */
type ErrandEnd = "answered" | "failed" | "givenUp";

/** An errand, from when it lay on the client's desk to when it was answered or given up. */
export type ToldErrand = {
  readonly key: ErrandKey;
  readonly client: BoxId;
  readonly service: ServiceId;
  readonly openedAt: Instant;
  readonly endedAt?: Instant;
  readonly end?: ErrandEnd;
};

/** What else a box did: told its desk something, held up a sign, or let a letter end. */
type ToldEvent = { readonly at: Instant; readonly box: BoxId } & BoxNews;
type BoxNews =
  | { readonly notice: Notice; readonly packet?: PacketId }
  | { readonly call: Call }
  | { readonly dropped: DropReason; readonly packet: PacketId };

/** Everything that happened in one network in one round, in order. All times are play time. */
export type Story = {
  readonly mission: Mission;
  readonly seed: number;
  readonly addresses: Addresses;
  /** What the routers went by; acts name rows of it. */
  readonly tables: Readonly<Record<BoxId, RoutingTable>>;
  /** Who sat where at the end; a box that is not here ran by itself. */
  readonly nicknames: Readonly<Record<BoxId, Nickname>>;
  readonly endedAt: Instant;
  readonly score: number;
  readonly stars: number;
  readonly hops: readonly Hop[];
  readonly acts: readonly ToldAct[];
  readonly errands: readonly ToldErrand[];
  readonly events: readonly ToldEvent[];
};

/** The story of one network in the last round that a journal has played by the instant, or in the round that is named. */
export const storyOf = (
  journal: Journal,
  missions: Readonly<Record<string, Mission>>,
  until: Instant,
  network: NetworkId = "n1",
  round?: number,
): Story | undefined => storiesOf(journal, missions, until, round)[network];

/** The stories of all networks in a round, without a number the last one: a fold over the journal's moves. */
export function storiesOf(
  journal: Journal,
  missions: Readonly<Record<string, Mission>>,
  until: Instant,
  round?: number,
): Readonly<Record<NetworkId, Story>> {
  const lesson = createLesson(journal.options, missions);
  let tellers: readonly Teller[] = [];
  const onlooker: Onlooker = (match) => {
    if (round !== undefined && lesson.round !== round) return undefined;
    const known = tellers.find((teller) => teller.match === match);
    if (known !== undefined) return known.watch;
    const teller = listenTo(match, networkOf(lesson, match));
    tellers = [...tellers.filter((other) => isStillPlayed(lesson, other)), teller];
    return teller.watch;
  };
  for (const move of journal.moves) {
    if (move.at > until || (round !== undefined && lesson.round > round)) break;
    receive(lesson, move, onlooker);
  }
  if (round === undefined || lesson.round <= round) advance(lesson, until, onlooker);
  return Object.fromEntries(tellers.map((one) => [one.network, one.tell(lesson.players)]));
}

const networkOf = (lesson: Lesson, match: Match): NetworkId =>
  Object.entries(lesson.networks).find(([, network]) => network.match === match)?.[0] ?? "";

const isStillPlayed = (lesson: Lesson, { match }: Teller): boolean =>
  networkOf(lesson, match) !== "";

/** Somebody who listens to one match and can tell what happened in it so far. */
type Teller = {
  readonly match: Match;
  readonly network: NetworkId;
  readonly watch: Watch;
  tell(players: Lesson["players"]): Story;
};

/** What has been heard so far, and which errand each letter and act has to do with. */
type Notes = {
  readonly hops: Hop[];
  readonly acts: ToldAct[];
  readonly errands: Map<ErrandKey, ToldErrand>;
  readonly events: ToldEvent[];
  readonly errandOfPacket: Map<PacketId, ErrandKey>;
  /** Letters between two sockets go on when their errand has what it wanted: a connection still has to end. */
  readonly errandOfPair: Map<string, ErrandKey>;
  readonly errandOfAct: Map<ActId, ErrandKey>;
};

function listenTo(match: Match, network: NetworkId): Teller {
  const { world } = match;
  const notes: Notes = {
    hops: [],
    acts: [],
    errands: new Map(),
    events: [],
    errandOfPacket: new Map(),
    errandOfPair: new Map(),
    errandOfAct: new Map(),
  };
  const note = (box: BoxId, news: BoxNews): void => {
    notes.events.push({ at: world.now, box, ...news });
  };
  noteBeginning(match, notes);
  return {
    ...{ match, network },
    watch: {
      departed: (flight) => noteHop(match, notes, flight),
      told: (box, input) => noteInput(match, notes, box, input),
      dropped: (box, { id }, dropped) => note(box, { packet: id, dropped }),
      notice(box, notice, _, packet) {
        note(box, packet === undefined ? { notice } : { packet: packet.id, notice });
        noteEnd(match, notes, box, notice);
      },
      call: (box, call) => note(box, { call }),
    },
    tell: (players) => tell(match, notes, players),
  };
}

/** What was open and under way before anybody could listen. */
function noteBeginning(match: Match, notes: Notes): void {
  for (const box of Object.values(match.world.boxes)) {
    for (const errand of box.kind === "host" ? box.errands : []) {
      noteErrand(notes, box.id, errand, errand.openedAt);
    }
  }
  const underWay = flightsOf(match.world).toSorted((a, b) => a.packet.id - b.packet.id);
  for (const flight of underWay) noteHop(match, notes, flight);
}

function noteErrand(
  notes: Notes,
  client: BoxId,
  { id, service }: { readonly id: number; readonly service: ServiceId },
  openedAt: Instant,
): void {
  const key = keyOf(client, id);
  notes.errands.set(key, { key, client, service, openedAt });
}

function noteHop(match: Match, notes: Notes, flight: Flight): void {
  const { packet } = flight;
  const errand =
    notes.errandOfPacket.get(packet.id) ??
    (packet.cause === undefined ? undefined : notes.errandOfAct.get(packet.cause)) ??
    errandAtSocket(match, packet) ??
    notes.errandOfPair.get(pairOf(packet));
  if (errand !== undefined) {
    notes.errandOfPacket.set(packet.id, errand);
    notes.errandOfPair.set(pairOf(packet), errand);
  }
  notes.hops.push(errand === undefined ? flight : { ...flight, errand });
}

function noteInput(match: Match, notes: Notes, box: BoxId, input: DeviceInput): void {
  const { world } = match;
  if (input.kind === "errandOpened" || input.kind === "errandHandedOver")
    return noteErrand(notes, box, input.errand, world.now);
  if (input.kind !== "acted") return;
  const { id, act } = input;
  const errand = errandOfAct(match, notes, box, act);
  if (errand !== undefined) notes.errandOfAct.set(id, errand);
  const told = { id, at: world.now, seat: box, act };
  notes.acts.push(errand === undefined ? told : { ...told, errand });
}

function noteEnd({ world }: Match, notes: Notes, box: BoxId, notice: Notice): void {
  const end = ends[notice.kind];
  const errand = "errand" in notice ? notes.errands.get(keyOf(box, notice.errand)) : undefined;
  if (end === undefined || errand === undefined) return;
  notes.errands.set(errand.key, { ...errand, endedAt: world.now, end });
}

const ends: Readonly<Partial<Record<Notice["kind"], ErrandEnd>>> = {
  errandAnswered: "answered",
  errandFailed: "failed",
  errandGivenUp: "givenUp",
};

const keyOf = (client: BoxId, errand: number): ErrandKey => `${client}/${errand}`;

function errandOfAct(match: Match, notes: Notes, box: BoxId, act: Act): ErrandKey | undefined {
  if ("errand" in act) return keyOf(box, act.errand);
  if ("packet" in act) return notes.errandOfPacket.get(act.packet);
  if (!("socket" in act)) return undefined;
  const device = match.world.boxes[box];
  const peering =
    device?.kind === "host" ? device.tcp?.endpoint.connections[act.socket] : undefined;
  return peering && errandBetween(match, peering.local, peering.remote);
}

/** A letter that nobody's act has made belongs to the errand whose socket stands at one of its ends. */
function errandAtSocket(match: Match, packet: Packet): ErrandKey | undefined {
  const { ip, body } = quoted(packet);
  const source = { address: ip.source, port: body.sourcePort };
  return errandBetween(match, source, {
    address: ip.destination,
    port: body.destinationPort,
  });
}

type End = { readonly address: number; readonly port: number };

function errandBetween(match: Match, one: End, other: End): ErrandKey | undefined {
  for (const box of Object.values(match.world.boxes)) {
    if (box.kind !== "host") continue;
    const errand = box.errands.find(({ socket }) =>
      [one, other].some(({ address, port }) => address === box.address && port === socket),
    );
    if (errand !== undefined) return keyOf(box.id, errand.id);
  }
  return undefined;
}

/** The two sockets of a letter, whichever way it goes. */
function pairOf(packet: Packet): string {
  const { ip, body } = quoted(packet);
  const ends = [`${ip.source}:${body.sourcePort}`, `${ip.destination}:${body.destinationPort}`];
  return ends.sort().join(" ");
}

/** The letter itself, or the one that an ICMP message is about. */
const quoted = ({ ip, body }: Packet) => (body.protocol === "icmp" ? body.about : { ip, body });

function tell(match: Match, notes: Notes, players: Lesson["players"]): Story {
  const { mission, seed, addresses, now: endedAt } = match;
  const { hops, acts, errands, events } = notes;
  const evidence = new Map(match.evidence.map((one) => [one.act, one]));
  return {
    ...{ mission, seed, addresses, endedAt, score: scoreOf(match), stars: starsOf(match) },
    tables: Object.fromEntries(
      Object.values(match.world.boxes).flatMap((box) =>
        box.kind === "router" ? [[box.id, box.table]] : [],
      ),
    ),
    nicknames: Object.fromEntries(
      Object.values(match.seats).flatMap(({ box, player }) => {
        const found = players[player ?? ""];
        return found === undefined ? [] : [[box, joinNicknames(found.nickname, found.partner)]];
      }),
    ),
    ...{ hops, events },
    acts: acts.map((act) => {
      const found = evidence.get(act.id);
      return found === undefined ? act : { ...act, evidence: found };
    }),
    errands: [...errands.values()],
  };
}

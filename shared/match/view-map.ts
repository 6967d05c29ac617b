import type { PlayerId } from "../contract/intent.ts";
import type { View, ViewRow } from "../contract/view.ts";
import type { BoxId } from "../device/act.ts";
import { remembered } from "../lib/remembered.ts";
import { formatIpv4Address, formatPrefix } from "../wire/ipv4-address.ts";
import { letterKind } from "../wire/segment-kind.ts";
import { type Flight, flightsOf } from "../world/world.ts";
import { handOf, type Match, type Seat, seatOf } from "./match.ts";
import { withYours } from "./shared-tables.ts";
import { lateFlights } from "./trail.ts";

/** The tables that draw a network. */
export type MapTables = Pick<View, "zones" | "boxes" | "links" | "letters" | "asks">;

/** Whose eyes: a seat with its mission's sight, or somebody who sees everything. */
export type Eyes = { readonly seat?: BoxId; readonly seesAll: boolean };

/** What a player is called in the room. */
export type Nicknames = (player: PlayerId) => string;

/** Topology, signs and the letters that these eyes may see. Of the boxes they see what everybody sees of them. */
export function viewMap(match: Match, eyes: Eyes, boxes: View["boxes"]): MapTables {
  return {
    zones: zonesOf(match),
    boxes: withYours(boxes, eyes.seat),
    links: viewLinks(match, eyes),
    letters: viewLetters(match, eyes),
    asks: viewAsks(match),
  };
}

/** A network as the big screen shows it: its letters as they travelled a while ago, and nobody's lamps. */
export function viewLate(match: Match, boxes: View["boxes"]): MapTables {
  const map = viewMap(match, { seesAll: false }, boxes);
  const letters = lateFlights(match).map((flight) => [
    letterId(undefined, flight),
    readFlight(flight),
  ]);
  return { ...map, letters: Object.fromEntries(letters) };
}

/** The same rows, called by their network as well. */
export const inNetwork = (network: string, map: MapTables): MapTables => ({
  zones: called(network, map.zones),
  boxes: called(network, map.boxes),
  links: called(network, map.links),
  letters: called(network, map.letters),
  asks: renamed(network, map.asks, (row) => row),
});

type Rows<R> = Readonly<Record<string, R>>;

/** Tables and rows that stay the same are of one network for good, and called by it once. */
function called<R extends object>(network: string, rows: Rows<R>): Rows<R> {
  const known = calledTables.get(rows) as Rows<R> | undefined;
  if (known !== undefined) return known;
  const table = renamed(network, rows, withNetwork);
  calledTables.set(rows, table);
  return table;
}

function withNetwork<R extends object>(row: R, network: string): R {
  const known = calledRows.get(row) as R | undefined;
  if (known !== undefined) return known;
  const named = { ...row, network };
  calledRows.set(row, named);
  return named;
}

const calledTables = new WeakMap<object, Rows<object>>();
const calledRows = new WeakMap<object, object>();

function renamed<R>(
  network: string,
  rows: Rows<R>,
  change: (row: R, network: string) => R,
): Rows<R> {
  const all: Record<string, R> = {};
  for (const id in rows) all[`${network}/${id}`] = change(rows[id] as R, network);
  return all;
}

const zonesOf = remembered((match: Match): View["zones"] =>
  Object.fromEntries(
    match.mission.zones.map(({ id, ...zone }) => [id, { ...zone, prefix: prefixOf(match, id) }]),
  ),
);

function prefixOf(match: Match, zone: string): string {
  const prefix = match.addresses.zones[zone];
  return prefix === undefined ? "" : formatPrefix(prefix);
}

/** The boxes as somebody sees them who sits at none of them. */
export function viewBoxes(match: Match, seesAll: boolean, nicknames: Nicknames): View["boxes"] {
  const rows: Record<string, ViewRow<"boxes">> = {};
  for (const [id, place] of placesOf(match)) {
    const seat = seatOf(match, id);
    rows[id] = {
      ...place,
      hand: handOf(seat),
      you: false,
      ...(seat.player === undefined ? {} : { nickname: nicknames(seat.player) }),
      ...viewFlag(match, id),
      ...(seesAll ? viewInside(match, id) : {}),
    };
  }
  return rows;
}

/** Where each box stands, and its address. */
const placesOf = remembered(({ mission, addresses }: Match) =>
  mission.boxes.map(({ id, role, zone, x, y }) => {
    const address = addresses.boxes[id];
    const written = address === undefined ? "" : formatIpv4Address(address);
    return [id, { role, x, y, zone, address: written }] as const;
  }),
);

/** What only somebody who sees everything knows of a box. */
function viewInside({ world }: Match, box: BoxId): Partial<ViewRow<"boxes">> {
  const queue = world.boxes[box]?.belt.letters.length ?? 0;
  return { queue, ...(world.dead.includes(box) ? { dead: true } : {}) };
}

function viewFlag(match: Match, box: BoxId): Partial<ViewRow<"boxes">> {
  const flag = match.flags[box];
  if (flag === undefined) return {};
  return {
    flag: flag.flag,
    flagAt: flag.at,
    ...(flag.service === undefined ? {} : { flagService: flag.service }),
    ...(flag.port === undefined ? {} : { flagPort: flag.port }),
  };
}

/** Everybody knows the lines; only their own ends know whether one is up. */
function viewLinks(match: Match, { seat, seesAll }: Eyes): View["links"] {
  if (seesAll) return viewInsideOfLinks(match);
  const rows: Record<string, ViewRow<"links">> = {};
  for (const { id, a, b, seen, lit, dark } of linesOf(match)) {
    const isMine = seat === a || seat === b;
    const ownRow = (match.world.links[id]?.up ?? true) ? lit : dark;
    rows[id] = isMine ? ownRow : seen;
  }
  return rows;
}

/** What only somebody who sees everything knows of the lines. */
function viewInsideOfLinks(match: Match): View["links"] {
  const rows: Record<string, ViewRow<"links">> = {};
  for (const { id, seen } of linesOf(match)) {
    const link = match.world.links[id];
    rows[id] =
      link === undefined ? seen : { ...seen, up: link.up, loss: link.lossPercent, slow: link.slow };
  }
  return rows;
}

/** Each line as it is seen from afar, and by its own ends while it is up and while it is not. */
const linesOf = remembered(({ mission }: Match) =>
  mission.links.map(({ id, a, b, bends }) => {
    const seen = {
      ...{ a, b, bends: bends.map((point) => point.join(",")).join(" ") },
      ...{ mine: false, up: true },
    };
    const lit = { ...seen, mine: true };
    return { id, a, b, seen, lit, dark: { ...lit, up: false } };
  }),
);

function viewLetters(match: Match, eyes: Eyes): View["letters"] {
  const seesAll = eyes.seesAll || match.mission.sight === "open";
  const seat = eyes.seat === undefined ? undefined : seatOf(match, eyes.seat);
  const reads = match.world.boxes[eyes.seat ?? ""]?.kind === "host";
  const seen = reads ? readFlight : closedFlight;
  const rows: Record<string, ViewRow<"letters">> = {};
  for (const flight of flightsOf(match.world)) {
    if (seesAll) rows[letterId(seat, flight)] = wholeFlight(flight);
    else if (isMine(flight, eyes.seat)) rows[letterId(seat, flight)] = seen(flight);
  }
  return rows;
}

/** What I sent travels to the link's end; what comes is drawn only if it will arrive. */
const isMine = (flight: Flight, box: BoxId | undefined): boolean =>
  flight.from === box || (flight.to === box && flight.lostAt === undefined);

/** My own letters have my own numbers: gaps tell nothing. */
function letterId(seat: Seat | undefined, { packet, from, to }: Flight): string {
  const own = seat?.box === from || seat?.box === to ? seat?.letters[packet.id] : undefined;
  return own === undefined ? `x${packet.id}` : String(own);
}

/** A letter on its way, read by its headers alone; nobody at a desk must know whether it arrives. */
const closedFlight = remembered(
  ({ link, from, to, departAt, arriveAt, packet }: Flight): ViewRow<"letters"> => ({
    ...{ kind: packet.body.protocol, link, from, to, departAt, arriveAt },
  }),
);

/** The same letter as its ends see it, who know what a segment says. */
const readFlight = remembered(
  (flight: Flight): ViewRow<"letters"> => ({
    ...closedFlight(flight),
    kind: letterKind(flight.packet),
  }),
);

/** A letter as somebody sees it who is told where it gets lost. */
const wholeFlight = remembered((flight: Flight): ViewRow<"letters"> => {
  const { lostAt } = flight;
  return lostAt === undefined ? readFlight(flight) : { ...readFlight(flight), lostAt };
});

const viewAsks = ({ asks }: Match): View["asks"] =>
  Object.fromEntries(asks.map((ask) => [`${ask.box}/${ask.service}`, ask]));

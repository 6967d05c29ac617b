import type { View, ViewRow } from "../contract/view.ts";
import type { BoxId } from "../device/act.ts";
import { remembered } from "../lib/remembered.ts";
import { formatPrefix } from "../wire/ipv4-address.ts";
import type { Packet } from "../wire/packet.ts";
import { letterKind } from "../wire/segment-kind.ts";
import { type Flight, flightsOf } from "../world/world.ts";
import { type Match, type Seat, seatOf } from "./match.ts";
import { withYours } from "./shared-tables.ts";
import { lateFlights } from "./trail.ts";
import { type Nicknames, viewBoxes } from "./view-boxes.ts";

/** The tables that draw a network. */
export type MapTables = Pick<View, "zones" | "boxes" | "links" | "letters" | "asks">;

/** Whose eyes: a seat with its mission's sight, or somebody who sees everything. */
export type Eyes = { readonly seat?: BoxId; readonly seesAll: boolean };

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

/** A network as somebody sees it who sees everything of every network; boxes and lines change often, and have its name. */
export const viewWhole = (match: Match, network: string, nicknames: Nicknames): MapTables => ({
  zones: called(network, zonesOf(match)),
  boxes: viewBoxes(match, nicknames, network),
  links: viewInsideOfLinks(match, network),
  letters: called(network, viewLetters(match, { seesAll: true })),
  asks: asksIn(network, viewAsks(match)),
});

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
  asks: asksIn(network, map.asks),
});

/** A row of these names its box, which is one of its network's. */
const asksIn = (network: string, asks: View["asks"]): View["asks"] =>
  Object.fromEntries(Object.entries(asks).map(([id, ask]) => [`${network}/${id}`, ask]));

type Rows<R> = Readonly<Record<string, R>>;

/** Tables and rows that stay the same are of one network for good, and called by it once. */
function called<R extends object>(network: string, rows: Rows<R>): Rows<R> {
  const known = calledTables.get(rows) as Rows<R> | undefined;
  if (known !== undefined) return known;
  const table: Record<string, R> = {};
  for (const id in rows) {
    const { name, row } = calledRow(network, id, rows[id] as R);
    table[name] = row;
  }
  calledTables.set(rows, table);
  return table;
}

type Called<R> = { readonly name: string; readonly row: R };

function calledRow<R extends object>(network: string, id: string, row: R): Called<R> {
  const known = calledRows.get(row) as Called<R> | undefined;
  if (known !== undefined) return known;
  const named = { name: `${network}/${id}`, row: { ...row, network } };
  calledRows.set(row, named);
  return named;
}

const calledTables = new WeakMap<object, Rows<object>>();
const calledRows = new WeakMap<object, Called<object>>();

const zonesOf = remembered((match: Match): View["zones"] =>
  Object.fromEntries(
    match.mission.zones.map(({ id, ...zone }) => [id, { ...zone, prefix: prefixOf(match, id) }]),
  ),
);

function prefixOf(match: Match, zone: string): string {
  const prefix = match.addresses.zones[zone];
  return prefix === undefined ? "" : formatPrefix(prefix);
}

/** Everybody knows the lines; only their own ends know whether one is up. */
function viewLinks(match: Match, { seat }: Eyes): View["links"] {
  if (!areAllUp(match)) return linksFrom(match, seat, (id) => isUp(match, id));
  const allUp = allUpOf(match);
  allUp[seat ?? ""] ??= linksFrom(match, seat, () => true);
  return allUp[seat ?? ""] as View["links"];
}

const isUp = ({ world }: Match, id: string): boolean => world.links[id]?.up ?? true;

function areAllUp(match: Match): boolean {
  for (const { id } of linesOf(match)) if (!isUp(match, id)) return false;
  return true;
}

/** What each box sees of the lines while all of them are up, which they mostly are. */
const allUpOf = remembered((_: Match): Record<BoxId, View["links"]> => ({}));

function linksFrom(
  match: Match,
  seat: BoxId | undefined,
  isLit: (id: string) => boolean,
): View["links"] {
  const rows: Record<string, ViewRow<"links">> = {};
  for (const { id, a, b, seen, lit, dark } of linesOf(match)) {
    const isMine = seat === a || seat === b;
    const ownRow = isLit(id) ? lit : dark;
    rows[id] = isMine ? ownRow : seen;
  }
  return rows;
}

/** What only somebody who sees everything knows of the lines: the same table for as long as it says the same. */
function viewInsideOfLinks(match: Match, network: string): View["links"] {
  const known = insidesOfLinks(match);
  let isAsBefore = known.rows.length > 0;
  for (const [index, { id, seen }] of linesOf(match).entries()) {
    const { up, lossPercent: loss, slow } = match.world.links[id] ?? nothingWrong;
    const before = known.rows[index]?.[1];
    if (before?.up === up && before.loss === loss && before.slow === slow) continue;
    isAsBefore = false;
    known.rows[index] = [`${network}/${id}`, { ...seen, network, up, loss, slow }];
  }
  if (!isAsBefore) known.table = Object.fromEntries(known.rows);
  return known.table;
}

type KnownLinks = { readonly rows: [string, ViewRow<"links">][]; table: View["links"] };
const insidesOfLinks = remembered((_: Match): KnownLinks => ({ rows: [], table: {} }));
const nothingWrong = { up: true, lossPercent: 0, slow: 1 };

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
  const isEnd = match.world.boxes[eyes.seat ?? ""]?.kind === "host";
  const rowOf = seesAll ? wholeFlight : isEnd ? readFlight : passingFlight;
  const rows: Record<string, ViewRow<"letters">> = {};
  for (const flight of flightsOf(match.world)) {
    if (seesAll || isMine(flight, eyes.seat)) rows[letterId(seat, flight)] = rowOf(flight);
  }
  return rows;
}

/** What I sent travels to the link's end; what comes is drawn only if it will arrive. */
const isMine = (flight: Flight, box: BoxId | undefined): boolean =>
  flight.from === box || (flight.to === box && flight.lostAt === undefined);

/** My own letters have my own numbers: gaps tell nothing. */
function letterId(seat: Seat | undefined, { packet, from, to }: Flight): string {
  const own = seat?.box === from || seat?.box === to ? seat?.letters[packet.id] : undefined;
  return own === undefined ? strangersId(packet) : String(own);
}

const strangersId = remembered(({ id }: Packet) => `x${id}`);

const flightRow = (
  { link, from, to, departAt, arriveAt }: Flight,
  kind: ViewRow<"letters">["kind"],
): ViewRow<"letters"> => ({ kind, link, from, to, departAt, arriveAt });

/** A letter as those see it who read its headers alone, and must not know whether it arrives. */
const passingFlight = remembered((flight: Flight) =>
  flightRow(flight, flight.packet.body.protocol),
);

/** A letter as one of its ends sees it, who knows what a segment says, but not whether it arrives. */
const readFlight = remembered((flight: Flight) => flightRow(flight, letterKind(flight.packet)));

/** A letter as somebody sees it who is told where it gets lost. */
const wholeFlight = remembered((flight: Flight): ViewRow<"letters"> => {
  const { lostAt } = flight;
  return lostAt === undefined ? readFlight(flight) : { ...readFlight(flight), lostAt };
});

const viewAsks = ({ asks }: Match): View["asks"] => asksOf(asks);

const asksOf = remembered((asks: Match["asks"]): View["asks"] =>
  Object.fromEntries(asks.map((ask) => [`${ask.box}/${ask.service}`, ask])),
);

import type { View, ViewRow } from "../contract/view.ts";
import type { BoxId } from "../device/act.ts";
import { formatIpv4Address, formatPrefix } from "../wire/ipv4-address.ts";
import { letterKind } from "../wire/segment-kind.ts";
import { type Flight, flightsOf } from "../world/world.ts";
import { handOf, type Match, type Seat, seatOf } from "./match.ts";
import { lateFlights } from "./trail.ts";

/** The tables that draw a network. */
export type MapTables = Pick<View, "zones" | "boxes" | "links" | "letters" | "asks">;

/** Whose eyes: a seat with its mission's sight, or somebody who sees everything. */
export type Eyes = { readonly seat?: BoxId; readonly seesAll: boolean };

/** Topology, signs and the letters that these eyes may see. */
export function viewMap(
  match: Match,
  eyes: Eyes,
  nicknames: Readonly<Record<string, string>>,
): MapTables {
  return {
    zones: viewZones(match),
    boxes: viewBoxes(match, eyes, nicknames),
    links: viewLinks(match, eyes),
    letters: viewLetters(match, eyes),
    asks: Object.fromEntries(
      match.asks.map(({ service, box, since }) => [`${box}/${service}`, { service, box, since }]),
    ),
  };
}

/** A network as the big screen shows it: its letters as they travelled a while ago, and nobody's lamps. */
export function viewLate(match: Match, nicknames: Readonly<Record<string, string>>): MapTables {
  const map = viewMap(match, { seesAll: false }, nicknames);
  const letters = lateFlights(match).map((flight) => [
    letterId(undefined, flight),
    viewFlight(flight, { seesAll: false, reads: true }),
  ]);
  return { ...map, letters: Object.fromEntries(letters) };
}

/** The same rows, called by their network as well. */
export function inNetwork(
  network: string,
  { zones, boxes, links, letters, asks }: MapTables,
): MapTables {
  const called = <R extends object>(rows: Readonly<Record<string, R>>) =>
    Object.fromEntries(
      Object.entries(rows).map(([id, row]) => [`${network}/${id}`, { ...row, network }]),
    );
  return {
    zones: called(zones),
    boxes: called(boxes),
    links: called(links),
    letters: called(letters),
    asks: Object.fromEntries(Object.entries(asks).map(([id, row]) => [`${network}/${id}`, row])),
  };
}

function viewZones(match: Match): View["zones"] {
  return Object.fromEntries(
    match.mission.zones.map(({ id, ...zone }) => [id, { ...zone, prefix: prefixOf(match, id) }]),
  );
}

function prefixOf(match: Match, zone: string): string {
  const prefix = match.addresses.zones[zone];
  return prefix === undefined ? "" : formatPrefix(prefix);
}

function viewBoxes(
  match: Match,
  eyes: Eyes,
  nicknames: Readonly<Record<string, string>>,
): View["boxes"] {
  return Object.fromEntries(
    match.mission.boxes.map(({ id, role, zone, x, y }) => {
      const seat = seatOf(match, id);
      const address = match.addresses.boxes[id];
      const row = {
        ...{ role, x, y, zone },
        address: address === undefined ? "" : formatIpv4Address(address),
        hand: handOf(seat),
        you: eyes.seat === id,
        ...(seat.player === undefined ? {} : { nickname: nicknames[seat.player] ?? "" }),
        ...viewFlag(match, id),
        ...(eyes.seesAll ? viewInside(match, id) : {}),
      };
      return [id, row];
    }),
  );
}

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
function viewLinks(match: Match, eyes: Eyes): View["links"] {
  return Object.fromEntries(
    match.mission.links.map(({ id, a, b, bends }) => {
      const mine = eyes.seat === a || eyes.seat === b;
      const isUp = match.world.links[id]?.up ?? true;
      const row = { a, b, bends: bends.map((point) => point.join(",")).join(" "), mine };
      return [id, { ...row, up: isUp || !(mine || eyes.seesAll), ...viewLine(match, id, eyes) }];
    }),
  );
}

function viewLine({ world }: Match, id: string, { seesAll }: Eyes): Partial<ViewRow<"links">> {
  const link = world.links[id];
  return !seesAll || link === undefined ? {} : { loss: link.lossPercent, slow: link.slow };
}

function viewLetters(match: Match, eyes: Eyes): View["letters"] {
  const seesAll = eyes.seesAll || match.mission.sight === "open";
  const seat = eyes.seat === undefined ? undefined : seatOf(match, eyes.seat);
  const reads = seesAll || match.world.boxes[eyes.seat ?? ""]?.kind === "host";
  const rows = flightsOf(match.world).flatMap((flight) => {
    if (!seesAll && !isMine(flight, eyes.seat)) return [];
    return [[letterId(seat, flight), viewFlight(flight, { seesAll, reads })]];
  });
  return Object.fromEntries(rows);
}

/** What I sent travels to the link's end; what comes is drawn only if it will arrive. */
const isMine = (flight: Flight, box: BoxId | undefined): boolean =>
  flight.from === box || (flight.to === box && flight.lostAt === undefined);

/** My own letters have my own numbers: gaps tell nothing. */
function letterId(seat: Seat | undefined, { packet, from, to }: Flight): string {
  const own = seat?.box === from || seat?.box === to ? seat?.letters[packet.id] : undefined;
  return own === undefined ? `x${packet.id}` : String(own);
}

type Reader = { readonly seesAll: boolean; readonly reads: boolean };

/** On its way a letter is read by headers; only its ends, and whoever sees all, know what a segment says. */
function viewFlight(flight: Flight, { seesAll, reads }: Reader): ViewRow<"letters"> {
  const { link, from, to, departAt, arriveAt, lostAt, packet } = flight;
  const kind = reads ? letterKind(packet) : packet.body.protocol;
  const row = { kind, link, from, to, departAt, arriveAt };
  return seesAll && lostAt !== undefined ? { ...row, lostAt } : row;
}

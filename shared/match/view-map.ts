import type { View, ViewRow } from "../contract/view.ts";
import type { BoxId } from "../device/act.ts";
import { formatIpv4Address, formatPrefix } from "../wire/ipv4-address.ts";
import { type Flight, flightsOf } from "../world/world.ts";
import { handOf, type Match, type Seat, seatOf } from "./match.ts";

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
      };
      return [id, row];
    }),
  );
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
      return [id, { ...row, up: isUp || !(mine || eyes.seesAll) }];
    }),
  );
}

function viewLetters(match: Match, eyes: Eyes): View["letters"] {
  const seesAll = eyes.seesAll || match.mission.sight === "open";
  const seat = eyes.seat === undefined ? undefined : seatOf(match, eyes.seat);
  const rows = flightsOf(match.world).flatMap((flight) => {
    if (!seesAll && !isMine(flight, eyes.seat)) return [];
    return [[letterId(seat, flight), viewFlight(flight, seesAll)]];
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

function viewFlight(flight: Flight, seesAll: boolean): ViewRow<"letters"> {
  const { link, from, to, departAt, arriveAt, lostAt, packet } = flight;
  const row = { kind: packet.body.protocol, link, from, to, departAt, arriveAt };
  return seesAll && lostAt !== undefined ? { ...row, lostAt } : row;
}

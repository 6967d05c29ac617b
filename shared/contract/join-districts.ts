import type { BoxId } from "../device/act.ts";
import { unreachable } from "../lib/unreachable.ts";
import { everywhere } from "../world/topology.ts";
import { type DistrictNames, districtNames } from "./district-names.ts";
import { bendsOnSheet, type MapPoint, placeOnSheet } from "./district-sheet.ts";
import { farthestService, longestWay } from "./longest-way.ts";
import type { Mission, MissionEvent, MissionVariant, MissionVisit } from "./mission.ts";
import { districtSize } from "./network-size.ts";

/** The line between the two districts. */
const backboneId = "backbone";

/** What is left of a TTL after the longest way. */
const spareHops = 4;
/** A machine waits for an answer so many round trips long, each with every act at a practised pace. */
const roundTripsToWait = 4;
const practisedMs = 4_000;
/** The other district is one more prefix to pin. */
const morePins = 1;

/**
 * The mission for more people than one district seats: its map twice, joined by a line between the two gateways. Each
 * half grows with half of the people. Whoever asks for something may have to ask the other district.
 */
export function joinDistricts({ backbone, ...mission }: Mission): Mission {
  if (backbone === undefined) return mission;
  const [one, other] = [
    districtNumbered(mission, backbone, 1),
    districtNumbered(mission, backbone, 2),
  ];
  const bends = [...one.bends, ...other.bends.toReversed()];
  const joined: Mission = {
    ...mission,
    zones: [...one.zones, ...other.zones],
    boxes: [...one.boxes, ...other.boxes],
    links: [
      ...one.links,
      { id: backboneId, a: one.gateway, b: other.gateway, bends },
      ...other.links,
    ],
    routes: [...one.routes, ...other.routes],
    services: [...one.services, ...other.services],
    events: [...one.events, ...other.events].toSorted((a, b) => a.at - b.at),
    seeds: [...one.seeds, ...other.seeds],
    ...(mission.visits === undefined ? {} : { visits: [...one.visits, ...other.visits] }),
    ...(mission.variants === undefined ? {} : { variants: mission.variants.map(variantForTwo) }),
    seats: one.seats.flatMap((seat, index) => [seat, other.seats[index] ?? seat]),
    pinSlots: mission.pinSlots === 0 ? 0 : mission.pinSlots + morePins,
  };
  return { ...joined, ...timesFor(mission, joined) };
}

/** Longer ways take more hops and more time; an experiment, which is to show how things fail, waits as briefly as it can. */
function timesFor(
  mission: Mission,
  joined: Mission,
): Pick<Mission, "ttl" | "retryMs" | "patienceMs"> {
  const moreLines = farthestService(joined) - farthestService(mission);
  const moreMs = roundTripMs(mission, moreLines);
  const isHurried = mission.kind === "experiment";
  return {
    ttl: longestWay(joined) + spareHops,
    retryMs: mission.retryMs + moreMs * (isHurried ? 1 : roundTripsToWait),
    patienceMs: mission.patienceMs + (isHurried ? 0 : moreMs * roundTripsToWait),
  };
}

/** There and back over so many lines, with every letter that is passed on by hand at a practised pace. */
function roundTripMs({ hopMs, held, pinSlots }: Mission, lines: number): number {
  const [least, most] = hopMs;
  const isForwardedByHand = held.router.includes("forward") && pinSlots === 0;
  return 2 * lines * ((least + most) / 2 + (isForwardedByHand ? practisedMs : 0));
}

type Backbone = NonNullable<Mission["backbone"]>;

function districtNumbered(mission: Mission, { gateway, bends }: Backbone, district: 1 | 2) {
  const names = districtNames(mission, district);
  const { x = 0, y = 0 } = mission.boxes.find(({ id }) => id === gateway) ?? {};
  const last = placeOnSheet(bends.at(-1) ?? [x, y], district);
  return {
    gateway: names.box(gateway),
    bends: [...bendsOnSheet([[x, y], ...bends], district), ...(bends.length === 0 ? [] : [last])],
    zones: zonesIn(mission, names, district),
    boxes: boxesIn(mission, names, district),
    links: linksIn(mission, names, district),
    routes: routesIn(mission, gateway, names, district),
    services: servicesIn(mission, names, district),
    events: eventsIn(mission, names),
    seeds: seedsIn(mission, names),
    visits: visitsIn(mission, names),
    seats: mission.seats.map(names.box),
  };
}

const zonesIn = ({ zones }: Mission, names: DistrictNames, district: number): Mission["zones"] =>
  zones.map(({ id, x, y, width, height, tint }) => {
    const [side, top] = placeOnSheet([district === 1 ? x : x + width, y], district);
    const [, bottom] = placeOnSheet([x, y + height], district);
    return { id: names.other(id), x: side, y: top, width, height: bottom - top, tint, district };
  });

function boxesIn({ boxes }: Mission, names: DistrictNames, district: number): Mission["boxes"] {
  return boxes.map(({ fromSize, playedFrom, ...box }) => {
    const [x, y] = placeOnSheet([box.x, box.y], district);
    return {
      ...box,
      ...{ id: names.box(box.id), zone: names.other(box.zone), x, y },
      ...(fromSize === undefined ? {} : { fromSize: sizeFor(fromSize, district) }),
      ...(playedFrom === undefined ? {} : { playedFrom: sizeFor(playedFrom, district) }),
    };
  });
}

/** The first district is the larger one where people cannot be halved. */
const sizeFor = (half: number, district: number): number => 2 * half - (district === 1 ? 1 : 0);

function linksIn(
  { boxes, links }: Mission,
  names: DistrictNames,
  district: number,
): Mission["links"] {
  const placeOf = (id: BoxId): MapPoint => {
    const { x = 0, y = 0 } = boxes.find((box) => box.id === id) ?? {};
    return [x, y];
  };
  return links.map(({ id, a, b, bends, ...link }) => ({
    ...link,
    ...{ id: names.link(id), a: names.box(a), b: names.box(b) },
    bends: bendsOnSheet([placeOf(a), ...bends, placeOf(b)], district),
  }));
}

/** Besides its own rows a router has one for the other district: that lies where the gateway's own zone lies. */
function routesIn(
  { boxes, routes }: Mission,
  gateway: BoxId,
  names: DistrictNames,
  district: number,
): Mission["routes"] {
  const home = boxes.find(({ id }) => id === gateway)?.zone;
  const across = `district${3 - district}`;
  const own = routes.map(({ router, to, exit, ...row }) => ({
    ...row,
    ...{ router: names.box(router), exit: names.link(exit) },
    to: to === everywhere ? to : names.other(to),
  }));
  const towards = routes
    .filter(({ router, to }) => to === home && router !== gateway)
    .map(({ router, exit, ...row }) => ({
      ...row,
      ...{ router: names.box(router), exit: names.link(exit), to: across },
    }));
  return [...own, ...towards, { router: names.box(gateway), to: across, exit: backboneId }];
}

/** The programs do the same in both districts, and each answers only what is asked of its own. */
const servicesIn = (
  { services }: Mission,
  names: DistrictNames,
  district: number,
): Mission["services"] =>
  services.map(({ id, box, question, fromSize, ...service }) => ({
    ...service,
    ...(fromSize === undefined ? {} : { fromSize: sizeFor(fromSize, district) }),
    ...{ id: names.other(id), box: names.box(box) },
    question: district === 1 ? question : question.slice(0, -1) + district,
  }));

const eventsIn = ({ events }: Mission, names: DistrictNames): Mission["events"] =>
  events.map((event) => renamed(event, names));

function renamed(event: MissionEvent, names: DistrictNames): MissionEvent {
  switch (event.kind) {
    case "programStops":
      return { ...event, service: names.other(event.service) };
    case "programsSwap": {
      const [one, other] = event.services;
      return { ...event, services: [names.other(one), names.other(other)] };
    }
    case "lineCut":
    case "lineMended":
      return { ...event, link: names.link(event.link) };
    case "boxDies":
    case "boxRevives":
      return { ...event, box: names.box(event.box) };
    case "strayKnock":
      return { ...event, from: names.box(event.from), service: names.other(event.service) };
    default:
      return unreachable(event);
  }
}

const visitsIn = ({ visits = [] }: Mission, names: DistrictNames): readonly MissionVisit[] =>
  visits.map(({ desk, from, to, ...visit }) => ({
    ...visit,
    ...{ desk: names.box(desk), from: names.box(from), to: names.box(to) },
  }));

/** What holds for one district of some size holds for two of it, unless it is said of larger teams: then just as it is said. */
function variantForTwo(variant: MissionVariant): MissionVariant {
  const { from, to, pinSlots, ...changes } = variant;
  if (from > districtSize) return variant;
  return {
    ...{ from: sizeFor(from, 1), to: sizeFor(to, 2), ...changes },
    ...(pinSlots === undefined ? {} : { pinSlots: pinSlots + morePins }),
  };
}

/** What was under way before the round was asked of one's own district. */
function seedsIn({ seeds, services }: Mission, names: DistrictNames): Mission["seeds"] {
  const first = services.find(({ listening }) => listening)?.id;
  return seeds.map(({ client, underWay, service = first }) => ({
    ...{ client: names.box(client), underWay },
    ...(service === undefined ? {} : { service: names.other(service) }),
  }));
}

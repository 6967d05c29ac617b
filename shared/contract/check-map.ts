import { wordLength } from "../device/program.ts";
import { districtRow, everywhere } from "../world/topology.ts";
import { type Fault, firstFault } from "./check-fields.ts";
import { sheetOf } from "./district-sheet.ts";
import type { Mission, MissionEvent, MissionVisit, Role } from "./mission.ts";

type Row<T extends keyof Mission> = Mission[T] extends readonly (infer R)[] ? R : never;
type Found = Fault | undefined;

/** What does not fit together in a mission of the right form: a name that names nothing, a line with a kink. */
export const mapFault = (mission: Mission): Found => firstFault(faults(mission));

function* faults(mission: Mission): Iterable<Found> {
  yield* repeatedNames(mission);
  yield* each(mission.zones, "zones", (zone, path) => sheetFault(mission, zone, path));
  yield* each(mission.boxes, "boxes", (box, path) => sheetFault(mission, box, path));
  yield* each(mission.boxes, "boxes", (box, path) => boxFault(mission, box, path));
  yield* each(mission.links, "links", (link, path) => linkFault(mission, link, path));
  yield* each(mission.routes, "routes", (route, path) => routeFault(mission, route, path));
  yield* mission.boxes.map((box) => lostZone(mission, box));
  yield* each(mission.services, "services", (service, path) =>
    serviceFault(mission, service, path),
  );
  yield* each(mission.events, "events", (event, path) => eventFault(mission, event, path));
  yield* each(mission.seeds, "seeds", (seed, path) => seedFault(mission, seed, path));
  yield* each(mission.visits ?? [], "visits", (visit, path) => visitFault(mission, visit, path));
  yield* each(mission.seats, "seats", (seat, path) => seatFault(mission, seat, path));
  yield* each(mission.boxes, "boxes", ({ id, role, automatic }, path) =>
    automatic === true || mission.held[role].length === 0 || mission.seats.includes(id)
      ? undefined
      : fault(path, "is missing in seats"),
  );
  yield backboneFault(mission);
  yield ascending(mission.hopMs, "hopMs");
  yield ascending(mission.stars, "stars");
}

function* repeatedNames({ held, routes, seats, ...mission }: Mission): Iterable<Found> {
  for (const table of ["zones", "boxes", "links", "services"] as const) {
    yield repeated(
      mission[table].map(({ id }) => id),
      (index) => `${table}[${index}].id`,
    );
  }
  for (const [role, list] of Object.entries(held)) {
    yield repeated(list, (index) => `held.${role}[${index}]`);
  }
  const rows = routes.map(({ router, to, exit }) => `${router} ${to} ${exit}`);
  yield repeated(rows, (index) => `routes[${index}]`);
  yield repeated(seats, (index) => `seats[${index}]`);
}

function boxFault(mission: Mission, { id, role, zone }: Row<"boxes">, path: string): Found {
  const isWellCalled = new RegExp(`^${role}\\d*$`).test(id);
  if (!isWellCalled) return fault(`${path}.id`, "is not its role and a number");
  const lines = mission.links.filter(({ a, b }) => a === id || b === id).length;
  if (lines === 0) return fault(path, "has no link");
  if (lines > 1 && role !== "router") return fault(path, "is no router and has several links");
  return named(mission, "zones", zone, `${path}.zone`);
}

/** Only two districts need the large sheet. */
function sheetFault({ zones }: Mission, { x, y, ...size }: Placed, path: string): Found {
  const sheet = sheetOf(zones);
  if (x > sheet.width) return fault(`${path}.x`, `is not 0 to ${sheet.width}`);
  if (y > sheet.height) return fault(`${path}.y`, `is not 0 to ${sheet.height}`);
  const isOff = x + (size.width ?? 0) > sheet.width || y + (size.height ?? 0) > sheet.height;
  return isOff ? fault(path, "lies beyond the sheet") : undefined;
}

type Placed = {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
};

function linkFault(mission: Mission, { a, b, bends }: Row<"links">, path: string): Found {
  const [from, to] = [a, b].map((id) => mission.boxes.find((box) => box.id === id));
  if (from === undefined) return fault(`${path}.a`, "names no box");
  if (to === undefined) return fault(`${path}.b`, "names no box");
  if (from === to) return fault(path, "leads back to its own box");
  const points: readonly Point[] = [[from.x, from.y], ...bends, [to.x, to.y]];
  const isStraight = points.every((point, i) => isOctilinear(points[i - 1] ?? point, point));
  return isStraight ? undefined : fault(`${path}.bends`, "make a line that is not at 45° or 90°");
}

type Point = readonly [x: number, y: number];

function isOctilinear([x1, y1]: Point, [x2, y2]: Point): boolean {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  return width === 0 || height === 0 || width === height;
}

function routeFault(mission: Mission, { router, to, exit }: Row<"routes">, path: string): Found {
  if (roleOf(mission, router) !== "router") return fault(`${path}.router`, "names no router");
  const link = mission.links.find(({ id }) => id === exit);
  const isMine = link?.a === router || link?.b === router;
  if (!isMine) return fault(`${path}.exit`, "names no link of the router");
  const isWide = to === everywhere || mission.zones.some((zone) => districtRow(zone) === to);
  return isWide ? undefined : named(mission, "zones", to, `${path}.to`);
}

/** Only a router can pass letters on to another district. */
function backboneFault(mission: Mission): Found {
  const { gateway } = mission.backbone ?? {};
  const isSound = gateway === undefined || roleOf(mission, gateway) === "router";
  return isSound ? undefined : fault("backbone.gateway", "names no router");
}

/** A router without a row for some district would have to send its letters back. */
function lostZone({ routes, zones }: Mission, { id, role }: Row<"boxes">): Found {
  if (role !== "router") return undefined;
  const reached = routes.filter(({ router }) => router === id).map(({ to }) => to);
  const lost = zones.find((zone) => {
    const rows = [zone.id, districtRow(zone), everywhere];
    return !rows.some((row) => row !== undefined && reached.includes(row));
  });
  return lost && fault("routes", `leave ${id} without a row for ${lost.id}`);
}

function serviceFault(
  mission: Mission,
  { box, listening, answers }: Row<"services">,
  path: string,
): Found {
  const [first = ""] = answers;
  if (mission.tcp === undefined && first.length !== wordLength)
    return fault(`${path}.answers`, "are longer than a card without tcp");
  if (mission.tcp !== undefined && !listening)
    return fault(`${path}.listening`, "must be true over TCP");
  if (answers.some(({ length }) => length !== first.length))
    return fault(`${path}.answers`, "are not equally long");
  const role = roleOf(mission, box);
  return role === undefined || role === "router"
    ? fault(`${path}.box`, "names no box that runs programs")
    : undefined;
}

function eventFault(mission: Mission, event: MissionEvent, path: string): Found {
  if (event.at >= mission.roundMs) return fault(`${path}.at`, "is after the round");
  const misfit = eventMisfit(mission, event);
  if (misfit !== undefined) return fault(`${path}.kind`, misfit);
  switch (event.kind) {
    case "programStops":
      return named(mission, "services", event.service, `${path}.service`);
    case "programsSwap":
      return firstFault(
        each(event.services, `${path}.services`, (service, at) =>
          named(mission, "services", service, at),
        ),
      );
    case "lineCut":
    case "lineMended":
      return named(mission, "links", event.link, `${path}.link`);
    case "boxDies":
    case "boxRevives":
      return named(mission, "boxes", event.box, `${path}.box`);
    case "strayKnock":
      return (
        named(mission, "boxes", event.from, `${path}.from`) ??
        hostNamed(mission, event.from, `${path}.from`) ??
        named(mission, "services", event.service, `${path}.service`)
      );
  }
}

/** Doors open and close only over UDP; only over TCP somebody can knock. */
function eventMisfit({ tcp }: Mission, { kind }: MissionEvent): string | undefined {
  if (kind === "strayKnock") return tcp === undefined ? "needs tcp" : undefined;
  const movesDoors = kind === "programStops" || kind === "programsSwap";
  return movesDoors && tcp !== undefined ? "cannot happen over TCP" : undefined;
}

const hostNamed = (mission: Mission, box: string, path: string): Found =>
  roleOf(mission, box) === "router" ? fault(path, "names a router") : undefined;

/** What was under way before the round is a datagram. */
function seedFault(mission: Mission, { client, service }: Row<"seeds">, path: string): Found {
  if (roleOf(mission, client) !== "client") return fault(`${path}.client`, "names no client");
  // By hand a handshake takes its time.
  const isByHand = Object.values(mission.held).some((held) => held.includes("handshake"));
  if (isByHand) return fault(path, "cannot be under way where the handshake is held");
  return service === undefined ? undefined : named(mission, "services", service, `${path}.service`);
}

/** Whoever has no errands of their own can come by. */
function visitFault(
  mission: Mission,
  { desk, from, to, isStray }: MissionVisit,
  path: string,
): Found {
  if (isStray && mission.tcp === undefined) return fault(`${path}.isStray`, "needs tcp");
  const visitor = mission.boxes.find(({ id }) => id === from);
  const canAsk = visitor?.automatic === true || (visitor !== undefined && isStray);
  if (!canAsk || visitor.role === "router")
    return fault(`${path}.from`, "names no host that nobody sits at");
  if (!mission.services.some(({ box }) => box === to))
    return fault(`${path}.to`, "names no box that runs programs");
  return named(mission, "boxes", desk, `${path}.desk`);
}

const singular = { boxes: "box", links: "link", services: "service", zones: "zone" } as const;

/** Nothing is wrong where the name stands in that table. */
const named = (
  mission: Mission,
  table: keyof typeof singular,
  name: string,
  path: string,
): Found =>
  mission[table].some(({ id }) => id === name)
    ? undefined
    : fault(path, `names no ${singular[table]}`);

/** A person needs something to do. */
function seatFault(mission: Mission, seat: string, path: string): Found {
  const role = roleOf(mission, seat);
  return role !== undefined && mission.held[role].length === 0
    ? fault(path, "names a box whose role holds no duty")
    : named(mission, "boxes", seat, path);
}

/** Each item with its path: `boxes[3]`. */
const each = <T>(
  items: readonly T[],
  table: string,
  look: (item: T, path: string) => Found,
): readonly Found[] => items.map((item, index) => look(item, `${table}[${index}]`));

function repeated(names: readonly string[], pathOf: (index: number) => string): Found {
  const index = names.findIndex((name, i) => names.indexOf(name) < i);
  return index === -1 ? undefined : fault(pathOf(index), "stands there twice");
}

function ascending(numbers: readonly number[], path: string): Found {
  const falls = numbers.some((number, index) => number < (numbers[index - 1] ?? number));
  return falls ? fault(path, "does not ascend") : undefined;
}

const roleOf = ({ boxes }: Mission, wanted: string): Role | undefined =>
  boxes.find(({ id }) => id === wanted)?.role;

const fault = (path: string, problem: string): Fault => ({ path, problem });

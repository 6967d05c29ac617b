import type { Mission, MissionSeed } from "../contract/mission.ts";
import { missionFor } from "../contract/mission-for.ts";
import type { BoxId, ErrandId } from "../device/act.ts";
import type { Host } from "../device/host.ts";
import { listenAt } from "../device/tcp/listening.ts";
import { namedChance } from "../lib/chance.ts";
import { instant } from "../lib/instant.ts";
import { bind, servicePort } from "../protocol/ports/port-table.ts";
import { buildWorld, drawAddresses } from "../world/topology.ts";
import { tellBox } from "../world/world.ts";
import { watchOf } from "./consequence.ts";
import { drawErrand } from "./draw-errand.ts";
import { handOver } from "./hand-over.ts";
import type { ErrandPlan, Match, Seat } from "./match.ts";
import { plantLetter } from "./plant-letter.ts";
import { plantTalk } from "./plant-talk.ts";

/** What one network's game is made of besides its mission. */
export type MatchOptions = {
  readonly seed: number;
  readonly size: number;
  /** A fixed pace for automatic seats; absent in rooms, where they follow the people. */
  readonly automaticMs?: number;
  readonly actsToEnd?: number;
  readonly idleMs?: number;
  /** Whether what leaves is kept for a screen that shows it late. */
  readonly keepsTrail?: boolean;
};

/** A client's errands open one after the other, so that a round starts with one thing to do. */
const errandStepMs = 4_000;

/** A match at play time 0: programs wait for doors, the first errands are about to open. */
export function createMatch(whole: Mission, options: MatchOptions): Match {
  const { seed } = options;
  const mission = missionFor(whole, options.size);
  const addresses = drawAddresses(mission, seed);
  const match: Match = {
    mission,
    seed,
    addresses,
    world: buildWorld(mission, addresses, seed),
    now: instant(0),
    endsAt: instant(mission.roundMs),
    ...settingsOf(options),
    seats: Object.fromEntries(mission.boxes.map((box) => [box.id, emptySeat(box.id, box.role)])),
    errands: {},
    visitors: {},
    relievedAt: {},
    eventsDone: 0,
    flags: {},
    asks: [],
    acts: [],
    evidence: [],
    tookMs: {},
    answered: 0,
    failed: 0,
    isClosing: false,
    timeline: [],
    points: 0,
    teamPoints: 0,
    waste: 0,
  };
  installServices(match);
  for (const { id, role, automatic } of mission.boxes) {
    if (role === "client" && automatic !== true) furnishClient(match, id);
  }
  for (const seed of mission.seeds) if (match.errands[seed.client]) plantSeed(match, seed);
  return match;
}

function settingsOf({ actsToEnd, idleMs, automaticMs, keepsTrail }: MatchOptions) {
  return {
    autopilot: automaticMs === undefined ? {} : { fixedMs: automaticMs },
    ...(actsToEnd === undefined ? {} : { actsToEnd }),
    ...(idleMs === undefined ? {} : { idleMs }),
    ...(keepsTrail === true ? { trail: [] } : {}),
  };
}

const emptySeat = (box: BoxId, role: Seat["role"]): Seat => ({
  box,
  role,
  away: false,
  assistance: "standard",
  practised: {},
  missesInARow: 0,
  hinted: false,
  doneMeanwhile: 0,
  lastActAt: instant(0),
  lastHandAt: instant(0),
  recentActs: [],
  letters: {},
  nextLetter: 1,
  happenings: [],
  nextHappening: 1,
  hidden: [],
});

/** Programs that listen already got their door before the round; the others ask for one. */
function installServices(match: Match): void {
  for (const { id: service, box, question, answers, listening } of match.mission.services) {
    const host = hostOf(match, box);
    host.programs[service] = { service, question, answers };
    if (!listening) {
      tellBox(match.world, box, { kind: "programStarts", service }, watchOf(match));
      continue;
    }
    const port = servicePort(host.ports, host.chance);
    bind(host.ports, port, { kind: "service", service });
    if (host.tcp !== undefined) listenAt(host, port, match.now);
    host.programs[service] = { service, question, answers, port };
  }
}

/** The client's address book knows every service's address, the doors that are known, and the other clients. */
function furnishClient(match: Match, box: BoxId): void {
  const host = hostOf(match, box);
  for (const service of match.mission.services) {
    if (service.box === box) continue;
    const server = hostOf(match, service.box);
    const port = server.programs[service.id]?.port;
    const { address } = server;
    host.book[service.id] = { address, asked: false, ...(port === undefined ? {} : { port }) };
  }
  for (const other of match.mission.boxes) {
    if (other.role !== "client" || other.id === box) continue;
    host.neighbours[other.id] = hostOf(match, other.id).address;
  }
  const opensAt = Array.from({ length: match.mission.openErrands[0] }, (_, i) =>
    instant(errandStepMs * i),
  );
  match.errands[box] = {
    chance: namedChance(match.seed, `errands ${box}`),
    nextId: 1 as ErrandId,
    more: 0,
    openedAt: instant(0),
    opensAt,
  };
}

/** An errand of before: it takes one of the client's places, and its letter is on the way. */
function plantSeed(match: Match, { client, underWay, service: wanted }: MissionSeed): void {
  const { mission } = match;
  const plan = match.errands[client];
  const service =
    mission.services.find(({ id }) => id === wanted) ??
    mission.services.find(({ listening }) => listening);
  if (plan === undefined || service === undefined) return;
  const asker = hostOf(match, client);
  takePlace(match, plan, asker);
  const server = hostOf(match, service.box);
  if (asker.tcp !== undefined) {
    const errand = drawErrand(match, plan, service, asker.errands);
    if (underWay === "nothing") {
      return tellBox(match.world, asker.id, { kind: "errandOpened", errand }, watchOf(match));
    }
    const page = underWay === "answer" ? { arrived: 1, nearby: 1 } : {};
    return plantTalk(match, [asker, server], errand, page, watchOf(match));
  }
  const errand = drawErrand(match, plan, service, asker.errands);
  const isLost = underWay === "nothing";
  handOver(match, asker, errand, isLost ? ringAfterMs : mission.retryMs, watchOf(match));
  if (!isLost) plantLetter(match, [asker, server], errand, underWay, watchOf(match));
}

/**
 * Where more can be open than there are at first, one is always left that is still to be begun; where none are, the first
 * is for good.
 */
function takePlace({ mission }: Match, plan: ErrandPlan, { errands }: Host): void {
  const [least, most] = mission.openErrands;
  const isBesides = least === 0 ? errands.length > 0 : plan.opensAt.length === 1;
  if (isBesides && plan.more < most - least) plan.more += 1;
  else plan.opensAt.pop();
}

/** The round begins with somebody to be missed. */
const ringAfterMs = 2_000;

function hostOf(match: Match, box: BoxId): Host {
  const device = match.world.boxes[box];
  if (device?.kind !== "host") throw new Error(`${box} is no host`);
  return device;
}

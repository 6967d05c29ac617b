import type { BoxId } from "../../shared/device/act.ts";
import type { Host } from "../../shared/device/host.ts";
import { type Instant, later } from "../../shared/lib/instant.ts";
import { watchOf } from "../../shared/match/consequence.ts";
import { createMatch } from "../../shared/match/create-match.ts";
import { drawErrand } from "../../shared/match/draw-errand.ts";
import { type Match, seatOf } from "../../shared/match/match.ts";
import { performAct } from "../../shared/match/perform-act.ts";
import { advanceWorld, flightsOf, tellBox, type Watch } from "../../shared/world/world.ts";
import { type ChainSize, chainOf } from "./chain-of-routers.ts";

const client: BoxId = "client";

/** How long the world runs before somebody looks whether the client has something to do. */
const lookEveryMs = 5_000;

/** So many windows grow from their first cards to the widest in slow start. */
const roundTripsToGrow = 12;

/** Page after page over TCP along a chain, while the match watches and judges as it does in a round. */
export class Stream {
  readonly match: Match;
  private readonly host: Host;
  private readonly watch: Watch;
  private readonly counter: Watch;
  private hops = 0;

  /** A stream whose window is as wide as it gets. */
  constructor(size: ChainSize) {
    const mission = chainOf(size);
    this.match = createMatch(mission, { seed: 1, size: size.nodes });
    this.host = hostOf(this.match);
    seatOf(this.match, client).player = "p1";
    this.counter = { ...silent, departed: () => this.count() };
    this.watch = watchOf(this.match, this.counter);
    this.runUntil(later(this.match.now, roundTripsToGrow * 2 * size.nodes * mission.hopMs[1]));
  }

  /** Lets at least so many hops happen; how many it were. */
  run(hops: number): number {
    const before = this.hops;
    while (this.hops < before + hops) this.look();
    return this.hops - before;
  }

  /** How many letters are under way. */
  underWay(): number {
    return flightsOf(this.match.world).length;
  }

  private runUntil(to: Instant): void {
    while (this.match.now < to) this.look();
  }

  private count(): void {
    this.hops += 1;
  }

  private look(): void {
    const { match, host, watch } = this;
    match.now = later(match.now, lookEveryMs);
    advanceWorld(match.world, match.now, watch);
    if (host.errands.length === 0) openErrand(match, host, watch);
    for (const { proposal } of [...host.gate.dues])
      performAct(match, client, proposal, this.counter);
  }
}

const silent: Watch = {
  departed: () => undefined,
  told: () => undefined,
  dropped: () => undefined,
  notice: () => undefined,
  call: () => undefined,
};

function hostOf(match: Match): Host {
  const box = match.world.boxes[client];
  if (box?.kind !== "host") throw new Error("the chain begins at a host");
  return box;
}

function openErrand(match: Match, host: Host, watch: Watch): void {
  const plan = match.errands[client];
  const [service] = match.mission.services;
  if (plan === undefined || service === undefined) throw new Error("there is nothing to ask for");
  const errand = drawErrand(match, plan, service, host.errands);
  tellBox(match.world, client, { kind: "errandOpened", errand }, watch);
}

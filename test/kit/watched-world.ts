import fc from "fast-check";
import { missions } from "../../assets/missions/missions.ts";
import type { Due, ErrandId } from "../../shared/device/act.ts";
import type { DropReason } from "../../shared/device/outside.ts";
import { type Chance, drawOne, drawWhole, namedChance } from "../../shared/lib/chance.ts";
import { later } from "../../shared/lib/instant.ts";
import { watchOf } from "../../shared/match/consequence.ts";
import { createMatch } from "../../shared/match/create-match.ts";
import type { Match } from "../../shared/match/match.ts";
import { mistake } from "../../shared/match/mistake.ts";
import type { ActId, PacketId } from "../../shared/wire/packet.ts";
import {
  advanceWorld,
  type Flight,
  tellBox,
  type Watch,
  type World,
} from "../../shared/world/world.ts";

/** What somebody does to a world: waits, then acts at one of its desks, rightly or not. */
export type WorldDeed = {
  readonly waitMs: number;
  readonly pick: number;
  readonly isWrong: boolean;
};

/** Any deed; some wait until timers run out. */
export const aDeed: fc.Arbitrary<WorldDeed> = fc.record({
  waitMs: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constantFrom(5_000, 61_000)),
  pick: fc.nat(1_000),
  isWrong: fc.boolean(),
});

/** A world of the first mission in which every departure and every end of a letter is written down. */
export class WatchedWorld {
  readonly match: Match;
  readonly flights = new Map<PacketId, Flight[]>();
  readonly ends = new Map<PacketId, DropReason[]>();
  readonly #chance: Chance;
  #errands = 100;
  #acts = 0;

  constructor(seed: number, size: number, lossPercent = 0) {
    const mission = missions["address-and-door-1"];
    if (mission === undefined) throw new Error("the first mission is gone");
    this.match = createMatch({ ...mission, seeds: [] }, { seed, size });
    for (const link of Object.values(this.world.links)) link.lossPercent = lossPercent;
    this.#chance = namedChance(seed, "deeds");
  }

  get world(): World {
    return this.match.world;
  }

  get dues(): readonly (readonly [box: string, due: Due])[] {
    return Object.values(this.world.boxes).flatMap(({ id, gate }) =>
      gate.dues.map((due) => [id, due] as const),
    );
  }

  wait(ms: number): void {
    advanceWorld(this.world, later(this.world.now, ms), this.#watch);
  }

  /** Waits, opens an errand now and then, and does something about one of the dues. */
  do({ waitMs, pick, isWrong }: WorldDeed): void {
    this.wait(waitMs);
    if (pick % 5 === 0) this.openErrand();
    const chosen = this.dues[pick % Math.max(1, this.dues.length)];
    if (chosen === undefined) return;
    const [box, due] = chosen;
    const wrong = isWrong ? mistake(this.world, box, due, this.#chance) : undefined;
    this.act(box, wrong ?? due.proposal);
  }

  act(box: string, act: Due["proposal"]): void {
    this.#acts += 1;
    tellBox(this.world, box, { kind: "acted", act, id: this.#acts as ActId }, this.#watch);
  }

  openErrand(): void {
    const client = drawOne(this.#chance, Object.keys(this.match.errands));
    const service = drawOne(this.#chance, this.match.mission.services);
    const errand = {
      id: this.#errands++ as ErrandId,
      service: service.id,
      question: `${service.question}#${drawWhole(this.#chance, 100, 999)}`,
      patienceUntil: later(this.world.now, 90_000),
    };
    tellBox(this.world, client, { kind: "errandOpened", errand }, this.#watch);
  }

  readonly #watch: Watch = {
    departed: (flight) => {
      watchOf(this.match).departed(flight);
      const { id } = flight.packet;
      this.flights.set(id, [...(this.flights.get(id) ?? []), flight]);
    },
    arrived: () => undefined,
    dropped: (_, packet, reason) => {
      this.ends.set(packet.id, [...(this.ends.get(packet.id) ?? []), reason]);
    },
    notice: () => undefined,
    call: (box, call, cause) => watchOf(this.match).call(box, call, cause),
  };
}

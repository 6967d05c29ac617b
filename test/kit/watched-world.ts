import fc from "fast-check";
import { addressAndDoor1 } from "../../assets/missions/address-and-door-1.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import type { Due, ErrandId } from "../../shared/device/act.ts";
import type { DropReason } from "../../shared/device/outside.ts";
import { straySyn } from "../../shared/device/tcp/stray-syn.ts";
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
  launchTowards,
  setAlive,
  setLine,
  tellBox,
  type Watch,
  type World,
} from "../../shared/world/world.ts";

/** What somebody does to a world: waits, then acts at one of its desks, rightly or not. */
export type WorldDeed = {
  readonly waitMs: number;
  readonly pick: number;
  readonly isWrong: boolean;
  /** What befalls a line, a box or, where one can knock, a server before the act. */
  readonly fault?: (typeof faults)[number];
};

const faults = ["cut", "mended", "dies", "revives", "knock"] as const;

/** Any deed; some wait until timers run out. */
export const aDeed: fc.Arbitrary<WorldDeed> = fc.record({
  waitMs: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constantFrom(5_000, 61_000)),
  pick: fc.nat(1_000),
  isWrong: fc.boolean(),
});

/** Any deed; now and then a line is cut or mended, a box dies or lives again, and somebody knocks whom nobody knows. */
export const aDeedAmongFaults: fc.Arbitrary<WorldDeed> = fc
  .tuple(aDeed, fc.option(fc.constantFrom(...faults), { freq: 12 }))
  .map(([deed, fault]) => (fault === null ? deed : { ...deed, fault }));

/** A mission's world in which every departure and every end of a letter is written down. */
export class WatchedWorld {
  readonly match: Match;
  readonly flights = new Map<PacketId, Flight[]>();
  readonly ends = new Map<PacketId, DropReason[]>();
  readonly #chance: Chance;
  readonly #watch: Watch;
  #errands = 100;
  #acts = 0;

  constructor(seed: number, size: number, mission: Mission = addressAndDoor1) {
    this.match = createMatch({ ...mission, seeds: [] }, { seed, size });
    this.#chance = namedChance(seed, "deeds");
    this.#watch = watchOf(this.match, this.#onlooker);
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
  do({ waitMs, pick, isWrong, fault }: WorldDeed): void {
    this.wait(waitMs);
    if (fault !== undefined) this.befall(fault, pick);
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

  /** Cuts, mends, kills or revives whatever the number picks, or knocks there. */
  befall(fault: NonNullable<WorldDeed["fault"]>, pick: number): void {
    if (fault === "knock") return this.knock(pick);
    const pickOf = (names: readonly string[]) => names[pick % names.length] ?? "";
    const link = pickOf(Object.keys(this.world.links));
    const box = pickOf(Object.keys(this.world.boxes));
    if (fault === "cut" || fault === "mended")
      setLine(this.world, link, fault === "mended", this.#watch);
    else setAlive(this.world, box, fault === "revives");
  }

  /** A SYN from nowhere comes to a server, over TCP. */
  knock(pick: number): void {
    const { services, tcp } = this.match.mission;
    const service = services[pick % services.length];
    const server = this.world.boxes[service?.box ?? ""];
    const from = this.world.boxes[Object.keys(this.match.errands)[0] ?? ""];
    if (tcp === undefined || server?.kind !== "host" || from?.kind !== "host") return;
    const port = server.programs[service?.id ?? ""]?.port;
    if (port !== undefined)
      launchTowards(this.world, server, straySyn(from, server, port), this.#watch);
  }

  openErrand(): void {
    const client = drawOne(this.#chance, Object.keys(this.match.errands));
    const others = this.match.mission.services.filter(({ box }) => box !== client);
    const service = drawOne(this.#chance, others);
    const errand = {
      id: this.#errands++ as ErrandId,
      service: service.id,
      question: `${service.question}#${drawWhole(this.#chance, 100, 999)}`,
      ...(this.match.mission.tcp === undefined ? {} : { pages: service.answers }),
      patienceUntil: later(this.world.now, 200_000),
    };
    tellBox(this.world, client, { kind: "errandOpened", errand }, this.#watch);
  }

  readonly #onlooker: Watch = {
    departed: (flight) => {
      const { id } = flight.packet;
      this.flights.set(id, [...(this.flights.get(id) ?? []), flight]);
    },
    told: () => undefined,
    dropped: (_, packet, reason) => {
      this.ends.set(packet.id, [...(this.ends.get(packet.id) ?? []), reason]);
    },
    notice: () => undefined,
    call: () => undefined,
  };
}

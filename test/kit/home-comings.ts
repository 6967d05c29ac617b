import type { Instant } from "../../shared/lib/instant.ts";
import type { Evidence, Match } from "../../shared/match/match.ts";
import { type Flight, flightsOf } from "../../shared/world/world.ts";

/** The act and all that it descends from, read off the match's own records. */
export function lineageOf(match: Match, act: number): readonly number[] {
  const parents = match.acts[act - 1]?.parents ?? [];
  return [act, ...parents.flatMap((parent) => lineageOf(match, parent))];
}

/** Looks over a match's shoulder: when did a descendant of each act first come in at the desk that did it? */
export class HomeComings {
  readonly #homes = new Map<string, Instant>();
  readonly #noted = new Set<Flight>();

  /** To be called at least once while each letter is under way. */
  note(match: Match): void {
    const fresh = flightsOf(match.world).filter((flight) => !this.#noted.has(flight));
    for (const flight of fresh) {
      this.#noted.add(flight);
      if (flight.lostAt === undefined) this.#noteArrival(match, flight);
    }
  }

  /** When the act first came home, as far as play has come. */
  of({ seat, act }: Evidence, now: Instant): Instant | undefined {
    const at = this.#homes.get(`${seat} ${act}`);
    return at !== undefined && at <= now ? at : undefined;
  }

  #noteArrival(match: Match, { packet, to, arriveAt }: Flight): void {
    const causes = [...(packet.cause === undefined ? [] : [packet.cause]), ...(packet.pins ?? [])];
    const family = causes.flatMap((cause) => lineageOf(match, cause));
    for (const act of new Set(family)) {
      const before = this.#homes.get(`${to} ${act}`);
      if (before === undefined || arriveAt < before) this.#homes.set(`${to} ${act}`, arriveAt);
    }
  }
}

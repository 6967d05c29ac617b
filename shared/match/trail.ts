import type { Instant } from "../lib/instant.ts";
import type { Flight } from "../world/world.ts";
import type { Match } from "./match.ts";

/** The big screen shows letters so much later than they travel. */
const screenDelayMs = 20_000;
/** A letter is not longer under way than this. */
const longestFlightMs = 10_000;

/** Keeps what leaves for as long as a late screen may show it. */
export function keepTrail({ trail, world }: Match, flight: Flight): void {
  if (trail === undefined) return;
  trail.push(flight);
  const over = world.now - screenDelayMs - longestFlightMs;
  let gone = 0;
  while ((trail[gone]?.departAt ?? Number.POSITIVE_INFINITY) < over) gone += 1;
  if (gone > 0) trail.splice(0, gone);
}

/** The letters that were under way then, as if they travelled now. */
export const lateFlights = ({ trail = [], now }: Match): readonly Flight[] =>
  trail
    .filter(
      ({ departAt, arriveAt }) => departAt <= now - screenDelayMs && arriveAt > now - screenDelayMs,
    )
    .map((flight) => ({
      ...flight,
      departAt: (flight.departAt + screenDelayMs) as Instant,
      arriveAt: (flight.arriveAt + screenDelayMs) as Instant,
      ...(flight.lostAt === undefined
        ? {}
        : { lostAt: (flight.lostAt + screenDelayMs) as Instant }),
    }));

import type { Instant } from "../lib/instant.ts";
import { matchWakeAt } from "../match/advance-match.ts";
import { lessonTimeAt, type Network } from "./lesson.ts";

/** Comes after every instant. */
const never = Number.POSITIVE_INFINITY as Instant;

/**
 * When each network next has something to do by itself, in lesson time. It is worked out once until something happens in
 * the network; whoever changes a network of a lesson forgets what was worked out.
 */
export class NetworkWakes {
  readonly #known = new Map<Network, Instant>();

  of(network: Network): Instant {
    const known = this.#known.get(network);
    if (known !== undefined) return known;
    const play = matchWakeAt(network.match);
    const at = play === undefined ? never : lessonTimeAt(network, play);
    this.#known.set(network, at);
    return at;
  }

  forget(network: Network): void {
    this.#known.delete(network);
  }

  forgetAll(): void {
    this.#known.clear();
  }
}

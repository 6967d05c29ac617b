import type { Instant } from "../lib/instant.ts";
import { matchWakeAt } from "../match/advance-match.ts";
import { lessonTimeAt, type Network } from "./lesson.ts";

/** Comes after every instant. */
const never = Number.POSITIVE_INFINITY as Instant;

type Wake = { readonly play: Instant | undefined; readonly at: Instant };

/**
 * When each network next has something to do by itself, in lesson time. It is worked out once until something happens in
 * the network; whoever changes a network of a lesson forgets what was worked out.
 */
export class NetworkWakes {
  readonly #known = new Map<Network, Wake>();

  /** In lesson time; infinite where nothing more happens by itself. */
  of(network: Network): Instant {
    return this.#wake(network).at;
  }

  /** In the network's own play time. */
  playOf(network: Network): Instant | undefined {
    return this.#wake(network).play;
  }

  /** The network has just told when it wakes next. */
  learn(network: Network, play: Instant | undefined): Wake {
    const wake = { play, at: play === undefined ? never : lessonTimeAt(network, play) };
    this.#known.set(network, wake);
    return wake;
  }

  #wake(network: Network): Wake {
    return this.#known.get(network) ?? this.learn(network, matchWakeAt(network.match));
  }

  forget(network: Network): void {
    this.#known.delete(network);
  }

  forgetAll(): void {
    this.#known.clear();
  }
}

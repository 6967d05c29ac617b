import type { Act } from "../../shared/device/act.ts";
import { type Instant, later } from "../../shared/lib/instant.ts";
import type { Place, Script } from "../kit/scripted-class.ts";

/** Whatever can be said again without a letter in the hand. */
const repeatable: readonly Act["kind"][] = [
  "sendDatagram",
  "askDoor",
  "tellDoor",
  "sendSegment",
  "sendCard",
];

/** A script that does everything three times, to be on the safe side. */
export class Thrice implements Script {
  readonly #script: Script;
  readonly #pauseMs: number;
  #again: readonly { readonly at: Instant; readonly act: Act }[] = [];

  constructor(script: Script, pauseMs: number) {
    this.#script = script;
    this.#pauseMs = pauseMs;
  }

  nextAt(place: Place): Instant | undefined {
    const next = this.#script.nextAt(place);
    const again = this.#again[0]?.at;
    return next === undefined || (again !== undefined && again < next) ? again : next;
  }

  act(place: Place): Act | undefined {
    const { now } = place.match;
    const [again, ...rest] = this.#again;
    if (again !== undefined && again.at <= now) {
      this.#again = rest;
      return again.act;
    }
    const act = this.#script.act(place);
    if (act !== undefined && repeatable.includes(act.kind)) {
      const copies = [1, 2].map((n) => ({
        at: later(now, n * this.#pauseMs),
        act: withoutLetter(act),
      }));
      this.#again = [...this.#again, ...copies].sort((a, b) => a.at - b.at);
    }
    return act;
  }
}

/** The letter that was answered is gone; what was answered can be said again. */
export function withoutLetter(act: Act): Act {
  if (act.kind !== "sendSegment") return act;
  const { answers: _, ...again } = act;
  return again;
}

import type { Act } from "../../shared/device/act.ts";
import { type Instant, later } from "../../shared/lib/instant.ts";
import type { Place, Script } from "../kit/scripted-class.ts";

/** Well before anybody is taken to have left. */
const everyMs = 30_000;

/** A script that, whenever it has long had nothing to do, asks the others to send again. */
export class Waving implements Script {
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  nextAt(place: Place): Instant | undefined {
    const next = this.#script.nextAt(place);
    const wave = waveAt(place);
    return next === undefined || wave < next ? wave : next;
  }

  act(place: Place): Act | undefined {
    return this.#script.act(place) ?? wave(place);
  }
}

const waveAt = ({ seat }: Place): Instant => later(seat.lastActAt, everyMs);

const wave = (place: Place): Act | undefined =>
  waveAt(place) <= place.match.now ? { kind: "raiseFlag", flag: "again" } : undefined;

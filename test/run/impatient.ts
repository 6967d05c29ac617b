import type { Act } from "../../shared/device/act.ts";
import { letterFor } from "../../shared/device/errand.ts";
import type { Errand, Host } from "../../shared/device/host.ts";
import { type Instant, later } from "../../shared/lib/instant.ts";
import type { Place, Script } from "../kit/scripted-class.ts";

/** So often every letter leaves before anybody could have answered it. */
const copies = 3;

/** A script that sends again at once what its machine has just sent, to be on the safe side. */
export class Impatient implements Script {
  readonly #script: Script;
  readonly #pauseMs: number;
  #freeAt = 0 as Instant;

  constructor(script: Script, pauseMs: number) {
    this.#script = script;
    this.#pauseMs = pauseMs;
  }

  nextAt(place: Place): Instant | undefined {
    const next = this.#script.nextAt(place);
    if (hurryOf(place) === undefined) return next;
    const again = Math.max(this.#freeAt, place.match.now) as Instant;
    return next === undefined || again < next ? again : next;
  }

  act(place: Place): Act | undefined {
    const { now } = place.match;
    const [host, errand] = hurryOf(place) ?? [];
    if (host === undefined || errand === undefined || now < this.#freeAt) {
      return this.#script.act(place);
    }
    this.#freeAt = later(now, this.#pauseMs);
    return letterFor(host, errand);
  }
}

/** An errand whose letter is on its way, but has not left often enough to feel safe. */
function hurryOf({ match, seat }: Place): readonly [Host, Errand] | undefined {
  const host = match.world.boxes[seat.box];
  if (host?.kind !== "host") return undefined;
  const errand = host.errands.find(({ state, sends }) => state === "sent" && sends < copies);
  return errand === undefined ? undefined : [host, errand];
}

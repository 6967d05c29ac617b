import type { Act } from "../../shared/device/act.ts";
import { type Instant, later } from "../../shared/lib/instant.ts";
import type { Place, Script } from "../kit/scripted-class.ts";

/** What somebody would do on their own account, and from when on. */
export type Wish = { readonly act: Act | undefined; readonly at: Instant };

/** A script in which somebody acts on their own account, too, a pause apart; all else is done as another script does it. */
export abstract class Interjecting implements Script {
  readonly #script: Script;
  readonly #pauseMs: number;
  #freeAt = 0 as Instant;

  constructor(script: Script, pauseMs: number) {
    this.#script = script;
    this.#pauseMs = pauseMs;
  }

  nextAt(place: Place): Instant | undefined {
    const next = this.#script.nextAt(place);
    const wish = this.wish(place);
    if (wish === undefined) return next;
    const own = Math.max(this.#freeAt, wish.at, place.match.now) as Instant;
    return next === undefined || own < next ? own : next;
  }

  act(place: Place): Act | undefined {
    const { now } = place.match;
    const wish = this.wish(place);
    const isOwn = wish !== undefined && wish.at <= now && now >= this.#freeAt;
    if (isOwn) this.#freeAt = later(now, this.#pauseMs);
    const act = isOwn ? wish.act : this.#script.act(place);
    if (act !== undefined) this.noteAct(act, now);
    return act;
  }

  protected abstract wish(place: Place): Wish | undefined;

  /** Told of every act. */
  protected noteAct(_act: Act, _now: Instant): void {}
}

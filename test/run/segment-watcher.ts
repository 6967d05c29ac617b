import type { Act } from "../../shared/device/act.ts";
import type { Host } from "../../shared/device/host.ts";
import { type Instant, later } from "../../shared/lib/instant.ts";
import { flightsOf } from "../../shared/world/world.ts";
import type { Place, Script } from "../kit/scripted-class.ts";
import { outOfSightMs } from "./map-watcher.ts";
import { withoutLetter } from "./thrice.ts";

/** An act that has sent a card or a SYN, and when that or word of it was last seen. */
type Sent = { readonly act: SegmentAct; seenAt: Instant };
type SegmentAct = Act & { readonly kind: "sendCard" | "sendSegment" };

/** A script that looks at the map instead of at duplicate ACKs and timers: what is out of sight is sent again. */
export class SegmentWatcher implements Script {
  readonly #script: Script;
  readonly #pauseMs: number;
  #sent: readonly Sent[] = [];
  #freeAt = 0 as Instant;

  constructor(script: Script, pauseMs: number) {
    this.#script = script;
    this.#pauseMs = pauseMs;
  }

  nextAt(place: Place): Instant | undefined {
    const next = this.#script.nextAt(place);
    const missed = this.#missed(place);
    if (missed === undefined) return next;
    const again = Math.max(this.#freeAt, missedAt(missed), place.match.now) as Instant;
    return next === undefined || again < next ? again : next;
  }

  act(place: Place): Act | undefined {
    const { now } = place.match;
    const missed = this.#missed(place);
    if (missed !== undefined && missedAt(missed) <= now && now >= this.#freeAt) {
      this.#freeAt = later(now, this.#pauseMs);
      missed.seenAt = now;
      return missed.act;
    }
    const act = this.#script.act(place);
    if (act !== undefined && isWatched(act))
      this.#sent = [...this.#sent, { act: withoutLetter(act) as SegmentAct, seenAt: now }];
    return act;
  }

  /** What has been out of sight the longest, of all that is not acknowledged yet. */
  #missed({ match, seat }: Place): Sent | undefined {
    const host = match.world.boxes[seat.box];
    if (host?.kind !== "host") return undefined;
    this.#sent = this.#sent.filter(({ act }) => isFlying(host, act));
    const bodies = flightsOf(match.world)
      .filter(({ link }) => match.mission.sight === "open" || link === host.link)
      .map(({ packet }) => packet.body);
    for (const one of this.#sent) {
      const { sequence } = one.act;
      const isInSight = bodies.some(
        (body) => body.protocol === "tcp" && body.sequence === sequence,
      );
      if (isInSight) one.seenAt = match.now;
    }
    return this.#sent.toSorted((a, b) => a.seenAt - b.seenAt)[0];
  }
}

const missedAt = ({ seenAt }: Sent): Instant => later(seenAt, outOfSightMs);

const isWatched = (act: Act): act is SegmentAct =>
  act.kind === "sendCard" || (act.kind === "sendSegment" && act.flags.includes("syn"));

const isFlying = ({ tcp }: Host, { socket, sequence }: SegmentAct): boolean =>
  tcp?.endpoint.connections[socket]?.connection.send.flying.some(
    ({ from, isHeld }) => from === sequence && !isHeld,
  ) === true;

import type { Act } from "../../shared/device/act.ts";
import type { Host } from "../../shared/device/host.ts";
import { type Instant, later } from "../../shared/lib/instant.ts";
import { flightsOf } from "../../shared/world/world.ts";
import type { Place } from "../kit/scripted-class.ts";
import { Interjecting, type Wish } from "./interjecting.ts";
import { outOfSightMs } from "./map-watcher.ts";
import { withoutLetter } from "./thrice.ts";

/** An act that has sent a card or a SYN, and when that or word of it was last seen. */
type Sent = { readonly act: SegmentAct; seenAt: Instant };
type SegmentAct = Act & { readonly kind: "sendCard" | "sendSegment" };

/** A script that looks at the map instead of at duplicate ACKs and timers: what is out of sight is sent again. */
export class SegmentWatcher extends Interjecting {
  #sent: readonly Sent[] = [];

  /** What has been out of sight the longest, of all that is not acknowledged yet. */
  protected wish({ match, seat }: Place): Wish | undefined {
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
    const [missed] = this.#sent.toSorted((a, b) => a.seenAt - b.seenAt);
    return missed && { act: missed.act, at: later(missed.seenAt, outOfSightMs) };
  }

  protected override noteAct(act: Act, now: Instant): void {
    if (!isWatched(act)) return;
    const others = this.#sent.filter(({ act: other }) => !isSame(act, other));
    this.#sent = [...others, { act: withoutLetter(act) as SegmentAct, seenAt: now }];
  }
}

const isSame = (one: SegmentAct, other: SegmentAct): boolean =>
  one.socket === other.socket && one.sequence === other.sequence;

const isWatched = (act: Act): act is SegmentAct =>
  act.kind === "sendCard" || (act.kind === "sendSegment" && act.flags.includes("syn"));

const isFlying = ({ tcp }: Host, { socket, sequence }: SegmentAct): boolean =>
  tcp?.endpoint.connections[socket]?.connection.send.flying.some(
    ({ from, isHeld }) => from === sequence && !isHeld,
  ) === true;

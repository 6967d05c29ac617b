import type { LinkId } from "../../shared/device/act.ts";
import { letterOf } from "../../shared/device/belt.ts";
import { letterFor } from "../../shared/device/errand.ts";
import type { Errand, Host } from "../../shared/device/host.ts";
import { type Instant, later } from "../../shared/lib/instant.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import { flightsOf } from "../../shared/world/world.ts";
import type { Strategy } from "../kit/pupil.ts";
import type { Place } from "../kit/scripted-class.ts";
import { Interjecting, type Wish } from "./interjecting.ts";

/** As long as a letter may be out of sight before it is taken for lost: the way there and back, with nobody in between. */
export const outOfSightMs = 6_000;

/** A script whose client looks at the map instead of at its timer: what is not to be seen there any more is sent again. */
export class MapWatcher extends Interjecting {
  readonly #lastSeen: Record<number, Instant> = {};

  /** The errand of which nothing has been seen for the longest time. */
  protected wish({ match, seat }: Place): Wish | undefined {
    const host = match.world.boxes[seat.box];
    if (host?.kind !== "host") return undefined;
    const sent = host.errands.filter(({ state }) => state === "sent");
    for (const errand of sent) {
      const isInSight = visibleTo(match, host).some((packet) => isAbout(packet, errand));
      if (isInSight || this.#lastSeen[errand.id] === undefined)
        this.#lastSeen[errand.id] = match.now;
    }
    const seenAt = ({ id }: Errand) => this.#lastSeen[id] ?? match.now;
    const [errand] = sent.sort((a, b) => seenAt(a) - seenAt(b));
    return errand && { act: letterFor(host, errand), at: later(seenAt(errand), outOfSightMs) };
  }
}

/** The letters that the map shows to the client: all of them, or those on its own line. */
function visibleTo({ world, mission }: Place["match"], { link }: Host): readonly Packet[] {
  const flying = flightsOf(world).filter(
    (flight) => mission.sight === "open" || flight.link === link,
  );
  const lying = mission.sight === "open" ? Object.values(world.boxes) : [];
  return [
    ...flying.map(({ packet }) => packet),
    ...lying.flatMap(({ belt }) => belt.letters.map(({ packet }) => packet)),
  ];
}

const isAbout = ({ body }: Packet, { socket }: Errand): boolean =>
  body.protocol === "udp" && (body.sourcePort === socket || body.destinationPort === socket);

/** A router that reads no letter: what comes goes straight on, to where the map shows most letters going. */
export function straightOn(): Strategy {
  const seen: Record<LinkId, number> = {};
  return ({ match, seat }, { proposal }) => {
    const router = match.world.boxes[seat.box];
    if (router?.kind !== "router" || !("packet" in proposal)) return proposal;
    for (const { from, link } of flightsOf(match.world)) {
      if (from === seat.box) seen[link] = (seen[link] ?? 0) + 1;
    }
    const letter = letterOf(router.belt, proposal.packet);
    const onward = router.links.filter((link) => link !== letter?.link);
    const exit = onward.reduce((best, link) =>
      (seen[link] ?? 0) > (seen[best] ?? 0) ? link : best,
    );
    return { kind: "forward", packet: proposal.packet, exit };
  };
}

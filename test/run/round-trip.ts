import type { Mission } from "../../shared/contract/mission.ts";
import { instant } from "../../shared/lib/instant.ts";
import { advanceMatch } from "../../shared/match/advance-match.ts";
import { createMatch } from "../../shared/match/create-match.ts";
import { calm } from "../kit/calm-mission.ts";

/** What a practised act takes (GAME §3). */
const practisedMs = 4_000;
const lookEveryMs = 50;

/** The mission's own round trip with every played act at a practised pace and nothing else under way, to 50 ms. */
export function emptyQueueRoundTripMs(mission: Mission, seed: number): number {
  const [client] = mission.boxes.filter((box) => box.role === "client");
  const boxes = mission.boxes.filter((box) => box.role !== "client" || box === client);
  const services = mission.services.filter(({ box }) => boxes.some(({ id }) => id === box));
  const alone = { ...calm(mission), boxes, services, seeds: [], openErrands: 1 };
  const match = createMatch(alone, { seed, size: 1, automaticMs: practisedMs });
  const host = match.world.boxes[client?.id ?? ""];
  let least = Number.POSITIVE_INFINITY;
  let sentAt: number | undefined;
  for (let at = 0; at <= mission.roundMs; at += lookEveryMs) {
    advanceMatch(match, instant(at));
    const errand = host?.kind === "host" ? host.errands[0] : undefined;
    if (errand?.retryAt !== undefined) sentAt ??= errand.retryAt - mission.retryMs;
    else if (sentAt !== undefined) {
      least = Math.min(least, at - sentAt);
      sentAt = undefined;
    }
  }
  return least;
}

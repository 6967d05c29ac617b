import type { Mission } from "../../shared/contract/mission.ts";
import type { Device } from "../../shared/device/device.ts";
import type { Host } from "../../shared/device/host.ts";
import { instant } from "../../shared/lib/instant.ts";
import { advanceMatch } from "../../shared/match/advance-match.ts";
import { createMatch } from "../../shared/match/create-match.ts";
import type { Match } from "../../shared/match/match.ts";
import { calm } from "../kit/calm-mission.ts";

/** What a practised act takes. */
const practisedMs = 4_000;
const lookEveryMs = 50;

/** The mission's own round trip with every played act at a practised pace and nothing else under way, to 50 ms. */
export const emptyQueueRoundTripMs = (mission: Mission, seed: number): number =>
  mission.tcp === undefined
    ? questionRoundTripMs(mission, seed)
    : segmentRoundTripMs(mission, seed);

/** From a question to its answer. */
function questionRoundTripMs(mission: Mission, seed: number): number {
  const { match, host } = aloneIn(mission, seed);
  let least = Number.POSITIVE_INFINITY;
  let sentAt: number | undefined;
  for (let at = 0; at <= mission.roundMs; at += lookEveryMs) {
    advanceMatch(match, instant(at));
    const errand = host.errands[0];
    if (errand?.retryAt !== undefined) sentAt ??= errand.retryAt - mission.retryMs;
    else if (sentAt !== undefined) {
      least = Math.min(least, at - sentAt);
      sentAt = undefined;
    }
  }
  return least;
}

/** From a segment that takes numbers and leaves when nothing is under way to its acknowledgement: the slowest kind. */
function segmentRoundTripMs(mission: Mission, seed: number): number {
  const { match } = aloneIn(mission, seed);
  const least: Record<string, number> = {};
  const sent: Record<string, Segment> = {};
  for (let at = 0; at <= mission.roundMs; at += lookEveryMs) {
    advanceMatch(match, instant(at));
    const flying = segmentsIn(match.world.boxes);
    const arrived = Object.values(sent).filter(
      (one) => !flying.some(({ name }) => name === one.name),
    );
    for (const { name, kind, since } of arrived) {
      delete sent[name];
      least[kind] = Math.min(least[kind] ?? Number.POSITIVE_INFINITY, at - since);
    }
    for (const segment of flying.filter(({ isAlone }) => isAlone)) sent[segment.name] ??= segment;
  }
  return Math.max(...Object.values(least));
}

type Segment = {
  readonly name: string;
  readonly kind: string;
  readonly since: number;
  readonly isAlone: boolean;
};

/** What has left and is not acknowledged. */
const segmentsIn = (boxes: Readonly<Record<string, Device>>): readonly Segment[] =>
  Object.values(boxes).flatMap((box) =>
    box.kind === "host"
      ? Object.entries(box.tcp?.endpoint.connections ?? {}).flatMap(([socket, { connection }]) => {
          const flying = connection.send.flying.filter(({ isHeld }) => !isHeld);
          return flying.map(({ from, sentAt }) => ({
            name: `${box.id} ${socket} ${from}`,
            kind: `${box.id} ${connection.state}`,
            since: sentAt,
            isAlone: flying.length === 1,
          }));
        })
      : [],
  );

/** A game of one client, whom nothing hinders. */
function aloneIn(mission: Mission, seed: number): { readonly match: Match; readonly host: Host } {
  const [client] = mission.boxes.filter((box) => box.role === "client");
  const boxes = mission.boxes.filter((box) => box.role !== "client" || box === client);
  const services = mission.services.filter(({ box }) => boxes.some(({ id }) => id === box));
  const alone = { ...calm(mission), boxes, services, seeds: [], openErrands: [1, 1] as const };
  const match = createMatch(alone, { seed, size: 1, automaticMs: practisedMs });
  const host = match.world.boxes[client?.id ?? ""];
  if (host?.kind !== "host") throw new Error(`${mission.id} has no client`);
  return { match, host };
}

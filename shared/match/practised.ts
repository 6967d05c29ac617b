import type { ActKind } from "../device/act.ts";
import { remembered } from "../lib/remembered.ts";
import type { Match } from "./match.ts";

/** As long as nobody has acted much, an act is taken to need this long. */
const startMs = 4_000;
/** What fewer acts took tells nothing. */
const fewestActs = 4;

/** How long this network's people need for an act of this kind, or for any, once they know how. */
export function practisedMs({ tookMs, autopilot }: Match, kind?: ActKind): number {
  const ofKind = kind === undefined ? undefined : tookMs[kind];
  const known = ofKind === undefined ? undefined : practisedOf(ofKind);
  return known ?? practisedOfAll(tookMs) ?? autopilot.fixedMs ?? startMs;
}

/** An empty desk is left empty for at least and at most so long. */
const [leastEmptyMs, mostEmptyMs] = [2_000, 12_500] as const;

/** How long a desk lies empty before something is found for it: what bores a quick team drowns a slow one. */
export function emptyDeskMs(match: Match, percent = 100): number {
  const most = match.mission.mostEmptyMs ?? mostEmptyMs;
  const paced = Math.min(most, 3 * practisedMs(match) - 3_000);
  return Math.max(leastEmptyMs, Math.trunc((paced * percent) / 100));
}

/** First acts are slow and say little of the later ones: what is looked for is what two of three took longer than. */
const practisedOf = remembered((numbers: readonly number[]): number | undefined => {
  if (numbers.length < fewestActs) return undefined;
  return Float64Array.from(numbers).sort()[Math.trunc(numbers.length / 3)];
});

/** It is asked for at every turn and changes with an act. */
const practisedOfAll = remembered((tookMs: Match["tookMs"]) =>
  practisedOf(Object.values(tookMs).flat()),
);

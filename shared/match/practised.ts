import type { ActKind } from "../device/act.ts";
import { remembered } from "../lib/remembered.ts";
import type { Match } from "./match.ts";

/** As long as nobody has acted much, an act is taken to need this long. */
const startMs = 4_000;
/** What fewer acts took tells nothing. */
const fewestActs = 4;

/** How long this network's people need for an act of this kind, or for any, once they know how. */
export function practisedMs({ tookMs, autopilot }: Match, kind?: ActKind): number {
  const { kinds, all } = practised(tookMs);
  const ofKind = kind === undefined ? undefined : kinds[kind];
  return ofKind ?? all ?? autopilot.fixedMs ?? startMs;
}

/** It is asked for at every turn and changes with an act. */
const practised = remembered((tookMs: Match["tookMs"]) => {
  const kinds: Partial<Record<ActKind, number>> = {};
  for (const [kind, numbers] of Object.entries(tookMs))
    Object.assign(kinds, { [kind]: practisedOf(numbers) });
  return { kinds, all: practisedOf(Object.values(tookMs).flat()) };
});

/** An empty desk is left empty for at least and at most so long. */
const [leastEmptyMs, mostEmptyMs] = [2_000, 12_500] as const;

/** How long a desk lies empty before something is found for it: what bores a quick team drowns a slow one. */
export function emptyDeskMs(match: Match, percent = 100): number {
  const most = match.mission.mostEmptyMs ?? mostEmptyMs;
  const paced = Math.min(most, 3 * practisedMs(match) - 3_000);
  return Math.max(leastEmptyMs, Math.trunc((paced * percent) / 100));
}

/** First acts are slow and say little of the later ones: what is looked for is what two of three took longer than. */
function practisedOf(numbers: readonly number[]): number | undefined {
  if (numbers.length < fewestActs) return undefined;
  return [...numbers].sort((a, b) => a - b)[Math.trunc(numbers.length / 3)];
}

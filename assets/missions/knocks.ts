import type { MissionEvent } from "../../shared/contract/mission.ts";

/** When somebody knocks: from the first time on, again and again, until it is over. */
type Rhythm = { readonly first: number; readonly every: number; readonly until: number };

/** Stray knocks of one box at the doors of these programs in turn. */
export const knocks = (
  from: string,
  services: readonly string[],
  { first, every, until }: Rhythm,
): readonly MissionEvent[] =>
  Array.from({ length: Math.ceil((until - first) / every) }, (_, index) => ({
    at: first + index * every,
    kind: "strayKnock",
    from,
    service: services[index % services.length] ?? "",
  }));

/** All these events, the earliest first. */
export const inTime = (...events: readonly MissionEvent[]): readonly MissionEvent[] =>
  events.toSorted((a, b) => a.at - b.at);

import type { Mission } from "../../shared/contract/mission.ts";

/** The mission on a day when nothing happens: nothing has happened before, no letter is lost or late, no line is cut, nothing dies or stops. */
export function calm(mission: Mission): Mission {
  const links = mission.links.map(({ id, a, b, bends }) => ({ id, a, b, bends }));
  return { ...mission, links, events: [], seeds: [] };
}

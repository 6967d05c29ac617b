import type { Mission } from "../../shared/contract/mission.ts";

/**
 * The mission on a day when nothing happens: nothing has happened before, no letter is lost or late, no line is cut, nothing
 * dies or stops, and nobody knocks astray.
 */
export function calm(mission: Mission): Mission {
  const links = mission.links.map(({ id, a, b, bends }) => ({ id, a, b, bends }));
  const visits = (mission.visits ?? []).filter(({ isStray }) => isStray !== true);
  return { ...mission, links, visits, events: [], seeds: [] };
}

import { planFor } from "../world/topology.ts";
import { joinDistricts } from "./join-districts.ts";
import type { Mission } from "./mission.ts";

/** So many people play in one district at most; more play in two. */
export const districtSize = 6;

/** So many people play in one network at most: two districts, and no longer chain. */
export const mostInNetwork = 2 * districtSize;

/** What a network of so many people plays on: the mission's own map, or two of it. */
export function missionFor(mission: Mission, size: number): Mission {
  const isOne = size <= districtSize || mission.backbone === undefined;
  return planFor(isOne ? mission : joinDistricts(mission), size);
}

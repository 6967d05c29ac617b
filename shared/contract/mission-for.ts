import { planFor } from "../world/topology.ts";
import { joinDistricts } from "./join-districts.ts";
import type { Mission } from "./mission.ts";
import { districtSize } from "./network-size.ts";

/** What a network of so many people plays on: the mission's own map, or two of it. */
export function missionFor(mission: Mission, size: number): Mission {
  const isOne = size <= districtSize || mission.backbone === undefined;
  return planFor(isOne ? mission : joinDistricts(mission), size);
}

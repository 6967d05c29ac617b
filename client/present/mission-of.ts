import { missions } from "../../assets/missions/missions.ts";
import { joinDistricts } from "../../shared/contract/join-districts.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import type { View } from "../../shared/contract/view.ts";

const joined: Record<string, Mission> = {};

/**
 * The mission that a view is of, with all that its data says to everybody alike. Whoever sees several networks names
 * one: the larger ones have two districts.
 */
export function missionOf(view: View, network?: string): Mission | undefined {
  const mission = missions[view.lesson["now"]?.mission ?? ""];
  if (mission === undefined || !isJoined(view, network)) return mission;
  joined[mission.id] ??= joinDistricts(mission);
  return joined[mission.id];
}

const isJoined = ({ zones }: View, network: string | undefined): boolean =>
  Object.values(zones).some((zone) => zone.network === network && zone.district !== undefined);

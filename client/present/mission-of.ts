import { missions } from "../../assets/missions/missions.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import type { View } from "../../shared/contract/view.ts";

/** The mission that a view is of, with all that its data says to everybody alike. */
export const missionOf = (view: View): Mission | undefined =>
  missions[view.lesson["now"]?.mission ?? ""];

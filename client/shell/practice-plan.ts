import { missions } from "../../assets/missions/missions.ts";
import type { Mission, Role } from "../../shared/contract/mission.ts";
import type { Concept } from "../../shared/contract/reasons.ts";
import { presentChapters, stationsOf } from "../present/shell-chapters.ts";
import type { PracticePage } from "../present/shell-page.ts";

/** What somebody practises: a role of a mission, as a whole round or as a short one for one idea. */
export type PracticePlan = {
  readonly mission: Mission;
  readonly role: Role;
  readonly challenge?: Concept;
};

/** The plan that an address names, if there is one; without a mission it is the first one that has the role. */
export function planOf({
  role,
  mission: asked,
  challenge,
}: PracticePage): PracticePlan | undefined {
  if (role === undefined) return undefined;
  const stations = stationsOf(presentChapters(Object.values(missions), {}));
  const station = stations.find(
    ({ mission, roles }) => roles.includes(role) && mission === (asked ?? mission),
  );
  const mission = station && missions[station.mission];
  if (mission === undefined) return undefined;
  return { mission, role, ...(challenge === undefined ? {} : { challenge }) };
}

import type { BoxId, LinkId } from "../device/act.ts";
import type { Mission, Role } from "./mission.ts";

/** What everything of one district is called where two are joined. */
export type DistrictNames = {
  readonly box: (id: BoxId) => BoxId;
  readonly link: (id: LinkId) => LinkId;
  /** Zones and services. */
  readonly other: (id: string) => string;
};

/** Machines are numbered through both districts; zones and services of the second one have a 2 behind their names. */
export function districtNames(mission: Mission, district: number): DistrictNames {
  const boxes: Record<BoxId, BoxId> = {};
  const links: Record<LinkId, LinkId> = {};
  const counted: Record<Role, number> = { client: 0, router: 0, server: 0 };
  for (const { id, role } of mission.boxes) {
    const all = mission.boxes.filter((box) => box.role === role).length;
    counted[role] += 1;
    boxes[id] = `${role}${counted[role] + all * (district - 1)}`;
  }
  const box = (id: BoxId) => boxes[id] ?? id;
  const other = (id: string) => (district === 1 ? id : `${id}-${district}`);
  for (const { id, a, b } of mission.links) {
    links[id] = id === `${a}-${b}` ? `${box(a)}-${box(b)}` : other(id);
  }
  return { box, link: (id) => links[id] ?? id, other };
}

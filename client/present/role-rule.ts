import type { Text } from "../../assets/text/text.ts";
import type { Mission, Role } from "../../shared/contract/mission.ts";

/** What a role sees, and what it has to do. */
export type RoleRule = { readonly sees: string; readonly does: string };

/** The rule of a role in a mission: the role's own, unless the mission leaves it something else to do. */
export function presentRoleRule(mission: Mission | undefined, role: Role, text: Text): RoleRule {
  const { resends, sendsOnce, pins, covered } = text.desk.role.rules;
  if (role === "client" && mission !== undefined && isResentAt(mission)) {
    return mission.mostSends > 1 ? resends : sendsOnce;
  }
  if (role === "router" && (mission?.pinSlots ?? 0) > 0) return pins;
  return role === "server" && mission?.covered === "ports" ? covered : text.shell.roles[role];
}

/** Whether a client's machine writes the letters of errands, so that only sending them again is left to a person. */
export const isResentAt = ({ held }: Mission): boolean =>
  held.client.includes("retransmit") && !held.client.includes("address");

import type { Text } from "../../assets/text/text.ts";
import type { Mission, Role } from "../../shared/contract/mission.ts";

import { tcpDeskFor } from "./tcp-desk.ts";

/** What a role sees, and what it has to do. */
export type RoleRule = { readonly sees: string; readonly does: string };

/** The rule of a role in a mission: the role's own, unless the mission leaves it something else to do. */
export const presentRoleRule = (mission: Mission | undefined, role: Role, text: Text): RoleRule =>
  (mission && (ruleOverTcp(mission, role, text) ?? ruleOfMission(mission, role, text))) ??
  text.shell.roles[role];

function ruleOverTcp({ held, covered }: Mission, role: Role, text: Text): RoleRule | undefined {
  const { tcp } = text.desk.role.rules;
  const desk = tcpDeskFor(held[role]);
  if (desk === undefined || role === "router") return undefined;
  if (desk === "handshakes") return tcp.handshakes[role];
  return covered === "acknowledgments" ? tcp.withoutAcknowledgments[desk] : tcp[desk];
}

function ruleOfMission(mission: Mission, role: Role, text: Text): RoleRule | undefined {
  const { resends, sendsOnce, pins, covered } = text.desk.role.rules;
  if (role === "client" && isResentAt(mission)) {
    return mission.mostSends > 1 ? resends : sendsOnce;
  }
  if (role === "router" && mission.pinSlots > 0) return pins;
  return role === "server" && mission.covered === "ports" ? covered : undefined;
}

/** Whether a client's machine writes the letters of errands, so that only sending them again is left to a person. */
export const isResentAt = ({ held, tcp }: Mission): boolean =>
  tcp === undefined && held.client.includes("retransmit") && !held.client.includes("address");

import type { Text } from "../../assets/text/text.ts";
import { type Role, roles } from "../../shared/contract/mission.ts";
import type { View } from "../../shared/contract/view.ts";
import { myBox, presentBoxName } from "./box-name.ts";
import { missionOf } from "./mission-of.ts";
import { presentRoleRule, type RoleRule } from "./role-rule.ts";
import { wordFor } from "./word-for.ts";

/** Who I am at this desk. */
export type RoleCard = RoleRule & {
  readonly role: Role;
  readonly name: string;
  readonly nickname: string;
  readonly address: string;
};

/** How far my team is; an experiment earns nothing. */
export type GoalCard = {
  readonly answered: number;
  readonly failed: number;
  readonly score: number;
  readonly stars: number;
  readonly isScored: boolean;
};

/** Somebody at a machine of my network. */
export type PersonLine = {
  readonly box: string;
  readonly role: Role;
  readonly name: string;
  readonly roleName: string;
  /** Whether somebody has given the machine their name. */
  readonly isNamed: boolean;
  readonly hand: string;
  readonly you: boolean;
};

/** My role; a view that does not say is a client's. */
export const myRole = (view: View): Role => roleOf(view.lesson["now"]?.role);

/** My role card. */
export function presentRoleCard(view: View, text: Text): RoleCard {
  const role = myRole(view);
  const box = myBox(view) ?? "";
  return {
    role,
    name: text.names.roles[role],
    nickname: presentBoxName(view, box, text),
    address: view.boxes[box]?.address ?? "",
    ...presentRoleRule(missionOf(view), role, text),
  };
}

/** My team's errands, points and stars. */
export function presentGoalCard(view: View): GoalCard {
  const mine = Object.values(view.standings).find(({ you }) => you);
  const { answered = 0, failed = 0, score = 0, stars = 0 } = mine ?? {};
  const isScored = view.rules["now"]?.kind !== "experiment";
  return { answered, failed, score, stars, isScored };
}

/** Everybody in my network, as they stand on the map. */
export function presentNetworkPeople(view: View, text: Text): readonly PersonLine[] {
  return Object.entries(view.boxes).map(([box, { role, hand, you, nickname }]) => ({
    box,
    role: roleOf(role),
    name: presentBoxName(view, box, text),
    roleName: wordFor(text.names.roles, role),
    isNamed: nickname !== undefined,
    hand,
    you,
  }));
}

/** Whether my seat runs by itself just now, so that one tap must bring it back. */
export function isSeatAway(view: View): boolean {
  const hand = view.boxes[myBox(view) ?? ""]?.hand;
  return hand !== undefined && hand !== "person";
}

const roleOf = (code: string | undefined): Role => roles.find((role) => role === code) ?? "client";

import { type Role, roles } from "../../shared/contract/mission.ts";

const storageName = "port-of-call.on-my-own";

/** Whether the next practice of a role is guided: the first one is, and from then on what was chosen last. */
export const isGuided = (role: Role): boolean => !onMyOwn().includes(role);

/** Remembers on this device whether a role is practised step by step. */
export function setGuided(role: Role, guided: boolean): void {
  const others = onMyOwn().filter((known) => known !== role);
  try {
    localStorage.setItem(storageName, JSON.stringify(guided ? others : [...others, role]));
  } catch {
    // Without storage every practice starts guided, which harms nobody.
  }
}

function onMyOwn(): readonly Role[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageName) ?? "[]");
    return Array.isArray(stored) ? roles.filter((role) => stored.includes(role)) : [];
  } catch {
    return [];
  }
}

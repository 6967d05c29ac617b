import { type Role, roles } from "../../shared/contract/mission.ts";
import type { View } from "../../shared/contract/view.ts";
import { myBox } from "./box-name.ts";

/** What a player's role card says before a round. */
export type Briefing = {
  readonly round: number;
  readonly mission: string;
  readonly role: Role;
  readonly address: string | undefined;
  readonly ready: boolean;
  readonly readyCount: number;
  readonly playerCount: number;
  /** The mission whose idea is explained before the role, where the host wishes that. */
  readonly explained: string | undefined;
};

/** My role card, once I have a role. Players whose line is cut are not waited for. */
export function presentBriefing(view: View): Briefing | undefined {
  const now = view.lesson["now"];
  const role = parseRole(now?.role);
  if (now === undefined || role === undefined) return undefined;
  const awaited = Object.values(view.players).filter(
    (player) => player.online && player.seat !== undefined,
  );
  return {
    round: now.round,
    mission: now.mission,
    role,
    address: view.boxes[myBox(view) ?? ""]?.address,
    ready: now.ready === true,
    readyCount: awaited.filter((player) => player.ready).length,
    playerCount: awaited.length,
    explained: now.explainFirst === true ? now.mission : undefined,
  };
}

/** A role as a view words it. */
export const parseRole = (word: string | undefined): Role | undefined =>
  roles.find((role) => role === word);

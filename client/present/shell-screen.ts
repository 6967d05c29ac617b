import type { View } from "../../shared/contract/view.ts";

/** The screens of a lesson, as a player or a host meets them. */
export type LessonScreen =
  | "entering"
  | "lobby"
  | "briefing"
  | "play"
  | "result"
  | "debrief"
  | "host"
  | "over";

/** How the line to the lesson stands, as a link tells it. */
export type Line = "live" | "away" | "over";

/**
 * The screen a player sees. A player without a seat waits in the lobby until a round has one for them; at a round that
 * is over everybody looks back together.
 */
export function presentPlayerScreen(view: View, line: Line): LessonScreen {
  const now = view.lesson["now"];
  if (line === "over") return "over";
  if (now === undefined) return "entering";
  if (now.phase === "over" || now.phase === "debrief") return now.phase;
  if (now.seat === undefined) return "lobby";
  return seatedScreens[now.phase] ?? "lobby";
}

const seatedScreens: Readonly<Record<string, LessonScreen>> = {
  briefing: "briefing",
  play: "play",
  result: "result",
};

/** The screen a host sees: one page for every phase, until the room is closed. */
export function presentHostScreen(view: View, line: Line): LessonScreen {
  const now = view.lesson["now"];
  if (line === "over" || now?.phase === "over") return "over";
  return now === undefined ? "entering" : "host";
}

/** Why a lesson's screens ended: the room was closed, or the line was given to somebody else. */
export const presentEnd = (view: View): "closed" | "taken" =>
  view.lesson["now"]?.phase === "over" ? "closed" : "taken";

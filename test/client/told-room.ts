import { missions } from "../../assets/missions/missions.ts";
import type { Answer, Intent } from "../../shared/contract/intent.ts";
import { advance } from "../../shared/lesson/advance.ts";
import { createLesson } from "../../shared/lesson/lesson.ts";
import { receive } from "../../shared/lesson/receive.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import { instant } from "../../shared/lib/instant.ts";

/** A room with its players in it, told what to do and looked at. */
export function toldRoom(playerCount: number) {
  const lesson = createLesson(
    { mode: "room", mission: "address-and-door-1", seed: 7, assistance: "standard" },
    missions,
  );
  const moves: Record<string, number> = {};
  const say = (by: string, intent: Intent): Answer => {
    const n = (moves[by] ?? 0) + 1;
    moves[by] = n;
    return receive(lesson, { at: lesson.now, by, n, intent });
  };
  for (let nth = 1; nth <= playerCount; nth++) {
    say("shell", { kind: "join", player: `p${nth}`, keyHash: "" });
  }
  return {
    say,
    /** Starts a round with everybody ready at once. */
    play: () => {
      say("host", { kind: "startRound" });
      for (const player of Object.keys(lesson.players)) say(player, { kind: "ready" });
    },
    wait: (ms: number) => advance(lesson, instant(lesson.now + ms)),
    seenBy: (player: string) => viewFor(lesson, { kind: "player", player }),
    seenByHost: () => viewFor(lesson, { kind: "host" }),
    seenByScreen: () => viewFor(lesson, { kind: "screen" }),
  };
}

import { randomInt } from "node:crypto";
import { matchMaker } from "@colyseus/core";
import type { SavedLessons } from "../reports/saved-lessons.ts";

const mostDraws = 100;
/** So long a code says that its room is closed, before it may be drawn for another room. */
const keptSeconds = 24 * 60 * 60;

const key = (code: string): string => `code:${code}`;

/**
 * Draws a code of six digits, the first no zero, that no room of any process has and no saved lesson waits under.
 * Two processes may draw the same one and the driver would list both: only who counted it first has it.
 */
export async function claimRoomCode(saved: SavedLessons): Promise<string> {
  for (let draws = 0; draws < mostDraws; draws++) {
    const code = String(randomInt(100_000, 1_000_000));
    if ((await matchMaker.presence.incr(key(code))) !== 1) continue;
    if (!(await matchMaker.driver.has(code)) && (await saved.find(code)) === undefined) return code;
  }
  throw new Error("no room code is free");
}

/** Lets a closed room's code go, after it has told latecomers for a day that the room is closed. */
export const releaseRoomCode = (code: string): void =>
  void matchMaker.presence.expire(key(code), keptSeconds);

/** What a code leads to; a line that tests itself has a name that nobody could guess. */
export async function lookUpRoomCode(code: string): Promise<"open" | "roomClosed" | "wrongCode"> {
  if (!/^([1-9][0-9]{5}|self-test-[0-9a-f]{16})$/.test(code)) return "wrongCode";
  if (await matchMaker.driver.has(code)) return "open";
  return (await matchMaker.presence.exists(key(code))) ? "roomClosed" : "wrongCode";
}

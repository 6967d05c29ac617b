import { matchMaker } from "@colyseus/core";
import express, { type Request, type RequestHandler } from "express";
import { missions } from "../../assets/missions/missions.ts";
import { journalFault } from "../../shared/lesson/journal.ts";
import { Allowance } from "../allowance.ts";
import { readHead } from "../reports/journal-file.ts";
import type { JournalReader } from "../reports/journal-reader.ts";
import type { SavedLessons } from "../reports/saved-lessons.ts";
import { JoinRefusal } from "./join-refusal.ts";
import { drawKey, hashKey, keyHashesOf, screenKeyOf } from "./key.ts";
import type { LessonRoom } from "./lesson-room.ts";
import { claimRoomCode } from "./room-code.ts";

type Deps = {
  readonly version: string;
  readonly saved: SavedLessons;
  readonly reader: JournalReader;
};
type Opened = { readonly code: string; readonly hostKey: string };

const roomsPerMinute = 30;
const mostRooms = 500;

/**
 * Opens rooms: a page asks with its version and is told the room's code, the host's key and the big screen's. Who asks
 * with a code and the host's key of a lesson that was left gets it again under the same code.
 */
export function roomDesk(deps: Deps): readonly RequestHandler[] {
  const opened = new Allowance(roomsPerMinute, 60_000);
  return [
    express.json({ limit: "1kb" }),
    async (request, response) => {
      if (request.body?.version !== deps.version) throw new JoinRefusal("pageOld");
      if (!opened.take(request.socket.remoteAddress ?? "")) throw new JoinRefusal("tooMany");
      const left = parseLeft(request);
      const { code, hostKey } = left === undefined ? await openNew(deps) : await goOn(left, deps);
      response.status(201).json({ code, hostKey, screenKey: screenKeyOf(hostKey) });
    },
  ];
}

/** The lesson that somebody wants to go on with. */
function parseLeft({ body: { code, hostKey } }: Request): Opened | undefined {
  return typeof code === "string" && typeof hostKey === "string" ? { code, hostKey } : undefined;
}

async function openNew({ saved }: Deps): Promise<Opened> {
  refuseWhenFull();
  await saved.removeOld();
  const [code, hostKey] = [await claimRoomCode(saved), drawKey()];
  await matchMaker.createRoom("lesson", {
    ...{ code, keys: keyHashesOf(hostKey), journal: saved.newPath(code) },
  });
  return { code, hostKey };
}

/** Codes whose lessons are being fetched from disk just now: one lesson never gets two rooms. */
const opening = new Map<string, Promise<void>>();

async function goOn({ code, hostKey }: Opened, deps: Deps): Promise<Opened> {
  const already = opening.get(code) ?? Promise.resolve();
  const turn = already.catch(() => {}).then(() => fetchLesson({ code, hostKey }, deps));
  opening.set(code, turn);
  await turn.finally(() => {
    if (opening.get(code) === turn) opening.delete(code);
  });
  return { code, hostKey };
}

async function fetchLesson({ code, hostKey }: Opened, { saved, reader }: Deps): Promise<void> {
  const room = matchMaker.getLocalRoomById(code) as LessonRoom | undefined;
  if (room !== undefined) {
    if (room.memberWith(hostKey)?.role !== "host") throw new JoinRefusal("badKey");
    if (room.lesson.phase === "over") throw new JoinRefusal("roomClosed");
    return;
  }
  refuseWhenFull();
  const journal = await saved.find(code);
  if (journal === undefined) throw new JoinRefusal("wrongCode");
  const { keys, ...head } = await readHead(journal);
  if (keys.host !== hashKey(hostKey)) throw new JoinRefusal("badKey");
  if (journalFault({ ...head, moves: [] }, missions) !== undefined)
    throw new JoinRefusal("lessonOld");
  const folded = await reader.fold(journal);
  if (folded.lesson.phase === "over") throw new JoinRefusal("roomClosed");
  await matchMaker.createRoom("lesson", { code, keys, journal, folded });
}

function refuseWhenFull(): void {
  if (matchMaker.stats.local.roomCount >= mostRooms) throw new JoinRefusal("tooMany");
}

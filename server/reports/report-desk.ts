import { gunzipSync } from "node:zlib";
import { matchMaker } from "@colyseus/core";
import { type Request, type Response, Router } from "express";
import { Allowance } from "../allowance.ts";
import { JoinRefusal } from "../rooms/join-refusal.ts";
import { hashKey } from "../rooms/key.ts";
import type { LessonRoom, Member } from "../rooms/lesson-room.ts";
import type { JournalReader } from "./journal-reader.ts";
import { ReportRefusal } from "./report-refusal.ts";

/** A class of forty looks at three networks after each round. */
const reportsPerMinute = 120;

/**
 * Tells members of a room what happened in it. Their key comes in a header, for addresses end up in logs; a wrong code
 * does not get here, and counts at the gate.
 */
export function reportDesk(reader: JournalReader): Router {
  const asked = new Allowance(reportsPerMinute, 60_000);
  const visit = (request: Request): Visit => admit(request, asked);
  const desk = Router();
  desk.get("/rooms/:code/rounds/:round/networks/:network/story", async (request, response) => {
    const { room } = visit(request);
    const { path, until, round } = roundOver(room, request);
    const stories = await reader.stories(path, until, round);
    const network = String(request.params["network"]);
    const story = Object.hasOwn(stories, network) ? stories[network] : undefined;
    if (story === undefined) throw new ReportRefusal("noSuchRound");
    sendPacked(request, response, story);
  });
  desk.get("/rooms/:code/rounds/:round/captures.zip", async (request, response) => {
    const { room } = hosts(visit(request));
    const { path, until, round } = roundOver(room, request);
    const language = String(request.query["language"] ?? "");
    const zip = await reader.captures(path, until, round, language);
    response.type("application/zip").send(Buffer.from(zip));
  });
  desk.get("/rooms/:code/journal.json", async (request, response) => {
    const { room } = hosts(visit(request));
    const { path, until } = room.journal;
    sendPacked(request, response, await reader.journal(path, until));
  });
  return desk;
}

type Visit = { readonly room: LessonRoom; readonly member: Member };

function admit({ params, headers }: Request, asked: Allowance): Visit {
  const room = matchMaker.getLocalRoomById(String(params["code"])) as LessonRoom | undefined;
  if (room === undefined) throw new JoinRefusal("wrongCode");
  const [, key = ""] = /^Bearer ([0-9a-f]{32})$/.exec(headers.authorization ?? "") ?? [];
  const member = room.memberWith(key);
  if (member === undefined) throw new JoinRefusal("badKey");
  if (!asked.take(hashKey(key))) throw new JoinRefusal("tooMany");
  return { room, member };
}

function hosts(visit: Visit): Visit {
  if (visit.member.role !== "host") throw new ReportRefusal("notHost");
  return visit;
}

/** The round that was asked for, if it has been played and nobody plays it any more. */
function roundOver({ lesson, journal }: LessonRoom, { params }: Request) {
  const round = Number(params["round"]);
  const isOn = lesson.phase === "briefing" || lesson.phase === "play";
  if (!Number.isSafeInteger(round) || round < 1 || round > lesson.round)
    throw new ReportRefusal("noSuchRound");
  if (isOn && round === lesson.round) throw new ReportRefusal("notOver");
  return { ...journal, round };
}

/** JSON that was packed when it was made. */
function sendPacked(request: Request, response: Response, packed: Uint8Array): void {
  response.vary("Accept-Encoding").type("json").set("Cache-Control", "no-store");
  if (!request.acceptsEncodings("gzip")) return void response.send(gunzipSync(packed));
  response.set("Content-Encoding", "gzip").send(Buffer.from(packed));
}

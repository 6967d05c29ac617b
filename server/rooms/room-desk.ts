import { matchMaker } from "@colyseus/core";
import express, { type RequestHandler } from "express";
import { Allowance } from "../allowance.ts";
import { JoinRefusal } from "./join-refusal.ts";
import { drawKey, hashKey } from "./key.ts";
import { claimRoomCode } from "./room-code.ts";

const roomsPerMinute = 30;
const mostRooms = 500;

/** Opens rooms: a page asks with its version, and is told the room's code and the host's key. */
export function roomDesk(version: string): readonly RequestHandler[] {
  const opened = new Allowance(roomsPerMinute, 60_000);
  return [
    express.json({ limit: "1kb" }),
    async (request, response) => {
      if (request.body?.version !== version) throw new JoinRefusal("pageOld");
      const full = matchMaker.stats.local.roomCount >= mostRooms;
      if (full || !opened.take(request.socket.remoteAddress ?? ""))
        throw new JoinRefusal("tooMany");
      const [code, hostKey] = [await claimRoomCode(), drawKey()];
      await matchMaker.createRoom("lesson", { code, hostKeyHash: hashKey(hostKey) });
      response.status(201).json({ code, hostKey });
    },
  ];
}

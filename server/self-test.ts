import { randomBytes } from "node:crypto";
import { matchMaker } from "@colyseus/core";
import { Router } from "express";
import { Allowance } from "./allowance.ts";
import { JoinRefusal } from "./rooms/join-refusal.ts";

const payloadBytes = 65_536;
/** A computer room in which everybody tests at once. */
const linesPerMinute = 60;

/** What a page asks for to find out what its network does to the game: the time, a load, and a line of its own. */
export function selfTest(): Router {
  const lines = new Allowance(linesPerMinute, 60_000);
  // what a proxy could shrink would look faster than it is
  const payload = randomBytes(payloadBytes);
  const desk = Router();
  desk.use("/self-test", (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  desk.get("/self-test/clock", (_request, response) => void response.json({ now: Date.now() }));
  desk.get("/self-test/payload", (_request, response) => {
    response.type("application/octet-stream").send(payload);
  });
  desk.post("/self-test/line", async (request, response) => {
    if (!lines.take(request.socket.remoteAddress ?? "")) throw new JoinRefusal("tooMany");
    const id = `self-test-${randomBytes(8).toString("hex")}`;
    await matchMaker.createRoom("selfTest", { id });
    response.status(201).json({ room: id });
  });
  return desk;
}

import { type Client, matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { joinRoom, openRoom } from "../../../client/net/room-link.ts";
import type { LessonRoom } from "../../../server/rooms/lesson-room.ts";
import { sitDown } from "../../kit/sitting.ts";
import { startServer, type TestServer } from "../../kit/test-server.ts";

let server: TestServer;
let code: string;
let hostKey: string;
vi.spyOn(console, "warn").mockImplementation(() => {});

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ code, hostKey } = await openRoom({ server: server.url }));
});

const join = (keys = {}) => joinRoom(code, { server: server.url, ...keys });
const live = () => matchMaker.getLocalRoomById(code) as LessonRoom;
const renameMe = { kind: "renameMe" } as const;
const accepted = { kind: "accepted" };

/** Cuts every line of the room as a pulled plug does. */
const cut = () => {
  for (const client of live().clients) (client.ref as any).terminate();
};

test("a new player gets a key and a link whose view is there", async () => {
  const { link, seatKey, role } = await join();
  expect([role, seatKey.length]).toEqual(["player", 32]);
  expect(link.line.value).toBe("live");
  expect(link.view.value.lesson["now"]).toMatchObject({ phase: "lobby", player: "p1" });
});

test("a key leads back to its seat, and the host's to the host's page", async () => {
  const first = await join();
  const again = await join({ seatKey: first.seatKey });
  expect(again.seatKey).toBe(first.seatKey);
  expect(again.link.view.value.lesson["now"]?.player).toBe("p1");
  const host = await join({ hostKey });
  expect(host.role).toBe("host");
  expect(await host.link.send({ kind: "startRound" })).toEqual(accepted);
});

describe("who is not let in hears why", () => {
  test("at a wrong code, a wrong key, a closed room and a dead line", async () => {
    const at = { server: server.url };
    await expect(joinRoom("100000", at)).rejects.toMatchObject({ reason: "wrongCode" });
    await expect(join({ seatKey: "0".repeat(32) })).rejects.toMatchObject({ reason: "badKey" });
    const host = await join({ hostKey });
    await host.link.send({ kind: "closeRoom" });
    await vi.waitFor(() => expect(host.link.line.value).toBe("over"));
    await expect(join()).rejects.toMatchObject({ reason: "roomClosed" });
    const nowhere = { server: "http://127.0.0.1:9" };
    await expect(joinRoom(code, nowhere)).rejects.toMatchObject({ reason: "unreachable" });
    await expect(openRoom(nowhere)).rejects.toMatchObject({ reason: "unreachable" });
  });
});

test("moves are answered one after the other, and a refused one does not stop the next", async () => {
  const { link } = await join();
  const answers = await Promise.all([
    link.send(renameMe),
    link.send({ kind: "takeBack" }),
    link.send({ kind: "closeRoom" }),
    link.send(renameMe),
  ]);
  expect(answers).toEqual([
    accepted,
    { kind: "refused", reason: "noSeat" },
    { kind: "refused", reason: "notHost" },
    accepted,
  ]);
});

test("a program's flood is refused, and its number is not lost", async () => {
  const { link } = await join();
  const answers = await Promise.all(Array.from({ length: 60 }, () => link.send(renameMe)));
  expect(answers).toContainEqual({ kind: "refused", reason: "tooFast" });
  await vi.waitFor(async () => expect(await link.send(renameMe)).toEqual(accepted));
});

test("a cut line is found again by itself, with the same seat", async () => {
  const { link } = await join();
  cut();
  await vi.waitFor(() => expect(link.line.value).toBe("away"));
  await vi.waitFor(() => expect(link.line.value).toBe("live"), { timeout: 3000 });
  expect(link.view.value.lesson["now"]?.player).toBe("p1");
  expect(await link.send(renameMe)).toEqual(accepted);
});

test("a move whose answer was lost with the line is answered after all, and counted once", async () => {
  const { link } = await join();
  const client = live().clients[0] as Client;
  const mute = vi.spyOn(client, "raw").mockImplementation(() => {});
  const answer = link.send(renameMe);
  await vi.waitFor(() => expect(live().lesson.actors["p1"]?.last).toBe(1));
  const nickname = live().lesson.players["p1"]?.nickname;
  cut();
  expect(await answer).toEqual(accepted);
  expect(mute).toHaveBeenCalled();
  expect(live().lesson.players["p1"]?.nickname).toBe(nickname);
  expect(live().lesson.actors["p1"]?.last).toBe(1);
});

test("a move made while the line is away is made when it is back", async () => {
  const { link } = await join();
  cut();
  await vi.waitFor(() => expect(link.line.value).toBe("away"));
  expect(await link.send(renameMe)).toEqual(accepted);
});

test("whoever takes the seat elsewhere ends the link for good", async () => {
  const { link, seatKey } = await join();
  const elsewhere = await join({ seatKey });
  await vi.waitFor(() => expect(link.line.value).toBe("over"));
  expect(await link.send(renameMe)).toEqual({ kind: "refused", reason: "closed" });
  expect(elsewhere.link.line.value).toBe("live");
});

test("a link ends with its room, and has seen the last page", async () => {
  const [{ link }, host] = [await join(), await join({ hostKey })];
  await host.link.send({ kind: "closeRoom" });
  await vi.waitFor(() => expect(link.line.value).toBe("over"));
  expect(link.view.value.lesson["now"]?.phase).toBe("over");
});

test("who leaves leaves their seat to the autopilot, and does not come back by itself", async () => {
  const { link } = await join();
  link.leave();
  expect(link.line.value).toBe("over");
  await vi.waitFor(() => expect(live().lesson.players["p1"]?.online).toBe(false));
  expect(await link.send(renameMe)).toEqual({ kind: "refused", reason: "closed" });
  expect(live().clients).toHaveLength(0);
});

test("the lesson's clock is read to within the line's delay", async () => {
  const { link } = await join();
  const other = await sitDown(server.url, code);
  const askedAt = link.lessonNow();
  const { now } = await other.room.request("sync");
  expect(now).toBeGreaterThan(askedAt - 250);
  expect(now).toBeLessThan(link.lessonNow() + 250);
});

test("play time runs with the round and stands still in a pause", async () => {
  const [{ link }, host] = [await join(), await join({ hostKey })];
  expect(link.playNow()).toBe(0);
  await host.link.send({ kind: "startRound" });
  await link.send({ kind: "ready" });
  await vi.waitFor(() => expect(link.playNow()).toBeGreaterThan(100));
  await host.link.send({ kind: "pause" });
  await vi.waitFor(() => expect(link.view.value.lesson["now"]?.paused).toBe(true));
  const stands = link.playNow();
  const lessonThen = link.lessonNow();
  await vi.waitFor(() => expect(link.lessonNow()).toBeGreaterThan(lessonThen + 100));
  expect(link.playNow()).toBe(stands);
});

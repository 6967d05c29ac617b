import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { openRoom } from "../../../client/net/room-link.ts";
import { readJournal } from "../../../server/reports/journal-file.ts";
import type { LessonRoom } from "../../../server/rooms/lesson-room.ts";
import { replay } from "../../../shared/lesson/journal.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { playActs } from "../../kit/play-acts.ts";
import { damageJournal, journalOf } from "../../kit/saved-journal.ts";
import { sitDown } from "../../kit/sitting.ts";
import { startServer, type TestServer } from "../../kit/test-server.ts";

let server: TestServer;
let code: string;
let hostKey: string;
let screenKey: string;
vi.spyOn(console, "warn").mockImplementation(() => {});

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ code, hostKey, screenKey } = await openRoom({ server: server.url }));
});

const sit = (keys = {}) => sitDown(server.url, code, keys);
const live = () => matchMaker.getLocalRoomById(code) as LessonRoom;
const goOn = (left = { code, hostKey }) => openRoom({ server: server.url, ...left });

/** The room ends as it does when nobody has been there for long, or when the server stops. */
async function endRoom() {
  await live().disconnect();
  await vi.waitFor(() => expect(live()).toBeUndefined());
}

/** A class of two that has played a little and is in the middle of a round. */
async function playClass() {
  const [host, a, b] = [await sit({ hostKey }), await sit(), await sit()];
  await host.move(1, { kind: "startRound" });
  await Promise.all([a.move(1, { kind: "ready" }), b.move(1, { kind: "ready" })]);
  await playActs(live(), [a, b], 3);
  return { host, a, b };
}

test("a lesson whose room has ended goes on under its code: with its people, its scores and its keys", async () => {
  const { host, a, b } = await playClass();
  await host.move(2, { kind: "endRound" });
  await vi.waitFor(() => expect(host.view().lesson["now"]?.phase).toBe("result"));
  const { results, standings, players } = host.view();
  expect(Object.keys(results).length).toBeGreaterThan(0);
  await endRoom();
  expect(await goOn()).toEqual({ code, hostKey, screenKey });
  const again = await sit({ hostKey });
  expect(again.view()).toMatchObject({ results, standings });
  expect(again.view().lesson["now"]?.phase).toBe("result");
  const names = (of: typeof players) => Object.values(of).map(({ nickname }) => nickname);
  expect(names(again.view().players)).toEqual(names(players));
  expect(Object.values(again.view().players).map(({ online }) => online)).toEqual([false, false]);
  const [first, second] = [await sit({ seatKey: a.seat.key }), await sit({ seatKey: b.seat.key })];
  expect([first.seat.actor, second.seat.actor]).toEqual(["p1", "p2"]);
  expect((await sit()).seat.actor).toBe("p3");
  expect((await sit({ screenKey })).seat.role).toBe("screen");
  expect(
    await again.move(live().lesson.actors["host"]?.last ?? 0, { kind: "pause" }),
  ).toMatchObject({ kind: "already" });
});

test("a round that was being played when the room ended is over, and counts", async () => {
  await playClass();
  const acts = live().lesson.networks["n1"]?.match.acts.length;
  await endRoom();
  await goOn();
  const { lesson } = live();
  expect(lesson.phase).toBe("result");
  expect(lesson.networks["n1"]?.match.acts).toHaveLength(acts ?? -1);
  expect(lesson.records.map(({ round }) => round)).toEqual([1, 1]);
});

test("what was saved and went on is still the fold of its journal", async () => {
  const { a, b } = await playClass();
  await endRoom();
  await goOn();
  const host = await sit({ hostKey });
  const back = [await sit({ seatKey: a.seat.key }), await sit({ seatKey: b.seat.key })] as const;
  const counted = live().lesson.actors["host"]?.last ?? 0;
  await host.move(counted + 1, { kind: "startRound" });
  const [n1, n2] = ["p1", "p2"].map((id) => (live().lesson.actors[id]?.last ?? 0) + 1);
  await Promise.all([back[0].move(n1, { kind: "ready" }), back[1].move(n2, { kind: "ready" })]);
  await playActs(live(), back, 2);
  await host.move(counted + 2, { kind: "endRound" });
  const { lesson } = live();
  const folded = replay(readJournal(live().journal.path), missions, lesson.now);
  expect(hashOf(folded)).toBe(hashOf(lesson));
  expect(new Set(lesson.records.map(({ round }) => round))).toEqual(new Set([1, 2]));
});

test("a room that is still there is told again, and stays as it is", async () => {
  const player = await sit();
  expect(await goOn()).toEqual({ code, hostKey, screenKey });
  expect(player.room.connection.isOpen).toBe(true);
});

test("two hosts' pages that go on at once find themselves in one room", async () => {
  await sit();
  await endRoom();
  await Promise.all([goOn(), goOn(), goOn()]);
  const found = await matchMaker.query({ roomId: code });
  expect(found).toHaveLength(1);
});

test("nobody goes on without the host's key, with another code, or with a lesson that is over", async () => {
  const [host, player] = [await sit({ hostKey }), await sit()];
  const seatKey = player.seat.key ?? "";
  const bad = [seatKey, screenKey, "0".repeat(32), ""];
  for (const key of bad)
    await expect(goOn({ code, hostKey: key })).rejects.toMatchObject({ reason: "badKey" });
  await expect(goOn({ code: "100000", hostKey })).rejects.toMatchObject({ reason: "wrongCode" });
  await expect(goOn({ code: "../../x", hostKey })).rejects.toMatchObject({ reason: "wrongCode" });
  await host.move(1, { kind: "closeRoom" });
  await expect(goOn()).rejects.toMatchObject({ reason: "roomClosed" });
  await endRoom();
  for (const key of bad)
    await expect(goOn({ code, hostKey: key })).rejects.toMatchObject({ reason: "badKey" });
  await expect(goOn()).rejects.toMatchObject({ reason: "roomClosed" });
});

test("a journal of other rules is not gone on with", async () => {
  await sit();
  const { path } = live().journal;
  await endRoom();
  damageJournal(path, (text) => text.replace(/"rules":"[^"]*"/, '"rules":"0"'));
  await expect(goOn()).rejects.toMatchObject({ reason: "lessonOld" });
});

test("half a line at the end, as a power cut leaves it, is no move", async () => {
  const player = await sit();
  await player.move(1, { kind: "renameMe" });
  const { path } = live().journal;
  const name = live().lesson.players["p1"]?.nickname;
  await endRoom();
  damageJournal(path, (text) => `${text}{"at":99999,"by":"p1","n":2,"intent":{"kind":"rena`);
  await goOn();
  expect(live().lesson.players["p1"]?.nickname).toBe(name);
  const back = await sit({ seatKey: player.seat.key });
  await back.move(2, { kind: "renameMe" });
  const { lesson } = live();
  expect(hashOf(replay(readJournal(path), missions, lesson.now))).toBe(hashOf(lesson));
});

test("the keys themselves are nowhere on disk", async () => {
  const player = await sit();
  const text = journalOf(live().journal.path);
  for (const key of [hostKey, screenKey, player.seat.key ?? ""]) expect(text).not.toContain(key);
});

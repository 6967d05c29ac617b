import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Client, matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { openRoom } from "../../../client/net/room-link.ts";
import { readJournal } from "../../../server/reports/journal-file.ts";
import type { LessonRoom } from "../../../server/rooms/lesson-room.ts";
import type { HostIntent, Intent } from "../../../shared/contract/intent.ts";
import { hostKinds } from "../../../shared/contract/parse-host-intent.ts";
import { advance } from "../../../shared/lesson/advance.ts";
import { journalFault, replay } from "../../../shared/lesson/journal.ts";
import { mostPlayers } from "../../../shared/lesson/players.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { later } from "../../../shared/lib/instant.ts";
import { sitDown } from "../../kit/sitting.ts";
import { startServer, type TestServer } from "../../kit/test-server.ts";

let server: TestServer;
let code: string;
let hostKey: string;
let screenKey: string;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ code, hostKey, screenKey } = await openRoom({ server: server.url }));
});

const sit = (keys = {}) => sitDown(server.url, code, keys);
vi.spyOn(console, "warn").mockImplementation(() => {});
const live = () => matchMaker.getLocalRoomById(code) as LessonRoom;
const renameMe = { kind: "renameMe" };
const noKey = "0".repeat(32);

/** Everything that only a host may ask for. */
const hostMoves: readonly HostIntent[] = [
  { kind: "startRound" },
  { kind: "pause" },
  { kind: "resume" },
  { kind: "extend" },
  { kind: "endRound" },
  { kind: "endSoon" },
  { kind: "closeRoom" },
  { kind: "kick", player: "p1" },
  { kind: "lock", locked: true },
  { kind: "setPace", pace: 5 },
  { kind: "setLesson", explainFirst: true },
  { kind: "setSize", size: 12 },
  { kind: "setPlaylist", missions: ["address-and-door-1"] },
  { kind: "fault", fault: { kind: "killBox", box: "server" } },
  { kind: "moveSeat", player: "p1", network: "n1", box: "router1" },
  { kind: "assist", player: "p1", assistance: "guided" },
  { kind: "rename", player: "p1" },
  { kind: "hint", player: "p1" },
  { kind: "setTeams", teams: [["p1"]] },
  { kind: "mixTeams" },
  { kind: "keepTeams" },
  { kind: "lookOver", player: "p1" },
  { kind: "showNetwork", network: "n1" },
  { kind: "debrief", step: "guess" },
  { kind: "tape", at: 0, rate: 1 },
];

describe("a seat", () => {
  test("is drawn with its key, and its whole view is there at once", async () => {
    expect(code).toMatch(/^[1-9][0-9]{5}$/);
    expect(hostKey).toMatch(/^[0-9a-f]{32}$/);
    expect(screenKey).toMatch(/^[0-9a-f]{32}$/);
    expect(screenKey).not.toBe(hostKey);
    const [first, second] = [await sit(), await sit()];
    expect([first.seat.actor, second.seat.actor]).toEqual(["p1", "p2"]);
    expect(first.seat.key).toMatch(/^[0-9a-f]{32}$/);
    expect(first.seat.key).not.toBe(second.seat.key);
    expect(second.view()).toEqual(viewFor(live().lesson, { kind: "player", player: "p2" }));
    await vi.waitFor(() => expect(Object.keys(first.view().players)).toEqual(["p1", "p2"]));
  });

  test("is found again with its key from another socket, which closes the first one", async () => {
    const here = await sit();
    const there = await sit({ seatKey: here.seat.key });
    expect(there.seat).toEqual({ role: "player", actor: "p1" });
    expect(await here.closed).toBe(4100);
    expect(await there.move(1, renameMe)).toEqual({ kind: "accepted" });
    expect(live().lesson.players["p1"]?.online).toBe(true);
  });

  test("stays its player's while the line is cut", async () => {
    const [cut, other] = [await sit(), await sit()];
    await cut.room.leave();
    await vi.waitFor(() => expect(other.view().players["p1"]?.online).toBe(false));
    await sit({ seatKey: cut.seat.key });
    await vi.waitFor(() => expect(other.view().players["p1"]?.online).toBe(true));
  });

  test("is gone with its key once the host has put the player out", async () => {
    const [host, player] = [await sit({ hostKey }), await sit()];
    await host.move(1, { kind: "kick", player: "p1" });
    expect(await player.closed).toBe(4101);
    await expect(sit({ seatKey: player.seat.key })).rejects.toThrow("badKey");
  });
});

describe("a move", () => {
  test("counts once, however often it is sent", async () => {
    const player = await sit();
    const before = live().lesson.players["p1"]?.nickname;
    expect(await player.move(1, renameMe)).toEqual({ kind: "accepted" });
    const after = live().lesson.players["p1"]?.nickname;
    expect(after).not.toBe(before);
    expect(await player.move(1, renameMe)).toEqual({
      kind: "already",
      first: { kind: "accepted" },
    });
    expect(live().lesson.players["p1"]?.nickname).toBe(after);
  });

  test.each([
    ["nothing", undefined, undefined],
    ["no number", "one", renameMe],
    ["a number below one", 0, renameMe],
    ["a broken number", 1.5, renameMe],
    ["an unknown intent", 1, { kind: "win" }],
    ["an intent of the server", 1, { kind: "lineCut", player: "p2" }],
    ["an act without its columns", 1, { kind: "act", act: { kind: "forward" } }],
    ["a prototype", 1, { kind: "act", act: { kind: "constructor" } }],
  ])("that is %s is refused, and nothing else changes", async (_what, n, intent) => {
    const player = await sit();
    const before = hashOf(live().lesson.players);
    expect(await player.move(n, intent)).toEqual({ kind: "refused", reason: "malformed" });
    expect(hashOf(live().lesson.players)).toBe(before);
    expect(await player.move(1, renameMe)).toEqual({ kind: "accepted" });
  });

  test("of a player who asks for what is the host's is refused, whatever it is", async () => {
    const player = await sit();
    const asItStands = () => hashOf({ ...live().lesson, now: 0, actors: {} });
    const before = asItStands();
    for (const [at, intent] of hostMoves.entries())
      expect(await player.move(at + 1, intent)).toEqual({ kind: "refused", reason: "notHost" });
    expect(hostMoves.map(({ kind }) => kind).sort()).toEqual([...hostKinds].sort());
    expect(asItStands()).toBe(before);
  });

  test("at a desk counts before whatever its player asks or does next", async () => {
    const wave: Intent = { kind: "act", act: { kind: "raiseFlag", flag: "wait" } };
    const [one, other] = [await sit(), await sit()];
    void other.move(1, wave);
    expect(await other.room.request("sync")).toMatchObject({ moves: 1 });
    const answers = await Promise.all([one.move(1, wave), one.move(2, renameMe)]);
    expect(answers).toEqual([{ kind: "refused", reason: "notPlaying" }, { kind: "accepted" }]);
    one.room.send("move", { n: 3, intent: wave });
    await one.room.leave();
    await vi.waitFor(() => expect(live().lesson.players["p1"]?.online).toBe(false));
    expect(live().lesson.actors["p1"]?.last).toBe(3);
  });

  test("comes too fast when there are more than twenty-five in a second", async () => {
    const [fast, slow] = [await sit(), await sit()];
    const asked = Array.from({ length: 40 }, (_, at) => fast.move(at + 1, renameMe));
    const answers = await Promise.all(asked);
    expect(answers.slice(0, 25)).toEqual(Array(25).fill({ kind: "accepted" }));
    expect(answers.at(-1)).toEqual({ kind: "refused", reason: "tooFast" });
    expect(await slow.move(1, renameMe)).toEqual({ kind: "accepted" });
  });

  test("from a socket that has lost its seat is refused, even before that socket is closed", async () => {
    const here = await sit();
    const client = live().clients.get(here.room.sessionId) as Client;
    await sit({ seatKey: here.seat.key });
    const late = { n: 1, intent: renameMe };
    expect(live().messages.move(client, late)).toEqual({ kind: "refused", reason: "closed" });
  });
});

describe("the door", () => {
  test("says a wrong key", async () => {
    await expect(sit({ seatKey: noKey })).rejects.toMatchObject({ code: 403, message: "badKey" });
    await expect(sit({ hostKey: noKey })).rejects.toMatchObject({ code: 403, message: "badKey" });
    await expect(sit({ hostKey: (await sit()).seat.key })).rejects.toThrow("badKey");
  });

  test("says a full room to one player too many, and lets the host and everybody's keys in", async () => {
    const players = await Promise.all(Array.from({ length: mostPlayers }, () => sit()));
    await expect(sit()).rejects.toMatchObject({ code: 409, message: "roomFull" });
    expect((await sit({ hostKey })).seat.role).toBe("host");
    const again = await sit({ seatKey: players[7]?.seat.key });
    expect(again.seat.actor).toBe(players[7]?.seat.actor);
  });

  test("says a closed room, and who is inside sees the end before the line goes", async () => {
    const [host, player] = [await sit({ hostKey }), await sit()];
    expect(await host.move(1, { kind: "closeRoom" })).toEqual({ kind: "accepted" });
    expect(await player.closed).toBe(4102);
    expect(player.view().lesson["now"]?.phase).toBe("over");
    await expect(sit()).rejects.toMatchObject({ code: 410, message: "roomClosed" });
  });
});

describe("a big screen", () => {
  test("sees the class and no desk, and makes no move", async () => {
    const [host, player] = [await sit({ hostKey }), await sit()];
    const screen = await sit({ screenKey });
    expect(screen.seat).toEqual({ role: "screen", actor: "screen" });
    await host.move(1, { kind: "startRound" });
    await player.move(1, { kind: "ready" });
    await host.move(2, { kind: "lookOver", player: "p1" });
    await vi.waitFor(() => expect(Object.keys(host.view().rules)).toHaveLength(1));
    await vi.waitFor(() =>
      expect(screen.view()).toEqual(viewFor(live().lesson, { kind: "screen" })),
    );
    expect(Object.keys(screen.view().boxes)).toContain("n1/router1");
    const desk = ["belt", "errands", "doors", "dues", "rules", "happenings", "book"] as const;
    const hosts = ["troubles", "concepts", "results", "seats", "tallies", "mine"] as const;
    for (const table of [...desk, ...hosts]) expect(screen.view()[table]).toEqual({});
    for (const intent of [renameMe, { kind: "pause" }, { kind: "closeRoom" }])
      expect(await screen.move(1, intent)).toEqual({ kind: "refused", reason: "notPlayer" });
    expect(live().lesson.actors["screen"]).toBeUndefined();
  });

  test("may be one of several, of which none closes another", async () => {
    const screens = await Promise.all(Array.from({ length: 8 }, () => sit({ screenKey })));
    await expect(sit({ screenKey })).rejects.toThrow("roomFull");
    await screens[0]?.room.leave();
    await vi.waitFor(async () => expect((await sit({ screenKey })).seat.role).toBe("screen"));
    for (const screen of screens.slice(1)) expect(screen.room.connection.isOpen).toBe(true);
  });

  test("opens with no other key, and its key opens nothing else", async () => {
    const player = await sit();
    for (const key of [noKey, hostKey, player.seat.key])
      await expect(sit({ screenKey: key })).rejects.toThrow("badKey");
    await expect(sit({ hostKey: screenKey })).rejects.toThrow("badKey");
    await expect(sit({ seatKey: screenKey })).rejects.toThrow("badKey");
  });
});

test("a locked room says so, and lets everybody's keys in", async () => {
  const [host, player] = [await sit({ hostKey }), await sit()];
  await host.move(1, { kind: "lock", locked: true });
  await expect(sit()).rejects.toMatchObject({ code: 423, message: "roomLocked" });
  expect((await sit({ seatKey: player.seat.key })).seat.actor).toBe("p1");
});

test("a host who loses the line keeps the room", async () => {
  const [host, player] = [await sit({ hostKey }), await sit()];
  await host.room.leave();
  expect(await player.move(1, renameMe)).toEqual({ kind: "accepted" });
  expect((await sit({ hostKey })).seat.role).toBe("host");
});

test("nobody's key ever reaches anybody else, nor any socket's address", async () => {
  const [host, a, b] = [await sit({ hostKey }), await sit(), await sit()];
  await a.move(1, renameMe);
  const back = await sit({ seatKey: b.seat.key });
  await host.move(1, { kind: "startRound" });
  const all = [host, a, b, back];
  await vi.waitFor(() => {
    for (const each of [host, a, back]) expect(each.view().lesson["now"]?.phase).toBe("briefing");
  });
  for (const holder of [a, b]) {
    const key = holder.seat.key ?? "";
    const readers = all.filter((each) => each.received().includes(key));
    expect(readers).toEqual([holder]);
  }
  for (const each of all) {
    expect(each.received().includes(hostKey)).toBe(false);
    expect(each.room.connection.url).not.toMatch(/[0-9a-f]{32}/);
  }
});

test("the journal, written before each answer, folds into the live lesson", async () => {
  const [host, a, b] = [await sit({ hostKey }), await sit(), await sit()];
  await a.move(1, renameMe);
  await b.move(2, renameMe);
  await host.move(1, { kind: "startRound" });
  await Promise.all([a.move(2, { kind: "ready" }), b.move(1, { kind: "ready" })]);
  await vi.waitFor(() => expect(a.view().lesson["now"]?.phase).toBe("play"));
  await a.move(3, { kind: "act", act: { kind: "askDoor", service: "time" } });
  await b.room.leave();
  await vi.waitFor(() => expect(live().lesson.players["p2"]?.online).toBe(false));
  const file = readdirSync(join(server.dataDir, "journals")).find((name) => name.startsWith(code));
  const journal = readJournal(join(server.dataDir, "journals", file ?? ""));
  expect(journalFault(journal, missions)).toBeUndefined();
  const until = later(live().lesson.now, 60_000);
  const told = structuredClone(live().lesson);
  advance(told, until);
  expect(hashOf(replay(journal, missions, until))).toBe(hashOf(told));
});

test("a room ends half an hour after the last one has left, and not before", async () => {
  const player = await sit();
  await player.room.leave();
  await vi.waitFor(() => expect(live().clients).toHaveLength(0));
  const now = performance.now.bind(performance);
  const ahead = vi.spyOn(performance, "now").mockImplementation(() => now() + 29 * 60_000);
  await (await sit({ seatKey: player.seat.key })).room.leave();
  await vi.waitFor(() => expect(live().clients).toHaveLength(0));
  ahead.mockImplementation(() => now() + 60 * 60_000);
  await vi.waitFor(() => expect(live()).toBeUndefined());
  await expect(sit()).rejects.toThrow("roomClosed");
});

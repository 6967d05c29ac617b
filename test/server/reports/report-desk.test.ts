import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { captureWords } from "../../../assets/text/capture-words.ts";
import { texts } from "../../../assets/text/text.ts";
import { openRoom } from "../../../client/net/room-link.ts";
import { fetchCaptures, fetchJournal, fetchStory } from "../../../client/net/room-reports.ts";
import { hashKey } from "../../../server/rooms/key.ts";
import type { LessonRoom } from "../../../server/rooms/lesson-room.ts";
import { captureLinks } from "../../../shared/lesson/captures.ts";
import { journalFault, replay, type SealedJournal } from "../../../shared/lesson/journal.ts";
import { storyOf } from "../../../shared/lesson/story.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { encodeCaptureFile } from "../../../shared/wire/capture-file.ts";
import { playActs } from "../../kit/play-acts.ts";
import { type Sitting, sitDown } from "../../kit/sitting.ts";
import { startServer, type TestServer } from "../../kit/test-server.ts";
import { unzipFiles } from "../../kit/unzip-files.ts";

let server: TestServer;
let code: string;
let keys: { readonly host: string; readonly screen: string; readonly seat: string };
let host: Sitting;
let players: readonly Sitting[];
vi.spyOn(console, "warn").mockImplementation(() => {});
const said = vi.spyOn(console, "error").mockImplementation(() => {});

/** A class of two that has played one round to its end and is in the middle of the second. */
beforeAll(async () => {
  server = await startServer();
  const opened = await openRoom({ server: server.url });
  code = opened.code;
  host = await sitDown(server.url, code, { hostKey: opened.hostKey });
  players = [await sitDown(server.url, code), await sitDown(server.url, code)];
  keys = { host: opened.hostKey, screen: opened.screenKey, seat: players[0]?.seat.key ?? "" };
  await host.move(1, { kind: "startRound" });
  await Promise.all(players.map((player) => player.move(1, { kind: "ready" })));
  await playActs(live(), players, 4);
  await host.move(2, { kind: "endRound" });
  await host.move(3, { kind: "startRound" });
}, 60_000);
afterAll(() => server.close());

const live = () => matchMaker.getLocalRoomById(code) as LessonRoom;
const as = (key: string, room = code) => ({ server: server.url, code: room, key });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/rooms/${code}/${path}`, { headers });
const refused = (reason: string) => ({ kind: "refused", reason });
const noKey = "0".repeat(32);

test.each(["host", "screen", "seat"] as const)(
  "whoever has the %s key is told the story of a round that is over",
  async (role) => {
    const answer = await fetchStory(as(keys[role]), 1, "n1");
    if (answer.kind !== "told") throw new Error(answer.reason);
    expect(
      answer.told.acts.filter(({ evidence }) => evidence !== undefined).length,
    ).toBeGreaterThan(3);
    expect(answer.told).toEqual(storyOf(await readBack(), missions, live().lesson.now, "n1", 1));
  },
);

test("a story is told again the same, and holds nobody's key", async () => {
  const [first, second] = await Promise.all([1, 2].map(() => fetchStory(as(keys.seat), 1, "n1")));
  expect(first).toEqual(second);
  const text = JSON.stringify(first);
  for (const key of Object.values(keys)) {
    expect(text).not.toContain(key);
    expect(text).not.toContain(hashKey(key));
  }
});

test("a round that is being played is not told yet, and one that never was is not there", async () => {
  expect(await fetchStory(as(keys.host), 2, "n1")).toEqual(refused("notOver"));
  expect((await get("rounds/2/networks/n1/story", bearer(keys.host))).status).toBe(409);
  for (const round of [0, 3, -1, 1.5])
    expect(await fetchStory(as(keys.host), round, "n1")).toEqual(refused("noSuchRound"));
  for (const network of ["n2", "constructor"])
    expect(await fetchStory(as(keys.host), 1, network)).toEqual(refused("noSuchRound"));
  expect((await get("rounds/one/networks/n1/story", bearer(keys.host))).status).toBe(404);
});

test("without a key of this very room nothing is told", async () => {
  const other = await openRoom({ server: server.url });
  for (const key of [noKey, "", other.hostKey]) {
    expect(await fetchStory(as(key), 1, "n1")).toEqual(refused("badKey"));
    expect(await fetchJournal(as(key))).toEqual(refused("badKey"));
    expect(await fetchCaptures(as(key), 1, "ko")).toEqual(refused("badKey"));
  }
  expect((await get("journal.json")).status).toBe(403);
  expect((await get(`journal.json?key=${keys.host}`)).status).toBe(403);
  expect(await fetchJournal(as(keys.host, "100000"))).toEqual(refused("wrongCode"));
});

test("the downloads are the host's alone", async () => {
  for (const key of [keys.seat, keys.screen]) {
    expect(await fetchJournal(as(key))).toEqual(refused("notHost"));
    expect(await fetchCaptures(as(key), 1, "ko")).toEqual(refused("notHost"));
  }
});

test("the captures of a round open in any program for zips, one for each link of each network", async () => {
  const answer = await fetchCaptures(as(keys.host), 1, "en");
  if (answer.kind !== "told") throw new Error(answer.reason);
  const files = unzipFiles(Buffer.from(await answer.told.arrayBuffer()));
  const story = storyOf(await readBack(), missions, live().lesson.now, "n1", 1);
  const captures = story === undefined ? [] : captureLinks(story, captureWords(texts.en));
  expect(captures.length).toBeGreaterThan(2);
  expect(files).toEqual(
    Object.fromEntries(
      captures.map((capture) => [
        `n1/${capture.link}.pcapng`,
        Buffer.from(encodeCaptureFile(capture)),
      ]),
    ),
  );
  expect(await fetchCaptures(as(keys.host), 2, "en")).toEqual(refused("notOver"));
});

test("the journal that is given away holds no key, and replays to the same lesson but for keys", async () => {
  const journal = await readBack();
  expect(journalFault(journal, missions)).toBeUndefined();
  expect(JSON.stringify(journal)).not.toMatch(/[0-9a-f]{32}/);
  const until = live().lesson.now;
  const own = { options: live().lesson.options, format: 1, rules: journal.rules } as const;
  expect(journal).toMatchObject(own);
  const keyless = structuredClone(live().lesson);
  for (const player of Object.values(keyless.players)) Object.assign(player, { keyHash: "" });
  expect(hashOf(replay(journal, missions, until))).toBe(hashOf(keyless));
  expect(journal.seal).toEqual({ at: until, hash: hashOf(keyless) });
});

test("what is asked for in vain is not logged, and no key ever is", () => {
  const lines = [...said.mock.calls, ...vi.mocked(console.warn).mock.calls].flat().map(String);
  expect(lines.join("\n")).not.toMatch(/[0-9a-f]{32}/);
  expect(said).not.toHaveBeenCalled();
});

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

async function readBack(): Promise<SealedJournal> {
  const answer = await fetchJournal(as(keys.host));
  if (answer.kind !== "told") throw new Error(answer.reason);
  return JSON.parse(await answer.told.text());
}

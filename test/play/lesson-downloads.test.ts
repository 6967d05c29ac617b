import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { texts } from "../../assets/text/text.ts";
import { openRoom } from "../../client/net/open-room.ts";
import { fetchCaptures, fetchJournal, type Told } from "../../client/net/room-reports.ts";
import { resultsCsv } from "../../client/present/console-csv.ts";
import type { LessonRoom } from "../../server/rooms/lesson-room.ts";
import type { View } from "../../shared/contract/view.ts";
import { type Journal, journalFault, replay } from "../../shared/lesson/journal.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import { playActs } from "../kit/play-acts.ts";
import { sitDown } from "../kit/sitting.ts";
import { startServer, type TestServer } from "../kit/test-server.ts";
import { hasTshark, readWithTshark } from "../run/wireshark.ts";

vi.spyOn(console, "warn").mockImplementation(() => {});
const office = "soffice";
const folder = mkdtempSync(join(tmpdir(), "port-of-call-downloads-"));
let server: TestServer;
let room: LessonRoom;
let member: { readonly server: string; readonly code: string; readonly key: string };
let seen: View;

/** A class of two that has played a round to its end, and what its host sees. */
beforeAll(async () => {
  server = await startServer();
  const { code, hostKey } = await openRoom({ server: server.url });
  member = { server: server.url, code, key: hostKey };
  const host = await sitDown(server.url, code, { hostKey });
  const players = [await sitDown(server.url, code), await sitDown(server.url, code)];
  room = matchMaker.getLocalRoomById(code) as LessonRoom;
  await host.move(1, { kind: "startRound" });
  await Promise.all(players.map((player) => player.move(1, { kind: "ready" })));
  await playActs(room, players, 6);
  await host.move(2, { kind: "endRound" });
  await vi.waitFor(() => expect(host.view().lesson["now"]?.phase).toBe("result"));
  seen = host.view();
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function save(name: string, coming: Promise<Told<Blob>>): Promise<string> {
  const answer = await coming;
  if (answer.kind === "refused") throw new Error(answer.reason);
  const path = join(folder, name);
  writeFileSync(path, Buffer.from(await answer.told.arrayBuffer()));
  return path;
}

const has = (program: string, option: string): boolean =>
  spawnSync(program, [option]).error === undefined;

test.skipIf(!has("unzip", "-v") || !hasTshark()).each(["ko", "en"])(
  "the captures are unpacked by unzip and read by tshark, comments and all, in %s",
  async (language) => {
    const zip = await save(`${language}.zip`, fetchCaptures(member, 1, language));
    const into = join(folder, language);
    expect(spawnSync("unzip", ["-q", zip, "-d", into]).status).toBe(0);
    const names = readdirSync(into, { recursive: true }).map(String);
    const captures = names.filter((name) => name.endsWith(".pcapng"));
    const frames = (
      await Promise.all(captures.map((name) => readWithTshark(join(into, name))))
    ).flat();
    expect(frames.length).toBeGreaterThan(2);
    expect(frames.filter(({ malformed }) => malformed)).toEqual([]);
    const comments = frames.map(({ comment }) => comment).filter((comment) => comment !== "");
    expect(comments.length).toBeGreaterThan(0);
    expect(/[가-힣]/.test(comments.join())).toBe(language === "ko");
  },
);

test("the journal that was downloaded is opened again: it replays to what the host has seen", async () => {
  const path = await save("journal.json", fetchJournal(member));
  const journal: Journal = JSON.parse(readFileSync(path, "utf8"));
  expect(journalFault(journal, missions)).toBeUndefined();
  const again = viewFor(replay(journal, missions, room.lesson.now), { kind: "host" });
  expect([again.standings, again.results]).toEqual([seen.standings, seen.results]);
  expect(Object.keys(seen.results).length).toBeGreaterThan(0);
});

test.skipIf(!has(office, "--version"))(
  "LibreOffice opens the results with every word of Korean in its cell",
  () => {
    const csv = resultsCsv(seen, { p1: "1조 김민서", p2: "2조 이지우" }, texts.ko);
    const path = join(folder, "results.csv");
    writeFileSync(path, csv);
    const profile = `-env:UserInstallation=file://${join(folder, "office")}`;
    // commas, quotes, and 0: it finds the encoding out by itself, as it does when somebody opens the file
    const how = ["--headless", "--infilter=CSV:44,34,0,1", "--convert-to", "fods"];
    // without a locale that has Korean it loses every word of it
    const env = { ...process.env, LC_ALL: "C.UTF-8" };
    expect(spawnSync(office, [profile, ...how, "--outdir", folder, path], { env }).status).toBe(0);
    const opened = readFileSync(join(folder, "results.fods"), "utf8");
    const cells = [...opened.matchAll(/<text:p>([^<]*)<\/text:p>/g)].map(([, cell = ""]) => cell);
    const words = csv
      .slice(1)
      .split(/\r\n|,/)
      .filter((cell) => /[가-힣]/.test(cell));
    expect(cells.filter((cell) => /[가-힣]/.test(cell))).toEqual(words);
    expect(words).toContain("1조 김민서");
  },
);

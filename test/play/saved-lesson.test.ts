import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { matchMaker } from "@colyseus/core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { openRoom } from "../../client/net/open-room.ts";
import { nameNetwork } from "../../client/present/console-troubles.ts";
import { teamPlaces } from "../../client/present/debrief-team-places.ts";
import type { LessonRoom } from "../../server/rooms/lesson-room.ts";
import { debriefSteps } from "../../shared/contract/debrief-steps.ts";
import type { View } from "../../shared/contract/view.ts";
import type { SealedJournal } from "../../shared/lesson/journal.ts";
import { hashOf } from "../../shared/lib/hash.ts";
import { launch } from "../kit/browser.ts";
import { openGame, screen } from "../kit/game-page.ts";
import { playActs } from "../kit/play-acts.ts";
import { sitDown } from "../kit/sitting.ts";
import { startServer, type TestServer } from "../kit/test-server.ts";

vi.spyOn(console, "warn").mockImplementation(() => {});
const folder = mkdtempSync(join(tmpdir(), "port-of-call-saved-"));
const words = texts.ko;
let server: TestServer;
let browser: Browser;
let saved: string;
let seen: View;
let hash: string;

/** A class of two has played a round to its end, and its host has downloaded the journal in a browser. */
beforeAll(async () => {
  server = await startServer({ files: "dist/client" });
  browser = await launch("--disable-3d-apis");
  const { code, hostKey } = await openRoom({ server: server.url });
  const host = await sitDown(server.url, code, { hostKey });
  const players = [await sitDown(server.url, code), await sitDown(server.url, code)];
  const room = matchMaker.getLocalRoomById(code) as LessonRoom;
  await host.move(1, { kind: "startRound" });
  await Promise.all(players.map((player) => player.move(1, { kind: "ready" })));
  await playActs(room, players, 8);
  await host.move(2, { kind: "endRound" });
  await vi.waitFor(() => expect(host.view().lesson["now"]?.phase).toBe("result"));
  seen = host.view();
  await host.room.leave();
  saved = await download(code, hostKey);
  hash = hashOf(withoutKeys(room));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

/** The lesson as it stood in the room, when nobody's key is known. */
function withoutKeys({ lesson }: LessonRoom): object {
  const open = structuredClone(lesson);
  for (const player of Object.values(open.players)) Object.assign(player, { keyHash: "" });
  return { ...open, now: (JSON.parse(readFileSync(saved, "utf8")) as SealedJournal).seal.at };
}

async function download(code: string, hostKey: string): Promise<string> {
  const kept = JSON.stringify([{ kind: "host", code, key: hostKey }]);
  const { page } = await openGame(
    browser,
    `${server.url}/?host=${code}`,
    { language: "ko" },
    (one) => one.addInitScript((keys) => localStorage.setItem("port-of-call.keys", keys), kept),
  );
  await screen(page, "host");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words.console.results.journal, exact: true }).click(),
  ]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  await page.context().close();
  return path;
}

/** The page for saved lessons, from the front page on; what it needs is there, and the line is cut. */
async function openPage(language: "ko" | "en" = "ko") {
  const { page, errors } = await openGame(browser, server.url, { language });
  await screen(page, "front");
  await page.getByRole("link", { name: texts[language].savedLesson.title }).click();
  await screen(page, "lesson");
  await page.locator('input[type="file"]').waitFor({ state: "attached" });
  await page.context().setOffline(true);
  const asked: string[] = [];
  page.on("request", ({ url }) => asked.push(url()));
  return { page, errors, asked };
}

const choose = (page: Page, path: string) => page.locator('input[type="file"]').setInputFiles(path);
const step = (page: Page, name: keyof typeof words.console.debrief.steps) =>
  page.getByRole("button", { name: words.console.debrief.steps[name], exact: true });

const { forward, reveal: showAnswer } = words.console.debrief;
const onward = new RegExp(`^(${forward}|${showAnswer})$`);
const stepOn = async (page: Page) =>
  (await page.locator(".debrief").getAttribute("data-step")) ?? "";

/** Shows the answer without a guess. */
const reveal = (page: Page) => page.getByRole("button", { name: showAnswer, exact: true }).click();

/** Presses the first answer; what stood there is gone, and the right one is read. */
async function guessByKey(page: Page, asking: string): Promise<void> {
  await page.locator("button.question-option").first().press("Enter");
  await page.locator(`.debrief:not([data-step="${asking}"])`).waitFor();
  await page.locator(".question-answer h3:focus").waitFor();
}

test("the journal that a host downloads opens again, offline, with the same lesson at its end", async () => {
  const { page, errors, asked } = await openPage();
  await choose(page, saved);
  await page.locator(".saved-rounds").waitFor();
  expect(await page.locator(".saved-rounds").getAttribute("data-hash")).toBe(hash);
  await step(page, "standings").click();
  const teams = await page.locator(".debrief-standings tbody tr").all();
  const shown = await Promise.all(
    teams.map((team) => team.locator("th, td strong").allInnerTexts()),
  );
  expect(shown).toEqual(
    teamPlaces(seen).teams.map(({ network, points }) => [
      nameNetwork(network, words),
      points.toLocaleString("ko"),
    ]),
  );
  expect([errors, asked]).toEqual([[], []]);
  await page.context().close();
});

test("the round plays again with a timeline and speeds, as a sequence diagram, and from three desks", async () => {
  const { page, errors } = await openPage();
  await choose(page, saved);
  await step(page, "replay").click();
  const line = page.getByRole("slider", { name: words.debrief.replay.position });
  await page.getByRole("radio", { name: words.debrief.replay.times(16) }).check();
  await line.focus();
  await page.keyboard.press("End");
  const end = await line.getAttribute("max");
  expect(Math.abs(Number(await line.inputValue()) - Number(end))).toBeLessThanOrEqual(500);
  await step(page, "diagram").click();
  await reveal(page);
  await page.locator(".sequence-scroll svg").first().waitFor();
  await page.getByLabel(words.savedLesson.desk).selectOption({ index: 1 });
  await page.getByLabel(words.story.sequence.pick).waitFor();
  await step(page, "desks").click();
  await reveal(page);
  await page.locator('.debrief[data-step="desks"]').waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test("alone one guesses before each part, by keys as well, and is answered at once", async () => {
  const { page, errors } = await openPage();
  await choose(page, saved);
  const walked: string[] = [];
  for (;;) {
    const here = await stepOn(page);
    walked.push(here);
    if (here === "standings") break;
    if (here.startsWith("ask")) await guessByKey(page, here);
    else await page.getByRole("button", { name: onward }).click();
    await page.locator(`.debrief:not([data-step="${here}"])`).waitFor();
  }
  expect(walked).toEqual(debriefSteps.filter((one) => walked.includes(one)));
  expect(walked).toEqual(expect.arrayContaining(["askDiagram", "askDesks"]));
  // another desk is asked about its own errand, and nobody has guessed there yet
  await page.getByLabel(words.savedLesson.desk).selectOption({ index: 1 });
  await step(page, "diagram").click();
  expect(await stepOn(page)).toBe("askDiagram");
  expect(await page.locator('.question-option[aria-pressed="true"]').count()).toBe(0);
  expect(errors).toEqual([]);
  await page.context().close();
});

/** Files that are no journals, each with what is said about it. */
const bad = (): Readonly<
  Record<string, readonly [string, keyof typeof words.savedLesson.faults]>
> => {
  const text = readFileSync(saved, "utf8");
  const journal: SealedJournal = JSON.parse(text);
  const changed = (change: object) => JSON.stringify({ ...journal, ...change });
  return {
    "table.csv": ["별,점수\r\n1,2", "notJson"],
    "half.json": [text.slice(0, text.length / 2), "notJson"],
    "other.json": ['{"stars":{}}', "notJournal"],
    "newer.json": [changed({ format: 2 }), "formatUnknown"],
    "older.json": [changed({ rules: "0" }), "rulesDiffer"],
    "foreign.json": [
      changed({ options: { ...journal.options, mission: "tea-time" } }),
      "missionUnknown",
    ],
    "bent.json": [changed({ moves: [...journal.moves].reverse() }), "damaged"],
    "better.json": [changed({ moves: journal.moves.slice(0, -3) }), "differs"],
    "large.json": [" ".repeat(16 * 1024 * 1024) + text, "tooLarge"],
  };
};

test.each(["ko", "en"] as const)(
  "a file that is no journal is called what it is, and nothing else changes, in %s",
  async (language) => {
    const { page } = await openPage(language);
    await choose(page, saved);
    const rounds = page.locator(".saved-rounds");
    await rounds.waitFor();
    const { faults, stays } = texts[language].savedLesson;
    for (const [name, [content, fault]] of Object.entries(bad())) {
      const path = join(folder, name);
      writeFileSync(path, content);
      await choose(page, path);
      await page.getByRole("alert").getByText(`${faults[fault]} ${stays}`).waitFor();
      expect(await rounds.getAttribute("data-hash")).toBe(hash);
    }
    await page.context().close();
  },
  60_000,
);

test("a file can be dropped onto the page", async () => {
  const { page } = await openPage();
  const data = await page.evaluateHandle(
    (text) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], "lesson.json", { type: "application/json" }));
      return carried;
    },
    readFileSync(saved, "utf8"),
  );
  await page.locator(".saved-lesson").dispatchEvent("drop", { dataTransfer: data });
  await page.locator(".saved-rounds").waitFor();
  await page.context().close();
});

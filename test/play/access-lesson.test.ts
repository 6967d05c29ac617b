import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { debriefSteps } from "../../shared/contract/debrief-steps.ts";
import { launch } from "../kit/browser.ts";
import { screen } from "../kit/game-page.ts";
import { LessonClass } from "../kit/lesson-class.ts";
import { LessonShots } from "../kit/lesson-shots.ts";
import { seriousFindings } from "../kit/serious-findings.ts";
import { startServer, type TestServer } from "../kit/test-server.ts";
import { textFaults } from "../kit/text-faults.ts";

let server: TestServer;
let browser: Browser;
let room: LessonClass;
beforeAll(async () => {
  server = await startServer({ files: "dist/client" });
  browser = await launch("--disable-3d-apis");
  room = await LessonClass.open(browser, server.url, { rounds: 3, roundMs: 300_000 });
  await room.guest.enter(room.code);
  await room.join(7);
}, 60_000);
afterAll(async () => {
  await room?.close();
  await browser?.close();
  await server?.close();
});

/** The smallest text of a screen that is read from the last row, at 1080p. */
const leastOnWall = 28;

const windows = {
  console: [1024, 1366],
  pupil: [1024, 820, 1366],
  screen: [1920],
} as const;
type PageName = keyof typeof windows;
const everybody: readonly PageName[] = ["console", "pupil", "screen"];

const pageOf = (name: PageName): Page =>
  ({ console: room.host.page, pupil: room.guest.page, screen: room.bigScreen })[name];

/** Looks at pages as they stand, in both languages. */
async function look(moment: string, names: readonly PageName[], part = "main"): Promise<void> {
  for (const name of names)
    for (const language of ["en", "ko"] as const) {
      await LessonShots.turnTo(pageOf(name), language);
      await lookAt(name, `${moment} on the ${name} in ${language}`, part);
    }
}

/** At its text in the windows that a class has, and with axe's eyes in the last of them. */
async function lookAt(name: PageName, where: string, part: string): Promise<void> {
  const page = pageOf(name);
  for (const width of windows[name]) {
    await page.setViewportSize({ width, height: heights[width] ?? 768 });
    await page.locator(part).first().waitFor();
    const faults = await textFaults(page, name === "screen" ? leastOnWall : undefined);
    expect([where, width, faults]).toEqual([where, width, []]);
  }
  expect([where, await findingsOn(page, name)]).toEqual([where, []]);
}

/** A desk's two sides are told apart by what is in them; everything else has a name. */
async function findingsOn(page: Page, name: string) {
  const found = await seriousFindings(page);
  return name === "pupil" ? found.filter(({ id }) => id !== "landmark-unique") : found;
}

const heights: Readonly<Record<number, number>> = { 820: 1180, 1920: 1080 };

/** What lies below the edge of the big screen nobody can scroll to. */
const isWholeOnWall = () =>
  room.bigScreen
    .locator(".big-screen main")
    .evaluate((main) =>
      [main, ...main.querySelectorAll(".big-debrief")].every(
        ({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight + 1,
      ),
    );

/** Where the host stops the tape, it stops on every screen; a pupil who goes on alone stays where they are. */
async function followTape(): Promise<void> {
  const { replay } = texts.ko.debrief;
  const [host, pupil, wall] = [room.host.page, room.guest.page, room.bigScreen];
  const stop = host.getByRole("button", { name: replay.pause, exact: true });
  if (await stop.isVisible()) await stop.click();
  const slider = host.getByRole("slider", { name: replay.position });
  const [early, late] = thirds(Number(await slider.getAttribute("max")));
  await slider.fill(early);
  for (const page of [pupil, wall]) await shownAt(page, early).waitFor();
  await pupil.getByRole("button", { name: replay.alone }).click();
  await slider.fill(late);
  await shownAt(wall, late).waitFor();
  expect(await pupil.getByRole("slider", { name: replay.position }).inputValue()).toBe(early);
  await pupil.getByRole("button", { name: replay.together }).click();
  await shownAt(pupil, late).waitFor();
}

/** One step of the debrief, on all pages. */
async function seeStep(step: string): Promise<void> {
  const part = `.debrief[data-step="${step}"]`;
  for (const name of everybody) await pageOf(name).locator(part).waitFor();
  if (await room.guest.isAsked()) await guessTogether();
  await look(`the step ${step}`, everybody, part);
  expect([step, await isWholeOnWall()]).toEqual([step, true]);
  if (step === "replay") await followTape();
}

/** Seven over sockets, and the one who has a page. */
const everyone = 8;

/** Until it is shown a pupil sees their own guess, the wall how many there are, and the host all. */
async function guessTogether(): Promise<void> {
  const [host, pupil, wall] = [room.host.page, room.guest.page, room.bigScreen];
  await room.guest.guess();
  const { count } = texts.ko.debrief.guess;
  for (const page of [host, wall]) await page.getByText(count(everyone), { exact: true }).waitFor();
  await pupil.reload();
  await pupil.locator('.debrief [aria-pressed="true"]').waitFor();
  for (const page of [pupil, wall])
    expect(await page.locator(".option-count, .place-count").count()).toBe(0);
  expect(sum(await host.locator(".option-count, .debrief-tally dd").allInnerTexts())).toBe(
    everyone,
  );
}

/** Then everybody sees how many had chosen what, and which answer was right. */
async function seeAnswers(): Promise<void> {
  for (const name of everybody) {
    const counts = pageOf(name).locator(".question-counts li");
    expect(sum(await counts.locator("strong").allInnerTexts())).toBe(everyone);
    expect(await pageOf(name).locator(".question-counts .right").count()).toBe(1);
  }
}

const sum = (counts: readonly string[]): number =>
  counts.reduce((all, count) => all + Number.parseInt(count, 10), 0);

const shownAt = (page: Page, ms: string) => page.locator(`.replay-line progress[value="${ms}"]`);

/** A third and two thirds of a tape, which can be stopped at every half second. */
const thirds = (endMs: number): readonly [string, string] => {
  const part = (share: number) => String(Math.floor((endMs * share) / 3 / 500) * 500);
  return [part(1), part(2)];
};

test(
  "nothing stands in the way, is cut or too small in the lobby",
  () => look("the lobby", everybody),
  120_000,
);

test("nothing stands in the way, is cut or too small while a round of TCP is played", async () => {
  await room.host.choose("three-handshakes-1");
  await room.host.start();
  await screen(room.guest.page, "briefing");
  await look("role cards", ["pupil"]);
  await room.phase("play", 1, 60_000);
  await room.host.troubleLines();
  await screen(room.guest.page, "play");
  await look("a round", everybody);
  await room.host.endNow();
  await room.phase("result", 1);
  await look("a result", everybody);
}, 240_000);

test("nothing stands in the way, is cut or too small in any step of a debrief, where all guess before they see and follow the host's tape", async () => {
  await room.host.openDebrief();
  const walked: string[] = [];
  while (walked.at(-1) !== debriefSteps.at(-1)) {
    if (walked.length > 0) await room.host.nextStep();
    const step = await room.host.step();
    await seeStep(step);
    if (walked.at(-1)?.startsWith("ask") === true) await seeAnswers();
    walked.push(step);
  }
  expect(walked).toEqual(debriefSteps.filter((step) => walked.includes(step)));
  expect(walked).toEqual(expect.arrayContaining(["askDiagram", "askDesks"]));
}, 400_000);

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { launch } from "../kit/browser.ts";
import { cutElements, screen } from "../kit/game-page.ts";
import { LessonClass } from "../kit/lesson-class.ts";
import { LessonShots } from "../kit/lesson-shots.ts";
import { seriousFindings } from "../kit/serious-findings.ts";
import { startServer, type TestServer } from "../kit/test-server.ts";
import { textFaults } from "../kit/text-faults.ts";

const { pair, shell } = texts.ko;
const roundMs = 80_000;
let server: TestServer;
let browser: Browser;
let room: LessonClass;
beforeAll(async () => {
  server = await startServer({ files: "dist/client" });
  browser = await launch("--disable-3d-apis");
  room = await LessonClass.open(browser, server.url, { rounds: 1, roundMs });
  await room.guest.enter(room.code);
}, 60_000);
afterAll(async () => {
  await room?.close();
  await browser?.close();
  await server?.close();
});

/** Nothing of a page is cut, too small or in somebody's way, in a school's windows and in both languages. */
async function look(page: Page, where: string, part: string): Promise<void> {
  for (const language of ["en", "ko"] as const) {
    await LessonShots.turnTo(page, language);
    for (const width of [1024, 1366]) {
      await page.setViewportSize({ width, height: 768 });
      await page.locator(part).first().waitFor();
      expect([where, language, width, await textFaults(page)]).toEqual([
        where,
        language,
        width,
        [],
      ]);
    }
    const found = (await seriousFindings(page)).filter(({ id }) => id !== "landmark-unique");
    expect([where, language, found]).toEqual([where, language, []]);
  }
}

test("two at one device: a second name, a sheet to copy, names that are not on the desk, and a swap at half-time", async () => {
  const { guest, host } = room;
  const { page } = guest;
  await page.getByRole("button", { name: pair.offer }).click();
  await page.getByRole("heading", { name: pair.together }).waitFor();
  const both = await page.locator(".my-name strong").innerText();
  const [one = "", other = ""] = both.split(" · ");
  await look(page, "the lobby", ".pair-panel");
  await host.page.locator(".people .person-name", { hasText: both }).waitFor();

  await room.join(3);
  await host.start();
  await screen(page, "briefing");
  const copied = await page.locator(".briefing-sheet .eyes-sheet dl").first().textContent();
  await look(page, "the sheet", ".briefing-sheet");
  await host.page.locator(".sheets-panel summary").click();
  await look(host.page, "the host's sheets", ".sheets-shown .eyes-sheet");
  await host.page.locator(".sheets-shown .eyes-sheet-who", { hasText: both }).waitFor();
  await guest.getReady();
  await screen(page, "play");
  await page.locator('[data-map="ready"]').waitFor();

  const hands = page.locator(".pair-card dd").first();
  expect(await hands.innerText()).toContain(one);
  expect(await page.locator(".desk .on-sheet").count()).toBeGreaterThan(0);
  expect(await cutElements(page)).toEqual([]);
  await page.getByRole("button", { name: pair.sheet.show }).click();
  expect(await page.locator(".sheet-dialog .eyes-sheet dl").first().textContent()).toBe(copied);
  await look(page, "the sheet again", ".sheet-dialog .eyes-sheet");
  await page.keyboard.press("Escape");

  const sign = page.getByRole("alertdialog", { name: pair.swap.title });
  await sign.waitFor({ timeout: roundMs });
  await sign.getByText(pair.swap.hands(other)).waitFor();
  await look(page, "half-time", ".curtain-sign");
  await page.getByRole("button", { name: pair.swap.done }).click();
  await sign.waitFor({ state: "detached" });
  expect(await hands.innerText()).toContain(other);
  expect(await page.getByText(shell.briefing.ready).count()).toBe(0);
  expect(room.pages.flatMap(({ errors }) => errors)).toEqual([]);
}, 180_000);

test("printed, every sheet comes out by itself and nothing of the page with it", async () => {
  const { page } = room.host;
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".screen").isVisible()).toBe(false);
  expect(await page.locator(".print-sheets .eyes-sheet").first().isVisible()).toBe(true);
  await page.emulateMedia({ media: "screen" });
  expect(await page.locator(".print-sheets").isVisible()).toBe(false);
}, 30_000);

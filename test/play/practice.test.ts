import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { launch } from "../kit/browser.ts";
import { cutElements, nextLit, openGame, screen, tabTo } from "../kit/game-page.ts";
import { startServer, type TestServer } from "../kit/test-server.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({ files: "dist/client" });
  browser = await launch("--host-resolver-rules=MAP school.test 127.0.0.1", "--disable-3d-apis");
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("a client practises to the end by keyboard alone, on plain http under a LAN name", async () => {
  const url = `http://school.test:${server.port}/`;
  const { page, errors } = await openGame(browser, url, { language: "en" });
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const { shell } = texts.en;
  await tabTo(page, page.getByRole("button", { name: shell.front.practiceGo }));
  await page.keyboard.press("Enter");
  await screen(page, "practice");
  await tabTo(page, page.getByRole("button", { name: shell.practice.start }));
  await page.keyboard.press("Enter");
  await screen(page, "briefing");
  await tabTo(page, page.getByRole("button", { name: shell.briefing.ready }));
  await page.keyboard.press("Enter");
  await screen(page, "play");
  await page.locator('[data-map="ready"][data-renderer="canvas"]').waitFor();
  expect(await cutElements(page)).toEqual([]);
  for (let lit = await nextLit(page); lit !== "over"; lit = await nextLit(page)) {
    await actByKeyboard(page, lit);
  }
  await screen(page, "result");
  expect(errors).toEqual([]);
  await page.context().close();
});

test("a router practises to the end by dragging, in Korean, and goes on playing without the server", async () => {
  const { page, errors } = await openGame(browser, `${server.url}/?practice=router`, {
    language: "ko",
    width: 1024,
  });
  await page.getByRole("button", { name: texts.ko.shell.briefing.ready }).click();
  await screen(page, "play");
  await page.locator('[data-map="ready"]').waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("ko");
  expect(await cutElements(page)).toEqual([]);
  await page.context().setOffline(true);
  for (let lit = await nextLit(page); lit !== "over"; lit = await nextLit(page)) {
    await dragLetter(page);
  }
  await screen(page, "result");
  await page.getByText("가장 길게 맞는").first().waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

/** Does the one lit thing with keys: digit and letter for a letter of the belt, Tab and Enter for the rest. */
async function actByKeyboard(page: Page, lit: string): Promise<void> {
  if (lit === "letter") {
    const slot = page.locator(".slot:has(.letter.lit)");
    const number = await slot.locator("kbd").innerText();
    await page.keyboard.press("Escape");
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(number);
    const place = page.locator(".place.lit");
    await place.waitFor();
    await page.keyboard.press((await place.getAttribute("aria-keyshortcuts")) ?? "");
    return page.locator(`.slot:nth-child(${number}) .letter.picked`).waitFor({ state: "detached" });
  }
  const button = lit === "slip" ? page.locator(".slip button") : page.locator(".ask.lit");
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  const done = lit === "slip" ? page.locator(".slip .lit") : page.locator(".ask.lit");
  await done.first().waitFor({ state: "detached" });
}

async function dragLetter(page: Page): Promise<void> {
  const letter = page.locator(".letter.lit");
  const from = await letter.boundingBox();
  if (from === null) return;
  const label = await letter.getAttribute("aria-label");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 20, from.y - 10, { steps: 4 });
  const to = await page.locator(".place.lit").boundingBox();
  if (to === null) throw new Error("no place is lit for the letter");
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await page.locator(`.letter.lit[aria-label="${label}"]`).waitFor({ state: "detached" });
}

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
  await tabTo(page, page.locator('input[name="mission"]:checked'));
  await page.keyboard.press("ArrowRight");
  await page.locator('input[value="address-and-door-1"]:checked').waitFor();
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
  if (lit === "letter") return placeByKeys(page);
  const button = lit === "slip" ? page.locator(".slip button") : page.locator(".ask.lit");
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  const done = lit === "slip" ? page.locator(".slip .lit") : page.locator(".ask.lit");
  await done.first().waitFor({ state: "detached" });
}

/** The keys that stand on the lit letter and on the lit place; the round may end before both are read. */
async function placeByKeys(page: Page): Promise<void> {
  const keys = await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const slot = document.querySelector<HTMLElement>(".slot:has(.letter.lit) kbd")?.innerText;
    const place = document.querySelector(".place.lit")?.getAttribute("aria-keyshortcuts");
    return slot && place ? { slot, place } : undefined;
  });
  if (keys === undefined) return;
  await page.keyboard.press("Escape");
  await page.keyboard.press(keys.slot);
  await page.keyboard.press(keys.place);
  await page.locator(`.slot:nth-child(${keys.slot}) .picked`).waitFor({ state: "detached" });
}

/** Drags the lit letter onto the lit place; the round may end before both are found. */
async function dragLetter(page: Page): Promise<void> {
  const way = await page.evaluate(() => {
    const [letter, place] = [".letter.lit", ".place.lit"].map((lit) => document.querySelector(lit));
    const middleOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    };
    if (!letter || !place) return undefined;
    const label = letter.getAttribute("aria-label");
    return { from: middleOf(letter), to: middleOf(place), label };
  });
  if (way === undefined) return;
  await page.mouse.move(way.from.x, way.from.y);
  await page.mouse.down();
  await page.mouse.move(way.from.x + 20, way.from.y - 10, { steps: 4 });
  await page.mouse.move(way.to.x, way.to.y, { steps: 6 });
  await page.mouse.up();
  await page.locator(`.letter.lit[aria-label="${way.label}"]`).waitFor({ state: "detached" });
}

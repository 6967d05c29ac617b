import type { Browser, Locator, Page } from "playwright-core";

/** How a page is opened: in which language, in how large a window, whether fingers touch it and whether things may move. */
type Opening = {
  readonly language: "ko" | "en";
  readonly width?: number;
  readonly height?: number;
  readonly touch?: boolean;
  readonly isStill?: boolean;
};

/** A page of the game in a browser of its own, with every error that it reports. */
export type GamePage = { readonly page: Page; readonly errors: string[] };

/** Opens an address of the game, as a device that has never been here; `prepare` comes before the page does anything. */
export async function openGame(
  browser: Browser,
  url: string,
  opening: Opening,
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<GamePage> {
  const { language, width = 1366, height = 768, touch = false, isStill = false } = opening;
  const context = await browser.newContext({
    ...{ viewport: { width, height }, hasTouch: touch },
    reducedMotion: isStill ? "reduce" : "no-preference",
  });
  const page = await context.newPage();
  await prepare(page);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const address = new URL(url);
  address.searchParams.set("lang", language);
  await page.goto(address.href);
  return { page, errors };
}

/** Waits until the page shows this screen. */
export const screen = (page: Page, name: string): Promise<void> =>
  page.locator(`html[data-screen="${name}"]`).waitFor();

/** Walks with the Tab key until the element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 120; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never reaches ${target}`);
}

/** Nothing of the page lies outside the window, and nothing that must be read is cut. */
export const cutElements = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > innerWidth ? ["the page is wider than the window"] : [];
    const high = root.scrollHeight > innerHeight ? ["the page is higher than the window"] : [];
    const cut = [...document.querySelectorAll<HTMLElement>("button, h1, h2, label, .task-bar")]
      .filter((element) => element.checkVisibility() && element.closest(".unseen") === null)
      .filter((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
      })
      .map((element) => `cut: ${element.innerText}`);
    return [...wide, ...high, ...cut];
  });

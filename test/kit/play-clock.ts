import type { Page } from "playwright-core";

/** No step of the clock is longer: help lights up and letters come while a player looks. */
const stepMs = 1_000;

/** Gives a page that has not been opened yet a clock that stands still until time is let pass. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
}

/** Lets time pass on a page with a stopped clock. */
export async function pass(page: Page, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= stepMs) {
    await page.clock.fastForward(Math.min(left, stepMs));
  }
}

/** Lets as much time pass as it takes until something stands on the page; code is fetched meanwhile. */
export async function passUntil(page: Page, selector: string): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while ((await page.locator(selector).count()) === 0) {
    if (Date.now() > giveUpAt) throw new Error(`${selector} never comes`);
    await pass(page, 20);
  }
}

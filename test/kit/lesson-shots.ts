import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { languages } from "../../assets/text/text.ts";

/** Takes pictures of pages in both languages into a folder; without a folder it takes none. */
export class LessonShots {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Pictures of some pages at one moment, called by what they show, once each page has the part that is meant. */
  async take(moment: string, pages: Readonly<Record<string, Page>>, part = "main"): Promise<void> {
    if (this.#folder === "") return;
    await mkdir(this.#folder, { recursive: true });
    for (const [name, page] of Object.entries(pages))
      for (const language of languages.toReversed()) {
        await LessonShots.turnTo(page, language);
        await page.locator(part).first().waitFor();
        await page.screenshot({ path: join(this.#folder, `${moment}-${name}-${language}.png`) });
      }
  }

  /** The big screen has no switch: its language is the one that its device remembers. */
  static async turnTo(page: Page, language: string): Promise<void> {
    if ((await page.locator("html").getAttribute("lang")) === language) return;
    const turn = page.locator(".language-switch");
    if ((await turn.count()) > 0) return turn.dispatchEvent("click"); // behind a curtain nothing can be pressed
    await page.evaluate((wish) => localStorage.setItem("port-of-call.language", wish), language);
    await page.reload();
    await page.locator(".big-screen").waitFor();
  }
}

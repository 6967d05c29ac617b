import type { Locator, Page } from "playwright-core";
import { texts } from "../../assets/text/text.ts";

const { bar, faults, player, debrief } = texts.ko.console;

/** The hands of a teacher on the console, which stands in Korean. */
export class LessonHost {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Starts the next round of the list. */
  start = (): Promise<void> => this.#button(bar.start).or(this.#button(bar.next)).first().click();
  /** Chooses what the next round plays. */
  choose = async (mission: string): Promise<void> =>
    void (await this.page.getByLabel(texts.ko.console.setup.nextRound).selectOption(mission));
  /** Ends the round at once. */
  async endNow(): Promise<void> {
    await this.page.locator("summary", { hasText: bar.end }).click();
    await this.page.getByRole("button", { name: bar.endNow }).click();
  }
  pause = (): Promise<void> => this.#button(bar.pause).click();
  resume = (): Promise<void> => this.#button(bar.resume).click();
  openDebrief = (): Promise<void> => this.#button(bar.debrief).click();
  /** Which step of the debrief stands on the console. */
  async step(): Promise<string> {
    return (await this.page.locator(".debrief").getAttribute("data-step")) ?? "";
  }
  /** Shows the answer to what is asked, or what comes next: one button always does it. */
  async nextStep(): Promise<void> {
    const before = await this.step();
    await this.#button(debrief.reveal).or(this.#button(debrief.forward)).click();
    await this.page.locator(`.debrief:not([data-step="${before}"])`).waitFor();
  }

  /** Two faults of lines, everywhere: the first one is cut, the last one loses letters. */
  async troubleLines(): Promise<void> {
    const lines = this.page.getByLabel(faults.line);
    await this.#button(faults.cut).click();
    await this.#button(faults.mend).waitFor();
    const last = await lines.locator("option").last().getAttribute("value");
    await lines.selectOption(last);
    await this.#choice(faults.loss, faults.percent(30)).click();
  }

  /** Two more: that line gets slow, and a server is off. */
  async troubleServers(): Promise<void> {
    await this.#choice(faults.slow, faults.times(3)).click();
    await this.#button(faults.kill).click();
    await this.#button(faults.revive).waitFor();
  }

  /** The server is on again and the first line mended; the last one stays slow and lossy. */
  async mend(): Promise<void> {
    await this.#button(faults.revive).click();
    const lines = this.page.getByLabel(faults.line);
    await lines.selectOption({ index: 0 });
    await this.#button(faults.mend).click();
    await this.#button(faults.cut).waitFor();
  }

  /** Puts whoever sits last in the last network out of the room. */
  async kickLast(): Promise<void> {
    await this.page.locator(".tile .seat-chip.person-seat").last().click();
    const card = this.page.locator("dialog.player-card");
    await card.getByRole("button", { name: player.kick, exact: true }).first().click();
    await card.locator("dialog[open] .button.grave").click();
    await card.waitFor({ state: "detached" });
  }

  /** The results as the browser saves them. */
  async saveTable(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.#button(texts.ko.console.results.csv).click(),
    ]);
    return download.path();
  }

  #button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  #choice(group: string, label: string): Locator {
    return this.page
      .getByRole("group", { name: group })
      .getByRole("radio", { name: label, exact: true });
  }
}

import type { Page } from "playwright-core";
import { texts } from "../../assets/text/text.ts";
import { roles } from "../../shared/contract/mission.ts";
import { screen } from "./game-page.ts";
import { mouse } from "./play-hands.ts";
import { readers } from "./play-round.ts";
import { look } from "./play-sight.ts";

/** No act takes more steps than this; between two looks at a desk where nothing is to be done passes so much time. */
const stepsPerAct = 12;
const glanceMs = 250;
/** What has not been caught by then has gone. */
const catchMs = 2_000;
const usualMs = 30_000;

/** A pupil in a real browser, whose page stands in Korean. */
export class LessonGuest {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Comes in as most do: the digits typed on the front page. */
  async enter(code: string): Promise<void> {
    await this.page.getByLabel(texts.ko.shell.front.code).fill(code);
    await this.page.getByRole("button", { name: texts.ko.shell.front.enter }).click();
    await screen(this.page, "lobby");
  }

  async getReady(): Promise<void> {
    await screen(this.page, "briefing");
    await this.page.getByRole("button", { name: texts.ko.shell.briefing.ready }).click();
  }

  /** Whether the debrief asks for a guess. */
  isAsked = async (): Promise<boolean> =>
    (await this.page.locator(".question-option, .map-place").count()) > 0;

  /** Says what they think of a question of the debrief, and thinks again. */
  async guess(): Promise<void> {
    const choices = this.page.locator(".question-option, .map-place");
    for (const choice of [choices.last(), choices.first()]) {
      await choice.click();
      await this.page.locator('[aria-pressed="true"]').and(choice).waitFor();
    }
  }

  /** Looks at the desk until it was good for so many acts; tells how many there were when there is nothing more. */
  async play(acts: number): Promise<number> {
    await this.page.locator('[data-map="ready"]').waitFor();
    const found = await this.page.locator(".desk").getAttribute("data-role");
    const role = roles.find((one) => one === found) ?? "client";
    let done = 0;
    this.page.setDefaultTimeout(catchMs);
    for (let step = 0; step < acts * stepsPerAct && done < acts; step++) {
      const next = readers[role]({
        ...{ sight: await look(this.page), words: texts.ko, isWrong: false },
      });
      if (next === undefined) await this.page.waitForTimeout(glanceMs);
      // letters move on while a hand goes there
      else await mouse(this.page, next).then(() => (done += Number(next.isAct)), missed);
    }
    this.page.setDefaultTimeout(usualMs);
    return done;
  }
}

const missed = () => undefined;

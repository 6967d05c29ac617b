import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { openGame, screen } from "../kit/game-page.ts";
import { playLesson } from "../kit/lesson-course.ts";
import { LessonShots } from "../kit/lesson-shots.ts";
import { serveGame } from "../kit/served-game.ts";

const served = serveGame("--disable-3d-apis");

test("eight play a round with everything that happens in a class, and every score is the fold of the journal", async () => {
  const { rounds, faults, errors } = await playLesson(served.browser, served.url, {
    ...{ players: 8, rounds: 1, roundMs: 20_000 },
    shots: new LessonShots(""),
  });
  expect(errors).toEqual([]);
  expect(faults).toBe(6);
  // five who stayed and the big screen: two have left, one was put out, one is in a browser
  expect(rounds).toMatchObject([{ round: 1, screens: 5, different: 0 }]);
}, 300_000);

test("from the front page to a running round the host clicks twice, a pupil fills one field and clicks once", async () => {
  const [host, pupil, guest] = [new CountedPage(), new CountedPage(), new CountedPage()];
  const { front, briefing } = texts.ko.shell;
  const { page: console } = await openGame(
    served.browser,
    served.url,
    { language: "ko" },
    host.count,
  );
  await console.getByRole("button", { name: front.hostGo, exact: true }).click();
  await console.waitForURL(/host=\d{6}/);
  const code = new URL(console.url()).searchParams.get("host") ?? "";

  const { page: desk } = await openGame(
    served.browser,
    served.url,
    { language: "ko" },
    pupil.count,
  );
  await desk.getByLabel(front.code).fill(code);
  await desk.getByRole("button", { name: front.enter }).click();
  await screen(desk, "lobby");
  const link = `${served.url}/?code=${code}`;
  const { page: other } = await openGame(served.browser, link, { language: "ko" }, guest.count);
  await other.getByRole("button", { name: front.enter }).click();
  await screen(other, "lobby");

  await console.getByRole("button", { name: texts.ko.console.bar.start, exact: true }).click();
  for (const page of [desk, other]) {
    await screen(page, "briefing");
    await page.getByRole("button", { name: briefing.ready }).waitFor();
  }
  // nobody has to press anything more: the round starts by itself
  await Promise.all([desk, other].map((page) => screen(page, "play")));
  expect(host.counted).toEqual({ clicks: 2, fields: 0 });
  expect(pupil.counted).toEqual({ clicks: 1, fields: 1 });
  expect(guest.counted).toEqual({ clicks: 1, fields: 0 });
  for (const page of [console, desk, other]) await page.context().close();
});

/** Counts what somebody does on a page, by what the page itself is told of. */
class CountedPage {
  readonly counted = { clicks: 0, fields: 0 };

  readonly count = async (page: Page): Promise<void> => {
    await page.exposeFunction("told", (what: "clicks" | "fields") => {
      this.counted[what] += 1;
    });
    await page.addInitScript(() => {
      const tell = (what: string) => () => Reflect.get(window, "told")(what);
      addEventListener("click", tell("clicks"), true);
      addEventListener("change", tell("fields"), true);
    });
  };
}

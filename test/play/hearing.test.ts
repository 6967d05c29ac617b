import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { texts } from "../../assets/text/text.ts";
import { playableRoles } from "../../client/present/shell-chapters.ts";
import { openGame } from "../kit/game-page.ts";
import { pass, passUntil, stopClock } from "../kit/play-clock.ts";
import { keyboard } from "../kit/play-hands.ts";
import { headingLevels, heard, listen, namelessThings } from "../kit/play-hearing.ts";
import { beginRound, openPractice } from "../kit/play-practice.ts";
import { type Blunders, playRound } from "../kit/play-round.ts";
import { serveGame } from "../kit/served-game.ts";

const served = serveGame("--disable-3d-apis");

test("a screen reader hears the task, what the coach says of a mistake, and the result", async () => {
  const words = texts.en;
  const practice = { mission: "address-and-door-1", role: "server", language: "en" } as const;
  const game = await openPractice(served.browser, served.url, { ...practice, width: 1366 }, true);
  const { page } = game;
  await beginRound(game);
  await listen(page);
  const tasks: string[] = [];
  const played = await playRound(page, {
    ...{ role: "server", words, hands: keyboard, blunders: blunderOnce() },
    onLook: async ({ task }) => {
      tasks.push(...task.map((line) => line.words));
    },
  });
  const said = await heard(page);
  expect(tasks.filter((task) => !said.includes(task))).toEqual([]);
  expect(played.wrong).toBe(1);
  expect(said).toContain(words.coach.reasons.wrongDoor);
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe(words.shell.result.title(1));
  const stars = page.getByRole("img", { name: words.shell.result.stars(played.stars) });
  expect(await stars.count()).toBeGreaterThan(0);
  await page.getByRole("region", { name: words.desk.top.team }).waitFor();
  await page.getByRole("region", { name: words.shell.result.mine }).first().waitFor();
  await page.context().close();
});

test.each(["", "?practice"])(
  "everything on the page %j has a name, and headings are in order",
  async (search) => {
    const { page } = await openGame(
      served.browser,
      `${served.url}/${search}`,
      { language: "ko" },
      stopClock,
    );
    await passUntil(page, "h1");
    await pass(page, 500);
    await expectReadable(page);
    await page.context().close();
  },
);

const desks = Object.values(missions)
  .filter(({ kind }) => kind === "twist")
  .flatMap((mission) => playableRoles(mission).map((role) => ({ mission: mission.id, role })));

test.each(desks)("everything at the desk of $mission as a $role has a name", async (desk) => {
  const game = await openPractice(served.browser, served.url, {
    ...desk,
    language: "ko",
    width: 1366,
  });
  await expectReadable(game.page);
  await beginRound(game);
  await pass(game.page, 10_000);
  await expectReadable(game.page);
  await game.page.context().close();
});

async function expectReadable(page: Page): Promise<void> {
  expect(await namelessThings(page)).toEqual([]);
  const levels = await headingLevels(page);
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(levels.filter((level, nth) => level > (levels[nth - 1] ?? level) + 1)).toEqual([]);
}

/** One mistake, a while after the beginning. */
function blunderOnce(): Blunders {
  let isMade = false;
  return {
    isDue: (playedMs) => !isMade && playedMs > 10_000,
    made: () => {
      isMade = true;
    },
  };
}

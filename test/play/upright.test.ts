import { expect, test } from "vitest";
import { languages, texts } from "../../assets/text/text.ts";
import { cutElements, type GamePage } from "../kit/game-page.ts";
import { LessonShots } from "../kit/lesson-shots.ts";
import { pass } from "../kit/play-clock.ts";
import { keyboard } from "../kit/play-hands.ts";
import { allPractices, beginRound, openPractice } from "../kit/play-practice.ts";
import { playRound } from "../kit/play-round.ts";
import { serveGame } from "../kit/served-game.ts";
import { textFaults } from "../kit/text-faults.ts";

const served = serveGame("--disable-3d-apis");

/** A tablet that is held upright. */
const tablet = { width: 820, height: 1180 };

/** For so long letters are left to come, and so long some of them are handled. */
const waitedMs = 12_000;
const playedMs = 9_000;

/** In a lower one names stand on each other. */
const leastMapHeight = 270;

/** What is wrong with the page as it stands, in both languages. */
async function faultsOn({ page }: GamePage): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const language of languages) {
    await LessonShots.turnTo(page, language);
    faults.push(...(await textFaults(page)), ...(await cutElements(page)));
  }
  return faults;
}

test.each(allPractices)(
  "on an upright tablet nothing is cut or too small in $mission as a $role",
  async (practice) => {
    const game = await openPractice(served.browser, served.url, { ...practice, ...tablet });
    const { page } = game;
    expect(await faultsOn(game)).toEqual([]);
    await beginRound(game);
    await pass(page, waitedMs);
    await LessonShots.turnTo(page, practice.language);
    const { role, language } = practice;
    const words = texts[language];
    await playRound(page, { role, words, hands: keyboard, untilMs: playedMs });
    expect(await faultsOn(game)).toEqual([]);
    const map = await page.locator(".map-pane").boundingBox();
    expect(map?.height).toBeGreaterThanOrEqual(leastMapHeight);
    expect(game.errors).toEqual([]);
    await page.context().close();
  },
);

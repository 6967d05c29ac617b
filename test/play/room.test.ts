import type { Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { pageVersion } from "../../client/net/page-version.ts";
import { cutElements, openGame, screen } from "../kit/game-page.ts";
import { followLight } from "../kit/light-follower.ts";
import { serveGame } from "../kit/served-game.ts";
import { type Sitting, sitDown } from "../kit/sitting.ts";

const { shell, coach } = texts.ko;
const served = serveGame();

test("a class plays: one real browser as the server, three players over sockets, a mistake, a reload, a result", async () => {
  const { code, hostKey } = await openRoom();
  const host = await sitDown(served.url, code, { hostKey });
  const { page, errors } = await openGame(served.browser, `${served.url}/?code=${code}`, {
    language: "ko",
  });
  await page.getByRole("button", { name: shell.front.enter }).click();
  await screen(page, "lobby");
  const others = await Promise.all([1, 2, 3].map(() => sitDown(served.url, code)));
  await vi.waitFor(() => expect(Object.keys(host.view().players)).toHaveLength(4));
  expect(await host.move(1, { kind: "startRound" })).toEqual({ kind: "accepted" });
  for (const other of others) await getReady(other);
  await screen(page, "briefing");
  await page.getByRole("button", { name: shell.briefing.ready }).click();
  await screen(page, "play");
  await page.locator('[data-map="ready"]').waitFor();
  expect(await page.locator(".desk").getAttribute("data-role")).toBe("server");
  expect(await cutElements(page)).toEqual([]);

  await bindEverything(page);
  await placeWrong(page);
  await page.locator(".coach-bar", { hasText: coach.reasons.wrongDoor }).waitFor();
  const address = await page.locator(".desk-self .mono").first().innerText();

  await page.reload();
  await screen(page, "play");
  expect(await page.locator(".desk-self .mono").first().innerText()).toBe(address);
  await placeRight(page);

  await vi.waitFor(() => expect(host.view().seats["n1/server"]?.hand).toBe("person"));
  expect(await host.move(2, { kind: "endRound" })).toEqual({ kind: "accepted" });
  await screen(page, "result");
  await page.getByText(coach.reasons.wrongDoor).first().waitFor();
  expect(host.view().results["p1/1/wrongDoor"]?.count).toBe(1);
  expect(errors).toEqual([]);
  for (const sitting of [host, ...others]) await sitting.room.leave();
  await page.context().close();
});

async function openRoom(): Promise<{ readonly code: string; readonly hostKey: string }> {
  const response = await fetch(`${served.url}/rooms`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ version: pageVersion }),
  });
  expect(response.status).toBe(201);
  return response.json();
}

async function getReady(player: Sitting): Promise<void> {
  await player.move(1, { kind: "setAssistance", assistance: "guided" });
  await player.move(2, { kind: "ready" });
  followLight(player, 2);
}

/** Opens a door for every program that stands still, by the first suggestion. */
async function bindEverything(page: Page): Promise<void> {
  const suggestion = page.locator(".open-door .port-chip").first();
  for (const left of [1, 0]) {
    await suggestion.click();
    await vi.waitFor(async () => expect(await page.locator(".program.stopped").count()).toBe(left));
  }
}

/** Puts a letter into a door that has another number. */
async function placeWrong(page: Page): Promise<void> {
  const letter = page.locator(".belt .letter").first();
  await letter.waitFor();
  const port = await portOf(page);
  await letter.click();
  const doors = page.locator(".place.door").filter({ hasNotText: port });
  await doors.first().click();
}

/** Puts a letter into the door that has its number, or sends it back. */
async function placeRight(page: Page): Promise<void> {
  const letter = page.locator(".belt .letter").first();
  await letter.waitFor();
  const port = await portOf(page);
  await letter.click();
  const door = page.locator(".place.door").filter({ hasText: port });
  const place = (await door.count()) > 0 ? door : page.locator(".place.reject");
  await place.first().click();
  await page.locator(".belt .letter.picked").waitFor({ state: "detached" });
}

const portOf = async (page: Page): Promise<string> =>
  (await page.locator(".belt .letter .letter-to").first().innerText()).replace(/\D/g, "");

import { expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { cutElements, openGame, tabTo } from "../kit/game-page.ts";
import { pass, passUntil, stopClock } from "../kit/play-clock.ts";
import { keyboard, mouse } from "../kit/play-hands.ts";
import { beginRound, openPractice } from "../kit/play-practice.ts";
import { playRound } from "../kit/play-round.ts";
import { serveGame } from "../kit/served-game.ts";

const served = serveGame("--host-resolver-rules=MAP school.test 127.0.0.1", "--disable-3d-apis");

test("a client's guided first run is found and played by keyboard alone, on plain http under a LAN name", async () => {
  const url = `http://school.test:${served.port}/`;
  const { page, errors } = await openGame(served.browser, url, { language: "en" }, stopClock);
  await passUntil(page, on("front"));
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const { shell } = texts.en;
  await tabTo(page, page.getByRole("button", { name: shell.front.practiceGo }));
  await page.keyboard.press("Enter");
  await passUntil(page, 'input[name="mission"]:checked');
  await tabTo(page, page.locator('input[name="mission"]:checked'));
  await page.keyboard.press("ArrowRight");
  await passUntil(page, 'input[value="address-and-door-1"]:checked');
  await tabTo(page, page.getByRole("button", { name: shell.practice.start }));
  await page.keyboard.press("Enter");
  await passUntil(page, on("briefing"));
  await tabTo(page, page.getByRole("button", { name: shell.briefing.ready }));
  await page.keyboard.press("Enter");
  await passUntil(page, '[data-map="ready"][data-renderer="canvas"]');
  expect(await cutElements(page)).toEqual([]);
  const played = await playRound(page, { role: "client", words: texts.en, hands: keyboard });
  expect(played).toMatchObject({ acts: 6, right: 6, wrong: 0, refused: [] });
  expect(errors).toEqual([]);
  await page.context().close();
});

test("a router practises to the end by dragging, in Korean, and goes on playing without the server", async () => {
  const practice = { mission: "address-and-door-1", role: "router", language: "ko" } as const;
  const game = await openPractice(served.browser, served.url, { ...practice, width: 1024 }, true);
  const { page, errors } = game;
  await beginRound(game);
  expect(await page.locator("html").getAttribute("lang")).toBe("ko");
  expect(await cutElements(page)).toEqual([]);
  await page.context().setOffline(true);
  const played = await playRound(page, { role: "router", words: texts.ko, hands: mouse });
  expect(played).toMatchObject({ acts: 6, right: 6, wrong: 0, refused: [] });
  await page.getByText("가장 길게 맞는").first().waitFor();
  await pass(page, 1_000);
  expect(errors).toEqual([]);
  await page.context().close();
});

const on = (screen: string): string => `html[data-screen="${screen}"]`;

test("Enter sends what was put together with the mouse, and does not press the last button again", async () => {
  const practice = { mission: "three-handshakes-1", role: "server", language: "en" } as const;
  const game = await openPractice(served.browser, served.url, { ...practice, width: 1366 });
  await beginRound(game);
  const { page } = game;
  await passUntil(page, ".segment-slip .bit");
  const toward = (await page.locator(".segment-slip header p").textContent()) ?? "";
  const answering = page.locator(".segment-slip header p", { hasText: toward });
  for (const _ of ["off", "on"]) await page.locator(".segment-slip .bit").first().click();
  expect(await answering.count()).toBe(1);
  await page.keyboard.press("Enter");
  await pass(page, 500);
  expect(await answering.count()).toBe(0);
  await page.context().close();
});

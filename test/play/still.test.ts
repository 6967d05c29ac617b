import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { openRoom } from "../../client/net/open-room.ts";
import { openGame, screen } from "../kit/game-page.ts";
import { followLight } from "../kit/light-follower.ts";
import { pass } from "../kit/play-clock.ts";
import { keyboard } from "../kit/play-hands.ts";
import { beginRound, openPractice } from "../kit/play-practice.ts";
import { readers } from "../kit/play-round.ts";
import { look } from "../kit/play-sight.ts";
import { serveGame } from "../kit/served-game.ts";
import { sitDown } from "../kit/sitting.ts";

const served = serveGame("--disable-3d-apis");

/** Desks that see their own letters alone, and the colour that nothing else on their map has. */
const desks = [
  { mission: "best-effort-1", role: "router", colour: [255, 227, 110] },
  { mission: "in-order-1", role: "client", colour: [255, 138, 31] },
] as const;

/** A letter that nothing covers has more points of its colour than this. */
const leastInk = 150;

/** How many points of the map have a colour. */
async function inkOn(page: Page, colour: readonly number[]): Promise<number> {
  const picture = await page.locator(".map-canvas canvas").screenshot();
  return page.evaluate(
    async ([base64, wanted]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      drawing?.drawImage(bitmap, 0, 0);
      const data = drawing?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
      let ink = 0;
      for (let at = 0; at < data.length; at += 4)
        if (wanted.every((part, nth) => Math.abs((data[at + nth] ?? 0) - part) < 6)) ink += 1;
      return ink;
    },
    [picture.toString("base64"), colour] as const,
  );
}

const animations = (page: Page): Promise<number> =>
  page.evaluate(() => document.getAnimations().length);

test.each(desks)(
  "where no motion is wanted, a letter of a $role in $mission stands on the map in full",
  async ({ mission, role, colour }) => {
    const practice = { mission, role, language: "ko", width: 1024, isStill: true } as const;
    const { page, errors } = await openPractice(served.browser, served.url, practice);
    await beginRound({ page, errors });
    const inks: number[] = [];
    const isSeen = () => Math.min(...inks) === 0 && Math.max(...inks) >= leastInk;
    for (let moment = 0; moment < 80 && !isSeen(); moment++) {
      const sight = await look(page);
      const step = readers[role]({ sight, words: texts.ko, isWrong: false });
      if (step !== undefined) await keyboard(page, step);
      await pass(page, 220);
      inks.push(await inkOn(page, colour));
      expect(await animations(page)).toBe(0);
    }
    expect([Math.min(...inks), Math.max(...inks) >= leastInk]).toEqual([0, true]);
    expect(errors).toEqual([]);
    await page.context().close();
  },
);

/** Where letters are seen in full on the host's map, look by look, until there are so many of these. */
const placesOf = (page: Page, looks: number): Promise<readonly string[]> =>
  page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const places: string[] = [];
        const lookOnce = () => {
          const marks = document.querySelectorAll('.network-map image[opacity="1"][transform]');
          places.push(...[...marks].map((mark) => mark.getAttribute("transform") ?? ""));
          if (places.length >= wanted) resolve(places);
          else requestAnimationFrame(lookOnce);
        };
        lookOnce();
      }),
    looks,
  );

test("where no motion is wanted, letters on the host's map stand at four places of each line", async () => {
  const { code, hostKey } = await openRoom({ server: served.url });
  const kept = JSON.stringify([{ kind: "host", code, key: hostKey }]);
  const { page, errors } = await openGame(
    served.browser,
    `${served.url}/?host=${code}`,
    { language: "ko", isStill: true },
    (opened) =>
      opened.addInitScript((keys) => localStorage.setItem("port-of-call.keys", keys), kept),
  );
  await screen(page, "host");
  const pupils = [await sitDown(served.url, code), await sitDown(served.url, code)];
  await page.getByRole("button", { name: texts.ko.console.bar.start, exact: true }).click();
  for (const pupil of pupils) {
    await pupil.move(1, { kind: "setAssistance", assistance: "guided" });
    await pupil.move(2, { kind: "ready" });
    followLight(pupil, 2);
  }
  const places = await placesOf(page, 400);
  const lines = await page.locator(".network-map .map-line").count();
  expect(new Set(places).size).toBeLessThanOrEqual(4 * lines);
  expect(await animations(page)).toBe(0);
  expect(errors).toEqual([]);
  for (const { room } of pupils) await room.leave();
  await page.context().close();
});

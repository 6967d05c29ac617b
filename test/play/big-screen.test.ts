import { expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { openRoom } from "../../client/net/open-room.ts";
import { openGame, screen } from "../kit/game-page.ts";
import { serveGame } from "../kit/served-game.ts";

const served = serveGame("--disable-3d-apis");

test("the big screen says how it is heard, and M turns it off for good", async () => {
  const { code, screenKey } = await openRoom({ server: served.url });
  const address = `${served.url}/?screen=${code}#key=${screenKey}`;
  const { page, errors } = await openGame(served.browser, address, { language: "ko", width: 1920 });
  await screen(page, "screen");
  const { how, title } = texts.ko.console.screen.sound;
  const says = (state: keyof typeof how) => page.getByText(how[state], { exact: true }).waitFor();
  const button = page.getByRole("button", { name: title });
  await says("asleep");
  await button.click();
  await says("on");
  await page.keyboard.press("m");
  await says("off");
  expect(await button.getAttribute("aria-pressed")).toBe("false");
  await page.reload();
  await says("off");
  await button.click();
  await says("on");
  expect(errors).toEqual([]);
  await page.context().close();
});

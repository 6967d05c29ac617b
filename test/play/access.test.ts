import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { openGame, screen } from "../kit/game-page.ts";
import { seriousFindings } from "../kit/serious-findings.ts";
import { serveGame } from "../kit/served-game.ts";

const served = serveGame("--disable-3d-apis");

describe.each(["ko", "en"] as const)("nothing serious stands in the way, in %s,", (language) => {
  test.each([
    ["front", ""],
    ["selftest", "#selftest"],
    ["lesson", "#lesson"],
    ["practice", "?practice"],
  ])("on the screen %s", async (name, hash) => {
    const { page } = await openGame(served.browser, `${served.url}/${hash}`, { language });
    await screen(page, name);
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  test.each([
    ["address-and-door-1", "router"],
    ["three-handshakes-1", "client"],
    ["in-order-1", "server"],
  ] as const)("at the desk of %s as %s", async (mission, role) => {
    const address = `${served.url}/?practice=${role}&mission=${mission}`;
    const { page } = await openGame(served.browser, address, { language, width: 1024 });
    await screen(page, "briefing");
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator(".starting button").click();
    await screen(page, "play");
    const found = await seriousFindings(page);
    expect(found.filter(({ id }) => id !== "landmark-unique")).toEqual([]);
    await page.context().close();
  });

  test("in a room, on the host's console and on a pupil's page", async () => {
    const host = await openGame(served.browser, `${served.url}/`, { language });
    await host.page.getByRole("button", { name: texts[language].shell.front.hostGo }).click();
    await screen(host.page, "host");
    expect(await seriousFindings(host.page)).toEqual([]);
    const code = new URL(host.page.url()).searchParams.get("host") ?? "";
    const address = `${served.url}/?code=${code}`;
    const pupil = await openGame(served.browser, address, { language, width: 820, height: 1180 });
    await screen(pupil.page, "join");
    expect(await seriousFindings(pupil.page)).toEqual([]);
    await host.page.context().close();
    await pupil.page.context().close();
  });
});

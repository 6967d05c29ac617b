import type { Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { openRoom } from "../../client/net/open-room.ts";
import { openGame, screen } from "../kit/game-page.ts";
import { seriousFindings } from "../kit/serious-findings.ts";
import { serveGame } from "../kit/served-game.ts";
import { type Sitting, sitDown } from "../kit/sitting.ts";
import { textFaults } from "../kit/text-faults.ts";

const { bar, pocket } = texts.ko.console;
const served = serveGame("--disable-3d-apis");

/** A pupil who is ready, wants no help, and then does nothing. */
async function sitStill(code: string): Promise<Sitting> {
  const pupil = await sitDown(served.url, code);
  await pupil.move(1, { kind: "setAssistance", assistance: "expert" });
  return pupil;
}

const isLit = ({ view }: Sitting) => Object.values(view().dues).some(({ lit }) => lit);
const button = (page: Page, name: string | RegExp) =>
  page.locator(".pocket-buttons").getByRole("button", { name });

test.each([
  ["phone", 390, 844, false],
  ["tablet", 820, 1180, true],
])(
  "a host with a %s reads one sentence at a time and has three buttons that do what they say",
  async (_, width, height, hasRoom) => {
    const { code, hostKey } = await openRoom({ server: served.url });
    const kept = JSON.stringify([{ kind: "host", code, key: hostKey }]);
    const { page, errors } = await openGame(
      served.browser,
      `${served.url}/?host=${code}`,
      { language: "ko", width, height, touch: true },
      (opened) =>
        opened.addInitScript((keys) => localStorage.setItem("port-of-call.keys", keys), kept),
    );
    await screen(page, "host");
    const pupils = [await sitStill(code), await sitStill(code)];
    await page.getByRole("button", { name: bar.start, exact: true }).tap();
    await button(page, bar.extendLong).tap();
    await vi.waitFor(() =>
      expect(pupils[0]?.view().lesson["now"]?.phaseEndsAt).toBeGreaterThan(45_000),
    );
    for (const pupil of pupils) await pupil.move(2, { kind: "ready" });

    const hint = button(page, /힌트$/);
    await hint.waitFor({ timeout: 60_000 });
    expect(await page.locator(".pocket-sentence").count()).toBe(1);
    expect(await button(page, /./).count()).toBe(3);
    expect(await page.locator(".later .round-console").isVisible()).toBe(hasRoom);
    expect(await textFaults(page)).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
    expect(pupils.some(isLit)).toBe(false);
    await hint.tap();
    await vi.waitFor(() => expect(pupils.some(isLit)).toBe(true));

    const endsAt = () => pupils[0]?.view().clock["now"]?.endsAt ?? 0;
    const before = endsAt();
    await button(page, bar.extendLong).tap();
    await vi.waitFor(() => expect(endsAt()).toBe(before + 30_000));
    await button(page, bar.pause).tap();
    await vi.waitFor(() => expect(pupils[0]?.view().lesson["now"]?.paused).toBe(true));
    await button(page, bar.resume).waitFor();
    expect(await page.getByText(pocket.more).count()).toBe(1);
    expect(errors).toEqual([]);
    for (const { room } of pupils) await room.leave();
    await page.context().close();
  },
  120_000,
);

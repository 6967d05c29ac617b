import { expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { cutElements } from "../kit/game-page.ts";
import { keyboard } from "../kit/play-hands.ts";
import { beginRound, openPractice, type Practice } from "../kit/play-practice.ts";
import { playRound } from "../kit/play-round.ts";
import { serveGame } from "../kit/served-game.ts";
import { textFaults } from "../kit/text-faults.ts";

const served = serveGame("--disable-3d-apis");

/** One round of every chapter and one or two of every role; `npm run contact-sheets` plays them all. */
const rounds: readonly Practice[] = [
  { mission: "address-and-door-1", role: "server", language: "en", width: 1366 },
  { mission: "best-effort-1", role: "router", language: "ko", width: 1024 },
  { mission: "three-handshakes-1", role: "client", language: "en", width: 1024 },
  { mission: "in-order-1", role: "client", language: "ko", width: 1366 },
];

/** By then a desk is full. */
const busyMs = 60_000;

/** A whole round takes a slow machine long. */
const mostMs = 300_000;

test.each(rounds)(
  "$mission is won as a $role by keys alone",
  { timeout: mostMs },
  async (practice) => {
    const game = await openPractice(served.browser, served.url, practice);
    expect(await cutElements(game.page)).toEqual([]);
    await beginRound(game);
    expect(await cutElements(game.page)).toEqual([]);
    const { role, language } = practice;
    let faults: readonly string[] | undefined;
    const played = await playRound(game.page, {
      ...{ role, words: texts[language], hands: keyboard },
      onLook: async (_sight, playedMs) => {
        if (playedMs >= busyMs) faults ??= await textFaults(game.page);
      },
    });
    expect(faults).toEqual([]);
    expect(played.refused).toEqual([]);
    expect(played.wrong).toBe(0);
    expect(played.stars).toBeGreaterThanOrEqual(1);
    expect(game.errors).toEqual([]);
    await game.page.context().close();
  },
);

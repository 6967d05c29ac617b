import type { Browser } from "playwright-core";
import { missions } from "../../assets/missions/missions.ts";
import type { Language } from "../../assets/text/text.ts";
import { playableRoles } from "../../client/present/shell-chapters.ts";
import type { Role } from "../../shared/contract/mission.ts";
import { type GamePage, openGame } from "./game-page.ts";
import { pass, passUntil, stopClock } from "./play-clock.ts";

/** A practice: which role of which mission, in which language, in how large a window. */
export type Practice = {
  readonly mission: string;
  readonly role: Role;
  readonly language: Language;
  readonly width: number;
  readonly height?: number;
  readonly isStill?: boolean;
};

const widths = [1366, 1024] as const;

/** Every role that can be practised in every mission; language and window alternate, so that each chapter has all four. */
export const allPractices: readonly Practice[] = Object.values(missions).flatMap((mission, nth) =>
  playableRoles(mission).map((role, place) => ({
    mission: mission.id,
    role,
    language: (nth + place) % 2 === 0 ? ("ko" as const) : ("en" as const),
    width: widths[(Math.trunc(nth / 2) + place) % 2] ?? 1366,
  })),
);

/** Opens the briefing of a practice on a stopped clock; `guided` as a device does that has never been here. */
export async function openPractice(
  browser: Browser,
  origin: string,
  { mission, role, ...opening }: Practice,
  guided = false,
): Promise<GamePage> {
  const address = `${origin}/?practice=${role}&mission=${mission}`;
  const game = await openGame(browser, address, opening, async (page) => {
    await stopClock(page);
    await page.addInitScript(drawAlike);
    if (!guided) await page.addInitScript(rememberAll);
  });
  await passUntil(game.page, 'html[data-screen="briefing"]');
  return game;
}

/** Begins the round of a briefing that stands. */
export async function beginRound({ page }: GamePage): Promise<void> {
  await page.locator(".starting button").click();
  await passUntil(page, '[data-map="ready"]');
  await pass(page, 500);
}

// Both run on the page before it does.
function drawAlike(): void {
  let drawn = 0x2f6e2b1;
  Math.random = () => {
    drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0;
    return drawn / 0x1_0000_0000;
  };
}

function rememberAll(): void {
  const onMyOwn = [1, 2, 3, 4].flatMap((chapter) =>
    ["client", "router", "server"].map((role) => `${chapter}/${role}`),
  );
  const memory = { format: 1, stars: {}, onMyOwn, failed: [], explainFirst: false };
  if (localStorage.getItem("port-of-call.practice") === null) {
    localStorage.setItem("port-of-call.practice", JSON.stringify(memory));
  }
}

import type { Browser } from "playwright-core";
import { missions } from "../../assets/missions/missions.ts";
import { texts } from "../../assets/text/text.ts";
import { pass } from "../kit/play-clock.ts";
import { keyboard, mouse } from "../kit/play-hands.ts";
import { allPractices, beginRound, openPractice, type Practice } from "../kit/play-practice.ts";
import { type Blunders, type Played, playRound } from "../kit/play-round.ts";
import { is, type Sight } from "../kit/play-sight.ts";
import { textFaults } from "../kit/text-faults.ts";

/** The moments of a round that are worth a picture, in their order. */
export const moments = ["briefing", "early", "middle", "mistake", "result"] as const;
type Moment = (typeof moments)[number];

/** A practice that was played to its end, and what it looked like. */
export type ContactRound = {
  readonly practice: Practice;
  readonly pictures: Readonly<Partial<Record<Moment, Buffer>>>;
  readonly played: Played;
  readonly blunders: number;
  readonly wereTold: boolean;
  /** What went wrong on the page itself, and what of its text cannot be read. */
  readonly errors: readonly string[];
};

const earlyMs = 8_000;
const middleShare = 0.5;

/** Plays a practice to its end with a mistake on purpose, and takes its pictures. */
export async function photograph(
  browser: Browser,
  origin: string,
  practice: Practice,
): Promise<ContactRound> {
  const { mission, role, language } = practice;
  const game = await openPractice(browser, origin, practice);
  const { page, errors } = game;
  const pictures: Partial<Record<Moment, Buffer>> = {};
  const take = async (moment: Moment) => {
    if (pictures[moment] !== undefined) return;
    pictures[moment] = await page.screenshot();
    errors.push(...(await textFaults(page)).map((fault) => `${moment}: ${fault}`));
  };
  await take("briefing");
  await beginRound(game);
  const middleMs = (missions[mission]?.roundMs ?? 0) * middleShare;
  const blunders = new FewBlunders();
  const played = await playRound(page, {
    ...{ role, words: texts[language], hands: isByMouse(practice) ? mouse : keyboard, blunders },
    onLook: async (sight, playedMs) => {
      if (playedMs >= earlyMs) await take("early");
      if (playedMs >= middleMs) await take("middle");
      if (blunders.isTold(sight) || blunders.isPassedOver(playedMs)) await take("mistake");
    },
  });
  await pass(page, 1_000);
  pictures.result = await page.screenshot({ fullPage: true });
  await page.context().close();
  const { count, wereTold } = blunders;
  return { practice, pictures, played, blunders: count, wereTold, errors };
}

/** Once in every chapter: in its mechanism, by its last role. */
const isByMouse = ({ mission, role }: Practice): boolean =>
  missions[mission]?.kind === "mechanism" &&
  allPractices.findLast((other) => other.mission === mission)?.role === role;

/** One mistake after another until the coach has said something about one, but no more than a few. */
class FewBlunders implements Blunders {
  static readonly fromMs = 20_000;
  static readonly most = 4;
  count = 0;
  static readonly silentMs = 15_000;
  #isTold = false;
  #seen = 0;
  #lastMadeAt = 0;

  /** Whether the coach has said something about one of them. */
  get wereTold(): boolean {
    return this.#isTold;
  }

  isDue(playedMs: number): boolean {
    return playedMs >= FewBlunders.fromMs && !this.#isTold && this.count < FewBlunders.most;
  }

  made(): void {
    this.count += 1;
  }

  /** Where nothing comes of the last mistake, not even a word, the desk is worth a picture as well. */
  isPassedOver(playedMs: number): boolean {
    if (this.count > this.#seen) this.#lastMadeAt = playedMs;
    this.#seen = this.count;
    return this.count > 0 && playedMs - this.#lastMadeAt >= FewBlunders.silentMs;
  }

  isTold({ told }: Sight): boolean {
    this.#isTold ||= told.some((line) => is(line, "wrong") || is(line, "wasteful"));
    return this.#isTold;
  }
}

import type { Page } from "playwright-core";
import type { Text } from "../../assets/text/text.ts";
import type { Role } from "../../shared/contract/mission.ts";
import { receiving, sending } from "./play-cards.ts";
import { pass } from "./play-clock.ts";
import { resending, writing } from "./play-errands.ts";
import type { Hands } from "./play-hands.ts";
import { delivering, forwarding, opening } from "./play-letters.ts";
import { shaking } from "./play-segments.ts";
import { look, type Sight } from "./play-sight.ts";
import { firstOf, type Reader, type Step } from "./play-step.ts";

/** How a round was played. */
export type Played = {
  readonly acts: number;
  readonly stars: number;
  readonly right: number;
  readonly wrong: number;
  /** What was refused, in the desk's words. */
  readonly refused: readonly string[];
};

/** Mistakes on purpose: when one is due, and that it was made. */
export type Blunders = {
  isDue(playedMs: number): boolean;
  made(): void;
};

/** A round that is to be played: by which hands, and what to do whenever the desk was looked at. */
export type Playing = {
  readonly role: Role;
  readonly words: Text;
  readonly hands: Hands;
  readonly blunders?: Blunders;
  /** When to stop before the round is over. */
  readonly untilMs?: number;
  readonly onLook?: (sight: Sight, playedMs: number) => Promise<void>;
};

/** A practised pupil takes so long for an act, and looks up so often while nothing waits. */
const actMs = 3_000;
const idleMs = 1_000;
/** No act has more steps than this: whoever takes more is going round in circles, and time goes on. */
const mostSteps = 12;

/** Plays a round by what the page shows. */
export const playRound = (page: Page, playing: Playing): Promise<Played> =>
  new Round(page, playing).play();

class Round {
  readonly #page: Page;
  readonly #playing: Playing;
  readonly #refused: string[] = [];
  #acts = 0;
  #steps = 0;
  #playedMs = 0;

  constructor(page: Page, playing: Playing) {
    this.#page = page;
    this.#playing = playing;
  }

  async play(): Promise<Played> {
    const { untilMs = Infinity } = this.#playing;
    let sight = await look(this.#page);
    while (sight.result.length === 0 && this.#playedMs < untilMs) {
      await this.#playing.onLook?.(sight, this.#playedMs);
      this.#noteRefusals(sight);
      const step = await this.#doNext(sight);
      await this.#letPass(step);
      sight = await look(this.#page);
    }
    return { acts: this.#acts, ...(await resultOn(this.#page)), refused: this.#refused };
  }

  async #doNext(sight: Sight): Promise<Step | undefined> {
    const { role, words, hands, blunders } = this.#playing;
    const read = (isWrong: boolean) => readers[role]({ sight, words, isWrong });
    const wrong = blunders?.isDue(this.#playedMs) ? read(true) : undefined;
    const step = wrong ?? read(false);
    if (step !== undefined) await hands(this.#page, step);
    if (wrong?.isAct) blunders?.made();
    return step;
  }

  async #letPass(step: Step | undefined): Promise<void> {
    const isAct = step?.isAct === true;
    this.#steps = step === undefined || isAct ? 0 : (this.#steps + 1) % mostSteps;
    if (this.#steps > 0) return;
    if (isAct) this.#acts += 1;
    const ms = isAct ? actMs : idleMs;
    await pass(this.#page, ms);
    this.#playedMs += ms;
  }

  #noteRefusals({ toast }: Sight): void {
    for (const { words } of toast) if (this.#refused.at(-1) !== words) this.#refused.push(words);
  }
}

/** What a pupil in each role reads off the desk; one shows only what its mission plays, so that the others find nothing there. */
export const readers: Readonly<Record<Role, Reader>> = {
  client: firstOf(shaking, receiving, delivering, writing, resending),
  router: forwarding,
  server: firstOf(shaking, sending, opening, delivering),
};

async function resultOn(page: Page): Promise<Pick<Played, "stars" | "right" | "wrong">> {
  const counts = await page.locator(".deed-counts dd").allInnerTexts();
  const [right = 0, , , wrong = 0] = counts.map(Number);
  return { stars: await page.locator(".team .star.earned").count(), right, wrong };
}

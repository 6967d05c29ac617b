import type { Browser } from "playwright-core";
import { debriefSteps } from "../../shared/contract/debrief-steps.ts";
import { screen } from "./game-page.ts";
import { LessonClass } from "./lesson-class.ts";
import { differences, type Sighting, sightScores } from "./lesson-scores.ts";
import type { LessonShots } from "./lesson-shots.ts";

/** How a lesson is to go. */
export type LessonPlan = {
  /** Everybody who plays, one of them in a real browser. */
  readonly players: number;
  readonly rounds: number;
  readonly roundMs: number;
  readonly shots: LessonShots;
};

/** How a round of a lesson went. */
type RoundReport = {
  readonly round: number;
  readonly mission: string;
  readonly networks: number;
  readonly answered: number;
  readonly failed: number;
  readonly scores: readonly number[];
  /** How many screens were read, and on how many of them a score was not what the journal tells. */
  readonly screens: number;
  readonly different: number;
};

/** How a lesson went. */
export type LessonReport = {
  readonly rounds: readonly RoundReport[];
  readonly moves: number;
  /** Of those who were there in every round: how many roles the one who had the fewest had. */
  readonly fewestRoles: number;
  readonly faults: number;
  /** What the three browsers complained about. */
  readonly errors: readonly string[];
};

/** Whether every score on every screen was the fold of the journal, and no browser complained. */
export const isSound = ({ rounds, errors }: LessonReport): boolean =>
  errors.length === 0 && rounds.every(({ different }) => different === 0);

type Round = {
  readonly mission: string;
  readonly sighting: Sighting;
  readonly roles: Readonly<Record<string, string>>;
};

/**
 * A lesson from the lobby to the debrief, with everything that happens in a class: somebody is put out, two come late,
 * one reloads, lines and a server fail, all stop and go on, some leave.
 */
export async function playLesson(
  browser: Browser,
  url: string,
  plan: LessonPlan,
): Promise<LessonReport> {
  const late = 2;
  const room = await LessonClass.open(browser, url, plan);
  await room.guest.enter(room.code);
  await room.join(plan.players - 1 - late);
  await plan.shots.take("1-lobby", pagesOf(room));
  const rounds: Round[] = [];
  for (let round = 1; round <= plan.rounds; round++)
    rounds.push(await playRound(room, plan, round));
  await lookBack(room, plan);
  const report = await reportOf(room, rounds);
  await room.close();
  return report;
}

const pagesOf = (room: LessonClass) => ({
  console: room.host.page,
  screen: room.bigScreen,
  pupil: room.guest.page,
});

async function playRound(room: LessonClass, plan: LessonPlan, round: number): Promise<Round> {
  await room.host.start();
  await room.guest.getReady();
  await room.phase("play", round);
  const { mission } = room.now;
  await befall(room, plan, round);
  await room.phase("result", round, plan.roundMs * 2 + 60_000);
  await screen(room.guest.page, "result");
  await plan.shots.take(`${round + 1}-result`, pagesOf(room));
  const sittings = room.present.map(({ sitting }) => sitting);
  const roles = Object.fromEntries(
    sittings.map(({ seat, view }) => [seat.actor, view().lesson["now"]?.role ?? ""]),
  );
  return { mission, roles, sighting: await sightScores(round, room.watch, sittings) };
}

/** What befalls a class, spread over its rounds; a lesson of one round stands still meanwhile. */
async function befall(room: LessonClass, plan: LessonPlan, round: number): Promise<void> {
  const isLast = round === plan.rounds;
  if (plan.rounds === 1) await room.host.pause();
  if (round === 1) await comeAndGo(room);
  if (round === Math.min(2, plan.rounds)) await causeTrouble(room, plan);
  if (isLast) await room.leave(Math.min(3, Math.floor(plan.players / 4)));
  if (plan.rounds === 1) await room.host.resume();
  await room.guest.play(plan.rounds === 1 ? 1 : 3);
}

async function comeAndGo(room: LessonClass): Promise<void> {
  await room.kick();
  await room.join(2);
  await room.guest.page.reload();
  await screen(room.guest.page, "play");
}

async function causeTrouble(room: LessonClass, { rounds, shots }: LessonPlan): Promise<void> {
  await room.host.troubleLines();
  if (rounds > 1) {
    await room.guest.play(1);
    await room.host.pause();
  }
  await shots.take("2-pause", pagesOf(room));
  if (rounds > 1) await room.host.resume();
  await room.host.troubleServers();
  await shots.take("2-play", pagesOf(room));
  await room.host.mend();
}

/** The whole debrief, step by step, on all screens at once. */
async function lookBack(room: LessonClass, { shots }: LessonPlan): Promise<void> {
  await room.host.openDebrief();
  for (let nth = 1; ; nth++) {
    const pages = pagesOf(room);
    const step = await room.host.step();
    const part = `.debrief[data-step="${step}"]`;
    for (const page of Object.values(pages)) await page.locator(part).first().waitFor();
    if (await room.guest.isAsked()) await room.guest.guess();
    await shots.take(`5-debrief-${nth}-${step}`, pages, part);
    if (step === debriefSteps.at(-1)) return;
    await room.host.nextStep();
  }
}

async function reportOf(room: LessonClass, rounds: readonly Round[]): Promise<LessonReport> {
  const journal = await room.journal();
  return {
    rounds: rounds.map(({ mission, sighting }) => {
      const standings = Object.values(sighting.seen[0]?.scores.standings ?? {});
      return {
        ...{ round: sighting.round, mission, networks: standings.length },
        answered: standings.reduce((sum, { answered }) => sum + answered, 0),
        failed: standings.reduce((sum, { failed }) => sum + failed, 0),
        scores: standings.map(({ score, bonus = 0 }) => score + bonus),
        screens: sighting.seen.length,
        different: differences(journal, sighting),
      };
    }),
    moves: journal.moves.length,
    fewestRoles: fewestRoles(rounds),
    faults: journal.moves.filter(({ intent }) => intent.kind === "fault").length,
    errors: room.pages.flatMap(({ errors }) => errors),
  };
}

function fewestRoles(rounds: readonly Round[]): number {
  const players = Object.keys(rounds.at(-1)?.roles ?? {}).filter((player) =>
    rounds.every(({ roles }) => roles[player] !== undefined),
  );
  const had = players.map((player) => new Set(rounds.map(({ roles }) => roles[player])).size);
  return Math.min(...had);
}

import type { Mission } from "../../shared/contract/mission.ts";
import { calm } from "../kit/calm-mission.ts";
import type { Skill } from "../kit/pupil.ts";
import { type DeskFigures, measureRound, type RoundFigures } from "./measure-round.ts";
import { percent, rounded } from "./table.ts";
import { roundsFor } from "./team-rounds.ts";

/** How teams of one size and skill did, over all seeds. */
export type TeamRow = {
  readonly skill: string;
  readonly seats: number;
  readonly stars: number;
  readonly pace: number;
  readonly answered: number;
  readonly failed: number;
  readonly overflow: number;
  /** Of a hundred letters, those that were sent again on a day when nothing is lost. */
  readonly needlessPercent: number;
  /** Of a hundred lost cards above which three came, those that a third duplicate ACK asked for before the time-out. */
  readonly inTimePercent?: number;
};

/** How the desks of one role did in those teams. */
export type DeskRow = {
  readonly skill: string;
  readonly seats: number;
  readonly role: string;
  readonly busyPercent: number;
  readonly decisionPercent: number;
  /** The mean of each pupil's longest wait, and the longest of all. */
  readonly idleS: number;
  readonly idleMostS: number;
  readonly firstMostS: number;
  readonly conceptMet: number;
  readonly conceptMetLeast: number;
  /** The longest row of the same act on the same target. */
  readonly rowMost: number;
};

export type BalanceFigures = {
  readonly teams: readonly TeamRow[];
  readonly desks: readonly DeskRow[];
};

/** Plays the mission at every skill and size, in so many rounds of one district. */
export function balanceFigures(
  mission: Mission,
  skills: Readonly<Record<string, Skill>>,
  sizes: readonly number[],
  seeds: number,
): BalanceFigures {
  const teams: TeamRow[] = [];
  const desks: DeskRow[] = [];
  for (const [name, skill] of Object.entries(skills)) {
    for (const seats of sizes) {
      const play = (played: Mission) =>
        Array.from({ length: roundsFor(seats, seeds) }, (_, index) =>
          measureRound(played, seats, index + 1, skill),
        );
      const rounds = play(mission);
      const needlessPercent = needlessIn(play(calm(mission)));
      teams.push({ ...teamRow(name, seats, rounds), needlessPercent });
      desks.push(...deskRows(name, seats, rounds));
    }
  }
  return { teams, desks };
}

function needlessIn(rounds: readonly RoundFigures[]): number {
  const total = (column: "needless" | "letters") =>
    rounds.reduce((sum, round) => sum + round[column], 0);
  return rounded((100 * total("needless")) / Math.max(1, total("letters")), 1);
}

function teamRow(
  skill: string,
  seats: number,
  rounds: readonly RoundFigures[],
): Omit<TeamRow, "needlessPercent"> {
  const mean = (column: Exclude<keyof RoundFigures, "desks">): number =>
    meanOf(rounds.map((round) => round[column]));
  return {
    ...{ skill, seats },
    stars: rounded(mean("stars"), 2),
    pace: rounded(mean("pace"), 2),
    answered: rounded(mean("answered"), 1),
    failed: rounded(mean("failed"), 1),
    overflow: rounded(mean("overflow"), 2),
    ...inTimeIn(rounds),
  };
}

function inTimeIn(rounds: readonly RoundFigures[]): Pick<TeamRow, "inTimePercent"> {
  const sum = (column: "askedInTime" | "askedTooLate") =>
    rounds.reduce((total, round) => total + round[column], 0);
  const all = sum("askedInTime") + sum("askedTooLate");
  return all === 0 ? {} : { inTimePercent: percent(sum("askedInTime") / all) };
}

function deskRows(skill: string, seats: number, rounds: readonly RoundFigures[]): DeskRow[] {
  const desks = rounds.flatMap((round) => round.desks);
  const roles = [...new Set(desks.map(({ role }) => role))].sort();
  return roles.map((role) => {
    const ofRole = desks.filter((desk) => desk.role === role);
    return { ...{ skill, seats, role }, ...deskRow(ofRole) };
  });
}

function deskRow(desks: readonly DeskFigures[]): Omit<DeskRow, "skill" | "seats" | "role"> {
  const all = (column: Exclude<keyof DeskFigures, "role">) => desks.map((desk) => desk[column]);
  return {
    busyPercent: percent(meanOf(all("busyShare"))),
    decisionPercent: percent(meanOf(all("decisionShare"))),
    idleS: rounded(meanOf(all("longestIdleMs")) / 1_000),
    idleMostS: rounded(Math.max(...all("longestIdleMs")) / 1_000),
    firstMostS: rounded(Math.max(...all("firstDueMs")) / 1_000, 1),
    conceptMet: rounded(meanOf(all("conceptMet")), 1),
    conceptMetLeast: Math.min(...all("conceptMet")),
    rowMost: Math.max(...all("longestRow")),
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

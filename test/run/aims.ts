import type { Mission } from "../../shared/contract/mission.ts";
import type { BalanceFigures, DeskRow, TeamRow } from "./balance-figures.ts";

/** One aim of GAME §7: the words, what it looks at, and the bounds of it. */
type Aim<Row> = {
  readonly aim: string;
  readonly of: (row: Row) => boolean;
  readonly value: (row: Row) => number;
  readonly least?: number;
  readonly most?: number;
  /** A scored mission that misses it is not sound; the others are only printed. */
  readonly isEnforced?: boolean;
};

/** What became of an aim: in how many of the rows it looks at it was missed, and how far the figures went. */
export type AimOutcome = {
  readonly aim: string;
  readonly missed: number;
  readonly rows: number;
  readonly from: number;
  readonly to: number;
  readonly isEnforced: boolean;
};

const everywhere = () => true;

const starAims: readonly Aim<TeamRow>[] = [
  { aim: "stars of the new, about 1", ...starsOf("new"), least: 0.6, most: 1.4 },
  { aim: "stars of the average, about 2", ...starsOf("average"), least: 1.6, most: 2.4 },
  { aim: "stars of the sharp, 3", ...starsOf("sharp"), least: 2.8 },
];

const teamAims: readonly Aim<TeamRow>[] = [
  {
    aim: "needless re-sends without loss, average and sharp ≤ 5 %",
    of: ({ skill }) => skill !== "new",
    value: ({ needlessPercent }) => needlessPercent,
    most: 5,
  },
  {
    aim: "third duplicate ACK before the time-out ≥ 80 %",
    of: ({ inTimePercent }) => inTimePercent !== undefined,
    value: ({ inTimePercent = 100 }) => inTimePercent,
    least: 80,
  },
];

const deskAims: readonly Aim<DeskRow>[] = [
  { aim: "routers busy 45–65 %", ...busyIn("router"), least: 45, most: 65 },
  { aim: "clients busy 50–80 %", ...busyIn("client"), least: 50, most: 80 },
  { aim: "servers busy 50–80 %", ...busyIn("server"), least: 50, most: 80 },
  { aim: "longest idle ≤ 15 s", of: everywhere, value: ({ idleS }) => idleS, most: 15 },
  {
    aim: "first letter ≤ 3 s",
    of: everywhere,
    value: ({ firstMostS }) => firstMostS,
    most: 3,
    isEnforced: true,
  },
  {
    aim: "concept met ≥ 6 times",
    of: everywhere,
    value: ({ conceptMet }) => conceptMet,
    least: 6,
    isEnforced: true,
  },
  {
    aim: "same act on same target ≤ 5 in a row",
    of: everywhere,
    value: ({ rowMost }) => rowMost,
    most: 5,
  },
];

/** Holds the figures against every aim that applies: an experiment has no stars, and not every role is played. */
export function aimOutcomes(
  { kind }: Mission,
  { teams, desks }: BalanceFigures,
): readonly AimOutcome[] {
  const outcomes = [
    ...(kind === "experiment" ? [] : starAims).map((aim) => outcomeOf(aim, teams)),
    ...teamAims.map((aim) => outcomeOf(aim, teams)),
    ...deskAims.map((aim) => outcomeOf(aim, desks)),
  ];
  return outcomes.filter(({ rows }) => rows > 0);
}

function outcomeOf<Row>(
  { aim, of, value, least, most, isEnforced = false }: Aim<Row>,
  rows: readonly Row[],
): AimOutcome {
  const values = rows.filter(of).map(value);
  const isMissed = (figure: number) => figure < (least ?? figure) || figure > (most ?? figure);
  return {
    aim,
    missed: values.filter(isMissed).length,
    rows: values.length,
    from: Math.min(...values),
    to: Math.max(...values),
    isEnforced,
  };
}

function starsOf(skill: string): Pick<Aim<TeamRow>, "of" | "value"> {
  return { of: (row) => row.skill === skill, value: ({ stars }) => stars };
}

function busyIn(role: string): Pick<Aim<DeskRow>, "of" | "value"> {
  return { of: (row) => row.role === role, value: ({ busyPercent }) => busyPercent };
}

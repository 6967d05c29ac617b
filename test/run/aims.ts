import type { Mission } from "../../shared/contract/mission.ts";
import type { BalanceFigures, DeskRow, TeamRow } from "./balance-figures.ts";

/** One aim of the balance: the words, what it looks at, and the bounds of it. */
type Aim<Row> = {
  readonly aim: string;
  readonly of: (row: Row) => boolean;
  readonly value: (row: Row) => number;
  readonly least?: number;
  readonly most?: number;
  /** How far the figure of three rounds may be from that of twenty. */
  readonly scatter: number;
};

/** What became of an aim: where it was missed, among how many rows, and how far the figures went. */
export type AimOutcome = {
  readonly aim: string;
  readonly misses: readonly string[];
  readonly rows: number;
  readonly from: number;
  readonly to: number;
};

const everywhere = () => true;

const starAims: readonly Aim<TeamRow>[] = [
  { aim: "stars of the new, about 1", ...starsOf("new"), least: 0.6, most: 1.4 },
  { aim: "stars of the average, about 2", ...starsOf("average"), least: 1.6, most: 2.4 },
  { aim: "stars of the sharp, 3", ...starsOf("sharp"), least: 2.8 },
];

const sendingAims: readonly Aim<TeamRow>[] = [
  {
    aim: "needless re-sends without loss, average and sharp ≤ 5 %",
    of: ({ skill }) => skill !== "new",
    value: ({ needlessPercent }) => needlessPercent,
    most: 5,
    scatter: 3,
  },
  {
    aim: "third duplicate ACK before the time-out ≥ 80 %",
    of: ({ inTimePercent }) => inTimePercent !== undefined,
    value: ({ inTimePercent = 100 }) => inTimePercent,
    least: 80,
    scatter: 10,
  },
];

const deskAims: readonly Aim<DeskRow>[] = [
  { aim: "routers busy 45–65 %", ...busyIn("router"), least: 45, most: 65 },
  { aim: "clients busy 50–80 %", ...busyIn("client"), least: 50, most: 80 },
  { aim: "servers busy 50–80 %", ...busyIn("server"), least: 50, most: 80 },
  { aim: "longest idle ≤ 15 s", of: everywhere, value: ({ idleS }) => idleS, most: 15, scatter: 3 },
  {
    aim: "first letter ≤ 3 s",
    of: everywhere,
    value: ({ firstMostS }) => firstMostS,
    most: 3,
    scatter: 0,
  },
  {
    aim: "concept met ≥ 6 times",
    of: everywhere,
    value: ({ conceptMet }) => conceptMet,
    least: 6,
    scatter: 1,
  },
  {
    aim: "same act on same target ≤ 5 in a row",
    of: everywhere,
    value: ({ rowMost }) => rowMost,
    most: 5,
    scatter: 0,
  },
];

/** Holds the figures against every aim that applies: an experiment has no stars, and not every role is played. */
export function aimOutcomes(
  mission: AimedAt,
  { teams, desks }: BalanceFigures,
): readonly AimOutcome[] {
  const outcomes = [
    ...teamAimsOf(mission).map((aim) => outcomeOf(aim, teams)),
    ...deskAims.map((aim) => outcomeOf(aim, desks)),
  ];
  return outcomes.filter(({ rows }) => rows > 0);
}

/** Where figures of three rounds are further from an aim than three rounds can scatter. */
export function clearMisses(mission: AimedAt, { teams, desks }: BalanceFigures): readonly string[] {
  const clearly = <Row extends TeamRow | DeskRow>(
    aims: readonly Aim<Row>[],
    rows: readonly Row[],
  ) =>
    aims.flatMap((aim) =>
      rows
        .filter((row) => aim.of(row) && isMissed(aim, aim.value(row), aim.scatter))
        .map((row) => `${aim.aim}: ${nameOf(row)} ${aim.value(row)}`),
    );
  return [...clearly(teamAimsOf(mission), teams), ...clearly(deskAims, desks)];
}

type AimedAt = Pick<Mission, "id" | "kind" | "covered">;

/** An experiment has no stars. Where nobody acknowledges, everything goes again: that is what it shows. */
const teamAimsOf = ({ kind, covered }: AimedAt): readonly Aim<TeamRow>[] => [
  ...(kind === "experiment" ? [] : starAims),
  ...(covered === "acknowledgments" ? [] : sendingAims),
];

function outcomeOf<Row extends TeamRow | DeskRow>(aim: Aim<Row>, all: readonly Row[]): AimOutcome {
  const rows = all.filter(aim.of);
  const values = rows.map(aim.value);
  return {
    aim: aim.aim,
    misses: rows.filter((row) => isMissed(aim, aim.value(row), 0)).map(nameOf),
    rows: rows.length,
    from: Math.min(...values),
    to: Math.max(...values),
  };
}

const isMissed = <Row>({ least, most }: Aim<Row>, figure: number, scatter: number): boolean =>
  figure < (least ?? figure) - scatter || figure > (most ?? figure) + scatter;

/** Which row it is: `average 4 router`. */
const nameOf = (row: TeamRow | DeskRow): string =>
  [row.skill, row.seats, ...("role" in row ? [row.role] : [])].join(" ");

function starsOf(skill: string): Pick<Aim<TeamRow>, "of" | "value" | "scatter"> {
  return { of: (row) => row.skill === skill, value: ({ stars }) => stars, scatter: 0.75 };
}

function busyIn(role: string): Pick<Aim<DeskRow>, "of" | "value" | "scatter"> {
  return {
    of: (row) => row.role === role,
    value: ({ busyPercent }) => busyPercent,
    scatter: 6,
  };
}

import { missions } from "../../assets/missions/missions.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import { hashOf } from "../../shared/lib/hash.ts";
import type { TeamRow } from "./balance-figures.ts";
import type { MissionReport } from "./mission-report.ts";

/** What every mission came to, as the documentation shows it. */
export const formatMarkdown = (reports: readonly MissionReport[], seeds: number): string =>
  [
    "# Balance",
    `Measured by \`npm run -s balance -- --markdown > BALANCE.md\`: ${seeds} rounds for each skill and team of up to six, half as
many for two districts, whose desks are twice as many, and a quarter of them for each lazy way. \`npm run balance\` names the
missions that have been changed since; a change of the rules it cannot see.`,
    `A scored mission fails the check when a lazy way earns more than one star, when the idea is not the only way to win,
when a guided run takes more than 6 steps or 90 s, or when it misses an aim.`,
    table(["mission", "figures that miss an aim", "of"], reports.map(summaryRow)),
    ...reports.map(missionSection),
  ].join("\n\n");

function summaryRow({ mission, aims }: MissionReport): readonly string[] {
  const missed = aims.reduce((sum, { misses }) => sum + misses.length, 0);
  const rows = aims.reduce((sum, aim) => sum + aim.rows, 0);
  return [mission, String(missed), String(rows)];
}

/** The missions of which the page has no figures, or such of an older one. */
export const staleSections = (page: string, all: readonly Mission[]): readonly string[] =>
  all.filter((mission) => !page.includes(editionOf(mission))).map(({ id }) => id);

/** Says in a section which mission was measured. */
const editionOf = (mission: Mission): string => `${mission.id} ${hashOf(mission)}`;

function missionSection(report: MissionReport): string {
  const { mission, kind, bars, retry } = report;
  const scored = kind === "experiment" ? "not scored" : `stars at ${bars} errands a minute`;
  const measured = missions[mission];
  const edition = measured === undefined ? mission : editionOf(measured);
  const timer = `timer ${retry.retryS} s, empty round trip ${retry.roundTripS} s`;
  return [
    `## ${mission}`,
    `${kind}, ${scored}; ${timer}. Edition ${edition}.`,
    table(["skill", ...sizesOf(report).map((size) => `${size} seats`)], starRows(report)),
    table(["aim", "missed", "from", "to", "where"], aimRows(report)),
    ...(report.lazy.length === 0 ? [] : [table(["lazy", "most stars"], lazyRows(report))]),
    ...report.concept.map(
      ({ concept, without, noStar, threeStars, seeds }) =>
        `Without *${concept}* (${without}): no star in ${noStar} of ${seeds}; with it three in ${threeStars}.`,
    ),
  ].join("\n\n");
}

const sizesOf = ({ teams }: MissionReport): readonly number[] => [
  ...new Set(teams.map(({ seats }) => seats)),
];

/** Stars where there are any, else errands a minute. */
function starRows(report: MissionReport): readonly (readonly string[])[] {
  const cell = ({ stars, pace }: TeamRow) =>
    report.kind === "experiment" ? `${pace} / min` : `${stars} (${pace} / min)`;
  const skills = [...new Set(report.teams.map(({ skill }) => skill))];
  return skills.map((skill) => [
    skill,
    ...report.teams.filter((row) => row.skill === skill).map(cell),
  ]);
}

const aimRows = ({ aims }: MissionReport) =>
  aims.map(({ aim, misses, rows, from, to }) => [
    aim,
    `${misses.length} of ${rows}`,
    String(from),
    String(to),
    misses.join(", "),
  ]);

/** The best that each lazy way came to, where nobody did its part for it. */
function lazyRows({ lazy }: MissionReport): readonly (readonly string[])[] {
  const ways = [...new Set(lazy.map(({ strategy }) => strategy))];
  return ways.map((way) => {
    const own = lazy.filter(({ strategy }) => strategy === way);
    return [way, String(Math.max(...own.map(({ mostStars }) => mostStars)))];
  });
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

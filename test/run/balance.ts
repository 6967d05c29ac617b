import { missions } from "../../assets/missions/missions.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import { formatMarkdown } from "./balance-markdown.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import { type MissionReport, missionReport } from "./mission-report.ts";
import { formatTable } from "./table.ts";
import { sizesOf } from "./team-rounds.ts";

/** `npm run balance`: are the missions worth playing (GAME §7)? One that can be won without its idea fails. */

const options = commandLine("balance", {
  mission: { about: "which mission", standard: "all", oneOf: ["all", ...Object.keys(missions)] },
  seeds: { about: "rounds per skill and size", standard: 20, least: 1, most: 1_000 },
  sizes: { about: "which sizes of teams, by commas; all without it", standard: "" },
  markdown: { about: "print the tables of the documentation", standard: false },
  ...jsonOption,
});

const reports = Object.values(missions)
  .filter(({ id }) => options.mission === "all" || options.mission === id)
  .map((mission) => report(mission.id, missionReport(mission, options.seeds, sizesAsked(mission))));
const isSound = reports.every((one) => one.isSound);

if (options.json) {
  const byMission = Object.fromEntries(reports.map((one) => [one.mission, one]));
  console.log(JSON.stringify({ seeds: options.seeds, missions: byMission, isSound }));
} else if (options.markdown) {
  console.log(formatMarkdown(reports, options.seeds));
}
process.exitCode = isSound ? 0 : 1;

function sizesAsked(mission: Mission): readonly number[] {
  const asked = options.sizes.split(",").map(Number);
  return sizesOf(mission).filter((size) => options.sizes === "" || asked.includes(size));
}

/** Whoever reads along sees each mission as soon as it is measured. */
function report(id: string, measured: MissionReport): MissionReport {
  if (options.json || options.markdown) return measured;
  const { teams, desks, lazy, concept, guided, retry, aims } = measured;
  const outcomes = aims.map(({ misses, surprises, ...aim }) => ({
    ...{ ...aim, missed: misses.length },
    surprises: surprises.join(", "),
  }));
  const sections = { teams, desks, lazy, concept, guided, retry: [retry], aims: outcomes };
  console.log(`== ${id} (${measured.kind}; stars at ${measured.bars})\n`);
  for (const [name, rows] of Object.entries(sections)) {
    if (rows.length > 0) console.log(`${name}\n${formatTable(rows)}\n`);
  }
  console.log(
    `${measured.isSound ? "sound" : "NOT SOUND: see lazy, concept, guided, surprises"}\n`,
  );
  return measured;
}

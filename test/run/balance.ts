import { readFileSync } from "node:fs";
import { missions } from "../../assets/missions/missions.ts";
import { measureApart } from "./balance-apart.ts";
import { formatMarkdown, staleSections } from "./balance-markdown.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import type { MissionReport } from "./mission-report.ts";
import { formatTable } from "./table.ts";
import { sizesOf } from "./team-rounds.ts";

/** `npm run balance`: are the missions worth playing? One that misses an aim, or can be won without its idea, fails. */

const options = commandLine("balance", {
  mission: { about: "which mission", standard: "all", oneOf: ["all", ...Object.keys(missions)] },
  seeds: {
    about: "rounds per skill and size; half of it for two districts, a quarter for lazy teams",
    standard: 20,
    least: 1,
    most: 1_000,
  },
  sizes: { about: "which sizes of teams, by commas; all without it", standard: "" },
  markdown: { about: "print the tables of the documentation", standard: false },
  ...jsonOption,
});

const { seeds } = options;
const isForReaders = !options.json && !options.markdown;
const asked = options.sizes.split(",").map(Number);
const measured = Object.values(missions)
  .filter(({ id }) => options.mission === "all" || options.mission === id)
  .map((mission) => ({
    ...{ mission: mission.id, seeds },
    sizes: sizesOf(mission).filter((size) => options.sizes === "" || asked.includes(size)),
  }));
const reports = await measureApart(measured, isForReaders ? tell : () => undefined);
const isSound = reports.every((one) => one.isSound);

if (options.json) {
  const byMission = Object.fromEntries(reports.map((one) => [one.mission, one]));
  console.log(JSON.stringify({ seeds, missions: byMission, isSound }));
} else if (options.markdown) {
  console.log(formatMarkdown(reports, seeds));
} else {
  const page = new URL("../../BALANCE.md", import.meta.url);
  const stale = staleSections(readFileSync(page, "utf8"), Object.values(missions));
  if (stale.length > 0) console.log(`BALANCE.md has older figures of ${stale.join(", ")}`);
}
process.exitCode = isSound ? 0 : 1;

/** Whoever reads along sees each mission as soon as it is measured. */
function tell(report: MissionReport): void {
  const { teams, desks, lazy, concept, guided, retry } = report;
  const aims = report.aims.map(({ misses, ...aim }) => ({ ...aim, missed: misses.join(", ") }));
  const sections = { teams, desks, lazy, concept, guided, retry: [retry], aims };
  console.log(`== ${report.mission} (${report.kind}; stars at ${report.bars})\n`);
  for (const [name, rows] of Object.entries(sections)) {
    if (rows.length > 0) console.log(`${name}\n${formatTable(rows)}\n`);
  }
  const verdict = report.isSound ? "sound" : "NOT SOUND: see lazy, concept, guided, aims";
  console.log(`${verdict}\n`);
}

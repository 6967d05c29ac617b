import { missions } from "../../assets/missions/missions.ts";
import { skills } from "../kit/pupil.ts";
import { aimOutcomes } from "./aims.ts";
import { balanceFigures } from "./balance-figures.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import { guidedRows } from "./guided-run.ts";
import { lazyRows } from "./lazy-rounds.ts";
import { emptyQueueRoundTripMs } from "./round-trip.ts";
import { formatTable, rounded } from "./table.ts";

/** `npm run balance`: is the mission worth playing (GAME §7)? Lazy play that pays, or a guided run that drags, fails. */

const options = commandLine("balance", {
  mission: {
    about: "which mission",
    standard: "address-and-door-1",
    oneOf: Object.keys(missions),
  },
  seeds: { about: "rounds per skill and size", standard: 20, least: 1, most: 1_000 },
  ...jsonOption,
});

const mission = missions[options.mission];
if (mission === undefined) throw new Error(`no mission ${options.mission}`);

const sizes = [2, 3, 4, 5, 6];
const { teams, desks } = balanceFigures(mission, skills, sizes, options.seeds);
const lazy = lazyRows(mission, sizes, options.seeds);
const guided = guidedRows(mission, options.seeds);
const roundTripS = emptyQueueRoundTripMs(mission, 1) / 1_000;
const retry = {
  roundTripS: rounded(roundTripS, 1),
  retryS: mission.retryMs / 1_000,
  roundTrips: rounded(mission.retryMs / 1_000 / roundTripS, 2),
};
const aims = aimOutcomes(teams, desks);
const isSound = lazy.every(({ failures }) => failures === 0) && guided.every((row) => row.isWithin);

if (options.json) {
  const { mission: id, seeds } = options;
  const report = { mission: id, seeds, teams, desks, lazy, guided, retry, aims, isSound };
  console.log(JSON.stringify(report));
} else {
  const sections = { teams, desks, lazy, guided, retry: [retry], aims };
  for (const [name, rows] of Object.entries(sections)) {
    console.log(`${name}\n${formatTable(rows)}\n`);
  }
  console.log(isSound ? "sound" : "NOT SOUND: lazy play pays, or a guided run is too long");
}
process.exitCode = isSound ? 0 : 1;

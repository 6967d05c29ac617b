import "./lesson-version.ts";
import { launch } from "../kit/browser.ts";
import { isSound, type LessonReport, playLesson } from "../kit/lesson-course.ts";
import { LessonShots } from "../kit/lesson-shots.ts";
import { startServer } from "../kit/test-server.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import { formatTable } from "./table.ts";

/** Plays a whole lesson in a room of a real server: three browsers, and everybody else over sockets. */

const options = commandLine("lesson", {
  players: { about: "how many play, one in a real browser", standard: 38, least: 6, most: 40 },
  rounds: { about: "how many rounds", standard: 3, least: 1, most: 9 },
  seconds: { about: "how long a round lasts", standard: 60, least: 20, most: 1_800 },
  shots: { about: "a folder for pictures of every screen in both languages", standard: "" },
  page: { about: "the folder of the built page", standard: "dist/client" },
  ...jsonOption,
});

const server = await startServer({ files: options.page });
const browser = await launch("--disable-3d-apis");
const report = await playLesson(browser, server.url, {
  ...{ players: options.players, rounds: options.rounds, roundMs: 1_000 * options.seconds },
  shots: new LessonShots(options.shots),
}).finally(async () => {
  await browser.close();
  await server.close();
});
if (options.json) console.log(JSON.stringify(report));
else printReport(report);
// the rooms' library keeps a timer of its own
process.exit(isSound(report) ? 0 : 1);

function printReport({ rounds, moves, faults, fewestRoles, errors }: LessonReport): void {
  const rows = rounds.map(({ scores, ...round }) => ({ ...round, scores: scores.join(" ") }));
  console.log(`${options.players} players\n\n${formatTable(rows)}\n`);
  console.log(`${moves} moves, ${faults} faults, everybody in at least ${fewestRoles} roles`);
  for (const error of errors) console.log(`a browser complained: ${error}`);
  console.log(
    isSound(report)
      ? "every score on every screen is the fold of the journal"
      : "SOME SCORES ARE NOT THE FOLD OF THE JOURNAL, or a browser complained",
  );
}

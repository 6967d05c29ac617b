import { missions } from "../../assets/missions/missions.ts";
import { launch } from "../kit/browser.ts";
import { allPractices } from "../kit/play-practice.ts";
import { startServer } from "../kit/test-server.ts";
import { commandLine } from "./command-line.ts";
import { type ContactRound, moments, photograph } from "./contact-round.ts";
import { printSheet } from "./contact-sheet.ts";
import { formatTable } from "./table.ts";
import { writeFiles } from "./write-files.ts";

const { out, only, files } = commandLine("contact-sheets", {
  out: { about: "the folder for the pictures", standard: "/tmp/contact-sheets" },
  only: { about: "only what has this in its name: mission/role", standard: "" },
  files: { about: "the folder of the built page", standard: "dist/client" },
});

const server = await startServer({ files });
const browser = await launch("--disable-3d-apis");
const rounds: ContactRound[] = [];
for (const practice of allPractices) {
  if (!nameOf(practice).includes(only)) continue;
  const round = await photograph(browser, server.url, practice);
  writeFiles(out, picturesOf(round));
  rounds.push(round);
}
for (const chapter of new Set(rounds.map(chapterOf))) {
  const sheet = await printSheet(
    browser,
    rounds.filter((round) => chapterOf(round) === chapter),
  );
  writeFiles(out, { [`chapter-${chapter}.png`]: sheet });
}
await browser.close();
await server.close();
console.log(formatTable(rounds.map(rowOf)));
process.exitCode = rounds.some(({ errors, played }) => errors.length + played.refused.length > 0)
  ? 1
  : 0;

function nameOf({ mission, role }: ContactRound["practice"]): string {
  return `${mission}/${role}`;
}

function chapterOf({ practice }: ContactRound): number {
  return missions[practice.mission]?.chapter ?? 0;
}

/** Every picture of a round by itself, to be looked at closely. */
function picturesOf({ practice, pictures }: ContactRound): Record<string, Buffer> {
  const named = moments.flatMap((moment) => {
    const picture = pictures[moment];
    return picture === undefined
      ? []
      : [[`${practice.mission}-${practice.role}-${moment}.png`, picture] as const];
  });
  return Object.fromEntries(named);
}

function rowOf({ practice, played, blunders, wereTold, errors }: ContactRound) {
  const { mission, role, language, width } = practice;
  const { acts, right, wrong, stars, refused } = played;
  return {
    ...{ mission, role, language, width, acts, right, wrong, blunders, stars },
    told: wereTold ? "yes" : "no",
    said: [...refused, ...errors].join(" | "),
  };
}

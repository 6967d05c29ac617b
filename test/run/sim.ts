import { missions } from "../../assets/missions/missions.ts";
import { mostInNetwork } from "../../shared/contract/network-size.ts";
import { type Journal, replay } from "../../shared/lesson/journal.ts";
import { storyOf } from "../../shared/lesson/story.ts";
import { hashOf } from "../../shared/lib/hash.ts";
import { encodeCaptureFile } from "../../shared/wire/capture-file.ts";
import { Pupil, skills } from "../kit/pupil.ts";
import { toldCaptures } from "./captures.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import { languageOption, textIn } from "./language-option.ts";
import { playRound, pupilSeed } from "./play-round.ts";
import { type RoundReport, reportRound } from "./report-round.ts";
import { playScenarios } from "./scenario-command.ts";
import { scenarioProtocols, scenarios } from "./scenarios.ts";
import { formatTable, rounded } from "./table.ts";
import { writeFiles } from "./write-files.ts";

/**
 * `npm run sim`: one round through the public moves, and its journal folded back to the same hash. With a scenario
 * instead of a mission, machines that talk among themselves.
 */

const options = commandLine("sim", {
  mission: { about: "which mission", standard: "address-and-door-1", oneOf: Object.keys(missions) },
  scenario: {
    about: "a scenario, or a protocol for all of its scenarios, instead of a mission",
    standard: "",
    oneOf: [...scenarioProtocols, ...Object.keys(scenarios)],
  },
  seats: {
    about: "how many pupils; the autopilot has the rest",
    standard: 4,
    least: 1,
    most: mostInNetwork,
  },
  seed: { about: "the seed of the round", standard: 1 },
  skill: {
    about: "how they play; automatic: they are gone",
    standard: "average",
    oneOf: ["automatic", ...Object.keys(skills)],
  },
  out: { about: "a folder for round.json, journal.json and a capture per link", standard: "" },
  ...languageOption,
  ...jsonOption,
});

if (options.scenario !== "") {
  playScenarios(options);
  process.exit();
}

const mission = missions[options.mission];
if (mission === undefined) throw new Error(`no mission ${options.mission}`);
const skill = Object.entries(skills).find(([name]) => name === options.skill)?.[1];
const scripts = Array.from({ length: options.seats }, (_, index) =>
  skill === undefined ? "gone" : new Pupil(skill, pupilSeed(options.seed, index)),
);

const { classroom, match } = playRound({ mission, seed: options.seed, scripts });
const report = reportRound(classroom.lesson, match);
const hash = hashOf(classroom.lesson);
// Through text, as it will be read from the file.
const text = JSON.stringify(classroom.journal);
const journal = JSON.parse(text) as Journal;
const replayHash = hashOf(replay(journal, missions, classroom.now));
const files = options.out === "" ? [] : writeRound(options.out);
const isSame = hash === replayHash;

if (options.json) {
  const { evidence, ...round } = report;
  console.log(
    JSON.stringify({ ...round, evidence: evidence.length, hash, replayHash, isSame, files }),
  );
} else {
  printRound(report);
}
process.exitCode = isSame ? 0 : 1;

function writeRound(folder: string): readonly string[] {
  const contents: Record<string, string | Uint8Array> = {
    "round.json": `${JSON.stringify({ ...report, hash }, undefined, 2)}\n`,
    "journal.json": `${text}\n`,
  };
  const story = storyOf(journal, missions, classroom.now);
  for (const capture of story === undefined ? [] : toldCaptures(story, textIn(options.lang))) {
    contents[`${capture.link}.pcapng`] = encodeCaptureFile(capture);
  }
  writeFiles(folder, contents);
  return Object.keys(contents);
}

function printRound({ mission: id, seed, result, pupils, evidence }: RoundReport): void {
  console.log(`${id}, seed ${seed}, ${options.seats} pupils, ${options.skill}\n`);
  console.log(formatTable([{ ...result, pace: rounded(result.pace, 2) }]));
  console.log(`\n${formatTable(pupils)}\n`);
  console.log(`${evidence.length} pieces of evidence, ${journal.moves.length} moves`);
  if (files.length > 0) console.log(`written to ${options.out}: ${files.join(", ")}`);
  console.log(`hash   ${hash}\nreplay ${replayHash}${isSame ? "" : "  DIFFERENT"}`);
}

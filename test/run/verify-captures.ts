import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missions } from "../../assets/missions/missions.ts";
import { type CaptureBatch, exportRate, readBatch, writeBatch } from "./capture-batch.ts";
import { bothFindings, type CaptureFindings, isSound, noFindings } from "./capture-check.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import { languageOption, textIn } from "./language-option.ts";
import { scenarios } from "./scenarios.ts";
import { formatTable, rounded } from "./table.ts";
import { hasTshark } from "./wireshark.ts";

/** `npm run verify:captures`: rounds of every mission, size and skill, and scenarios of every protocol, read by Wireshark. */

const options = commandLine("verify:captures", {
  rounds: {
    about: "how many rounds; every other one is a scenario",
    standard: 300,
    least: 1,
    most: 100_000,
  },
  ...languageOption,
  ...jsonOption,
});

if (!hasTshark()) {
  console.error("verify:captures: tshark is missing. Install it with: apt-get install tshark");
  process.exit(2);
}

const roundsPerBatch = 20;
/** So many batches are being read while the next one is written. */
const readers = 2;

const folder = mkdtempSync(join(tmpdir(), "captures-"));
const startedAt = performance.now();
const text = textIn(options.lang);
let firstBatch: CaptureBatch | undefined;
const readings: ReturnType<typeof readBatch>[] = [];
try {
  for (let first = 0; first < options.rounds; first += roundsPerBatch) {
    await readings.at(-readers);
    const count = Math.min(roundsPerBatch, options.rounds - first);
    const batch = await writeBatch(folder, first, count, text);
    firstBatch ??= batch;
    readings.push(readBatch(batch));
  }
  const findings = (await Promise.all(readings)).reduce(bothFindings, noFindings);
  report(findings, firstBatch === undefined ? 0 : exportRate(firstBatch, text));
} finally {
  rmSync(folder, { recursive: true });
}

function report(findings: CaptureFindings, exportPerSecond: number): void {
  const { faults, agreement, ...counted } = findings;
  const { disagreements, ...agreed } = agreement;
  const row = {
    rounds: options.rounds,
    missions: Object.keys(missions).length,
    scenarios: Object.keys(scenarios).length,
    ...counted,
    exportPerSecond: rounded(exportPerSecond),
    seconds: rounded((performance.now() - startedAt) / 1_000, 1),
  };
  if (options.json)
    console.log(
      JSON.stringify({ ...row, ...agreed, faults, disagreements, isSound: isSound(findings) }),
    );
  else
    console.log(
      [formatTable([row]), "", formatTable([agreed]), ...faults, ...disagreements].join("\n"),
    );
  process.exitCode = isSound(findings) ? 0 : 1;
}

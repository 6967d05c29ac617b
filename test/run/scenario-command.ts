import { join } from "node:path";
import { hashOf } from "../../shared/lib/hash.ts";
import { encodeCaptureFile } from "../../shared/wire/capture-file.ts";
import { textIn } from "./language-option.ts";
import type { PlayedScenario } from "./scenario.ts";
import { captureWordsIn, scenarios, scenariosNamed } from "./scenarios.ts";
import { formatTable } from "./table.ts";
import { writeFiles } from "./write-files.ts";

type Options = {
  readonly scenario: string;
  readonly seed: number;
  readonly out: string;
  readonly lang: string;
  readonly json: boolean;
};

/** Plays the scenarios behind a word, says what they were like and writes them down, each into a folder if there are several. */
export function playScenarios({ scenario, seed, out, lang, json }: Options): void {
  const words = captureWordsIn(textIn(lang));
  const names = scenariosNamed(scenario);
  const rows = names.flatMap((name) => {
    const played = scenarios[name]?.(seed, words);
    if (played === undefined) return [];
    const row = reportOf(name, seed, played);
    if (out !== "") writeScenario(names.length === 1 ? out : join(out, name), row, played);
    return [row];
  });
  if (json) console.log(JSON.stringify({ scenarios: rows }));
  else console.log(formatTable(rows));
}

/** What is worth saying of a scenario; the hash covers everything that happened. */
const reportOf = (scenario: string, seed: number, { captures, journal }: PlayedScenario) => ({
  ...{ scenario, seed, happenings: journal.length },
  links: captures.length,
  frames: captures.reduce((sum, { frames }) => sum + frames.length, 0),
  hash: hashOf([journal, captures.map(encodeCaptureFile).map((octets) => [...octets])]),
});

function writeScenario(
  folder: string,
  report: ReturnType<typeof reportOf>,
  { captures, journal }: PlayedScenario,
): void {
  const files = captures.map(
    (capture) => [`${capture.link}.pcapng`, encodeCaptureFile(capture)] as const,
  );
  writeFiles(folder, {
    "round.json": `${JSON.stringify(report, undefined, 2)}\n`,
    "journal.json": `${JSON.stringify(journal)}\n`,
    ...Object.fromEntries(files),
  });
}

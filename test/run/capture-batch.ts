import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { missions } from "../../assets/missions/missions.ts";
import type { Text } from "../../assets/text/text.ts";
import { type Story, storyOf } from "../../shared/lesson/story.ts";
import { encodeCaptureFile } from "../../shared/wire/capture-file.ts";
import { Pupil, type Skill, skills } from "../kit/pupil.ts";
import { bothFindings, type CaptureFindings, checkCapture, noFindings } from "./capture-check.ts";
import { toldCaptures } from "./captures.ts";
import { playRound, pupilSeed } from "./play-round.ts";
import { captureWordsIn, mixedScenarios, scenarios } from "./scenarios.ts";
import { sizesOf } from "./team-rounds.ts";
import type { ToldCapture } from "./told-segment.ts";
import { hasSharkd, type ReadFrame, readWithSharkd, readWithTshark } from "./wireshark.ts";

/** Rounds and scenarios that were written as captures together. */
export type CaptureBatch = {
  readonly files: readonly WrittenFile[];
  readonly stories: readonly Story[];
};
type WrittenFile = { readonly path: string; readonly name: string; readonly capture: ToldCapture };

/** Clumsy pupils bring up every ICMP error and every letter that goes astray. */
const casts: Readonly<Record<string, Skill>> = {
  ...skills,
  clumsy: { ...skills.new, errorPercent: 45 },
};

/** Plays so many rounds from the `first` one on and writes a capture of each link. */
export async function writeBatch(
  folder: string,
  first: number,
  count: number,
  text: Text,
): Promise<CaptureBatch> {
  const files: WrittenFile[] = [];
  const stories: Story[] = [];
  for (let nth = first; nth < first + count; nth++) {
    const { name, story, captures } = playNth(nth, text);
    if (story !== undefined) stories.push(story);
    for (const capture of captures) {
      const path = join(folder, `${nth}-${capture.link}.pcapng`);
      writeFileSync(path, encodeCaptureFile(capture));
      files.push({ path, name: `${name}, ${capture.link}`, capture });
    }
    await breathe(); // whoever reads the last batch wants to be heard
  }
  return { files, stories };
}

/** How many frames a second become captures in memory, in the middle of several passes over the batch. */
export function exportRate({ stories }: CaptureBatch, text: Text): number {
  const rates = Array.from({ length: exportPasses }, () => {
    const before = performance.now();
    for (const story of stories) toldCaptures(story, text).forEach(encodeCaptureFile);
    return (1_000 * framesIn(stories)) / (performance.now() - before);
  });
  return rates.sort((a, b) => a - b)[exportPasses >> 1] ?? 0;
}

const exportPasses = 15;
const framesIn = (stories: readonly Story[]): number =>
  stories.reduce((sum, { hops }) => sum + hops.length, 0);

/** Has Wireshark read the files of a batch. */
export async function readBatch({ files }: CaptureBatch): Promise<CaptureFindings> {
  const read = await readFiles(files.map(({ path }) => path));
  return files
    .map(({ name, capture }, at) => checkCapture(name, capture, read[at] ?? []))
    .reduce(bothFindings, noFindings);
}

/** One process reads them all. The last one is read by `tshark` as well, which must see the same. */
async function readFiles(paths: readonly string[]): Promise<readonly (readonly ReadFrame[])[]> {
  const last = paths.at(-1);
  if (last === undefined) return [];
  if (!hasSharkd()) return readOneByOne(paths);
  const [read, inTshark] = await Promise.all([readWithSharkd(paths), readWithTshark(last)]);
  if (!isDeepStrictEqual(read.at(-1), inTshark))
    throw new Error(`tshark and sharkd differ: ${last}`);
  return read;
}

async function readOneByOne(paths: readonly string[]): Promise<readonly (readonly ReadFrame[])[]> {
  const read: (readonly ReadFrame[])[] = [];
  for (const path of paths) read.push(await readWithTshark(path));
  return read;
}

type Played = {
  readonly name: string;
  readonly captures: readonly ToldCapture[];
  readonly story?: Story;
};

/** Rounds and scenarios take turns. */
const playNth = (nth: number, text: Text): Played =>
  nth % 2 === 0 ? playRoundNth(nth / 2, text) : playScenarioNth((nth - 1) / 2, text);

function playScenarioNth(nth: number, text: Text): Played {
  const names = mixedScenarios();
  const name = names[nth % names.length] ?? "";
  const seed = 1 + Math.trunc(nth / names.length);
  const played = scenarios[name]?.(seed, captureWordsIn(text));
  return { name: `${name}, seed ${seed}`, captures: played?.captures ?? [] };
}

function playRoundNth(nth: number, text: Text): Played {
  const { mission, seats, cast, seed } = variant(nth);
  const skill = casts[cast] ?? skills.new;
  const scripts = Array.from(
    { length: seats },
    (_, index) => new Pupil(skill, pupilSeed(seed, index)),
  );
  const { classroom } = playRound({ mission, seed, scripts });
  const story = storyOf(classroom.journal, missions, classroom.now);
  if (story === undefined) throw new Error("a round was played that has no story");
  const name = `${mission.id}, ${seats} seats, ${cast}, seed ${seed}`;
  return { name, story, captures: toldCaptures(story, text) };
}

/** Every mission in turn, each time at another size and with another cast; once it had them all, on the next seed. */
function variant(nth: number) {
  const all = Object.values(missions);
  const mission = all[nth % all.length];
  if (mission === undefined) throw new Error("there is no mission to play");
  const names = Object.keys(casts);
  const sizes = sizesOf(mission);
  const turn = Math.trunc(nth / all.length);
  const lap = Math.trunc(turn / sizes.length);
  const cast = names[(turn + lap) % names.length] ?? "";
  const seats = sizes[turn % sizes.length] ?? 1;
  return { mission, seats, cast, seed: 1 + Math.trunc(lap / names.length) };
}

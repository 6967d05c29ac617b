import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { namedChance } from "../../shared/lib/chance.ts";
import { hashOf } from "../../shared/lib/hash.ts";
import type { Why } from "../../shared/protocol/tcp/connection/turn.ts";
import { encodeCaptureFile } from "../../shared/wire/capture-file.ts";
import { bothFindings, checkCapture, isSound, noFindings } from "../run/capture-check.ts";
import {
  captureWordsIn,
  mixedScenarios,
  scenarioProtocols,
  scenarios,
  scenariosNamed,
} from "../run/scenarios.ts";
import { otherSide, sides } from "../run/talk-plan.ts";
import { planTalk } from "../run/tcp-scenarios.ts";
import { TcpTalk } from "../run/tcp-talk.ts";
import { hasSharkd, readWithSharkd } from "../run/wireshark.ts";

const words = captureWordsIn(texts.en);
const play = (name: string, seed: number) => {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  return scenario(seed, words);
};
const names = Object.keys(scenarios);
const tcpNames = scenariosNamed("tcp");
const seeds = [1, 2, 3, 4, 5, 6];

test("every protocol has at least three scenarios, and all of them take their turn", () => {
  expect(scenarioProtocols).toEqual(["ethernet", "arp", "udp", "icmp", "ip", "tcp"]);
  for (const protocol of scenarioProtocols)
    expect(scenariosNamed(protocol).length).toBeGreaterThanOrEqual(3);
  expect([...mixedScenarios()].sort()).toEqual([...names].sort());
});

test.each(names)("%s happens again for the same seed, and its frames are in order", (name) => {
  const [one, same] = [play(name, 1), play(name, 1)];
  expect(hashOf(same.journal)).toBe(hashOf(one.journal));
  expect(same.captures).toEqual(one.captures);
  expect(one.captures.some(({ frames }) => frames.length > 0)).toBe(true);
  for (const { frames } of one.captures) {
    const times = frames.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  }
});

test.each<readonly [string, Why]>([
  ["tcp-loss", "retransmit"],
  ["tcp-disorder", "duplicate"],
  ["tcp-fast-retransmit", "fastRetransmit"],
  ["tcp-time-out", "retransmit"],
  ["tcp-zero-window", "probe"],
  ["tcp-zero-window", "windowUpdate"],
  ["tcp-go-back-n", "retransmit"],
  ["tcp-by-hand", "retransmit"],
  ["tcp-refused", "reset"],
  ["tcp-abort", "reset"],
])("%s shows what it is called after: %s", (name, why) => {
  const whys = seeds.flatMap((seed) =>
    play(name, seed).captures.flatMap(({ frames }) => frames.map(({ told }) => told?.why)),
  );
  expect(whys).toContain(why);
});

const toTheEnd = tcpNames.filter((name) => name !== "tcp-refused" && name !== "tcp-abort");

test.each(toTheEnd)("in %s both hear everything that the other said", (name) => {
  for (const seed of seeds) {
    const plan = planTalk(name, namedChance(seed, name));
    const talk = new TcpTalk(plan, seed).run();
    for (const side of sides) expect(talk.heard[side]).toBe(plan.says[otherSide(side)]);
  }
});

// 120 s: a program that starts cold on a busy machine takes its time.
describe.skipIf(!hasSharkd())("Wireshark", { timeout: 120_000 }, () => {
  test("finds every scenario sound and calls its segments what the engine calls them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "scenarios-"));
    const files = names.flatMap((name) =>
      play(name, 7).captures.map((capture) => {
        const path = join(folder, `${name}-${capture.link}.pcapng`);
        writeFileSync(path, encodeCaptureFile(capture));
        return { name, path, capture };
      }),
    );
    const read = await readWithSharkd(files.map(({ path }) => path));
    rmSync(folder, { recursive: true });
    const findings = files
      .map(({ name, capture }, at) => checkCapture(name, capture, read[at] ?? []))
      .reduce(bothFindings, noFindings);
    expect(findings.faults).toEqual([]);
    expect(findings.agreement.disagreements).toEqual([]);
    expect(findings.agreement.repairs).toBeGreaterThan(20);
    expect(isSound(findings)).toBe(true);
  });
});

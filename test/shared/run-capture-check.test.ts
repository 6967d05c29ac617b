import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { texts } from "../../assets/text/text.ts";
import { instant } from "../../shared/lib/instant.ts";
import type { CaptureFile } from "../../shared/wire/capture-file.ts";
import { readBatch, writeBatch } from "../run/capture-batch.ts";
import { bothFindings, checkCapture, isSound, noFindings } from "../run/capture-check.ts";
import { hasTshark, type ReadFrame } from "../run/wireshark.ts";

const octets = new Uint8Array();
const written: CaptureFile = {
  ...{ link: "router2-server", comment: "", names: [] },
  frames: [
    { at: instant(0), octets, comment: "맞게 했어요" },
    { at: instant(5), octets },
  ],
};
const well: ReadFrame = {
  ...{ protocols: ["eth", "ip", "udp"], malformed: false, checksums: ["Good", "Good"] },
  ...{ comment: "", labels: [] },
};
const said: ReadFrame = { ...well, comment: "맞게 했어요" };
const check = (read: readonly ReadFrame[]) => checkCapture("a file", written, read);

describe("a capture that somebody else has read", () => {
  test("is sound when every frame was read as it was written", () => {
    const findings = check([said, well]);
    expect(findings).toMatchObject({ files: 1, frames: 2, comments: 1, faults: [] });
    expect(isSound(findings)).toBe(true);
  });

  test.each([
    ["is malformed", [{ ...said, malformed: true }, well], { malformed: 1 }],
    ["has a bad checksum", [said, { ...well, checksums: ["Good,Bad"] }], { badChecksums: 1 }],
    ["bears another comment", [well, well], { misread: 1 }],
    ["is taken for something else", [said, { ...well, protocols: ["eth", "llc"] }], { misread: 1 }],
    ["is missing", [said], { misread: 1 }],
  ])("is not sound when a frame %s", (_, read, counted) => {
    const findings = check(read);
    expect(findings).toMatchObject(counted);
    expect(findings.faults).toHaveLength(1);
    expect(isSound(findings)).toBe(false);
  });

  test("is not sound when there was nothing to read", () => {
    expect(isSound(noFindings)).toBe(false);
  });

  test("adds up with others, and of many faults the first few are told", () => {
    const bad = check([well, well]);
    const all = Array.from({ length: 30 }, () => bad).reduce(bothFindings, noFindings);
    expect(all).toMatchObject({ files: 30, frames: 60, misread: 30 });
    expect(all.faults).toHaveLength(10);
  });
});

// 120 s: a program that starts cold on a busy machine takes its time.
describe.skipIf(!hasTshark())("Wireshark", { timeout: 120_000 }, () => {
  test("reads a round of each mission, and scenarios between them, as we wrote them", async () => {
    const rounds = Object.keys(missions).length;
    const folder = mkdtempSync(join(tmpdir(), "captures-"));
    const findings = await readBatch(await writeBatch(folder, 0, 2 * rounds, texts.ko));
    rmSync(folder, { recursive: true });
    expect(findings).toMatchObject({ malformed: 0, badChecksums: 0, misread: 0, faults: [] });
    expect(findings.comments).toBeGreaterThan(10 * rounds);
  });
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SavedLessons } from "../../../server/reports/saved-lessons.ts";

let folder: string;
let saved: SavedLessons;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "port-of-call-saved-"));
  mkdirSync(join(folder, "journals"));
  saved = new SavedLessons(folder);
  vi.setSystemTime(new Date("2026-11-20T08:15:00Z"));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const keep = (...names: readonly string[]) => {
  for (const name of names) writeFileSync(join(folder, "journals", name), "");
};
const kept = () => readdirSync(join(folder, "journals")).sort();

test("a journal is called by its room's code and when it was opened", () => {
  expect(saved.newPath("482913")).toBe(join(folder, "journals", "482913-20261120T081500Z.ndjson"));
});

test("of several lessons under one code the latest is found, and none under another", async () => {
  keep("482913-20261120T081500Z.ndjson", "482913-20261119T081500Z.ndjson");
  keep("100001-20261121T081500Z.ndjson");
  expect(await saved.find("482913")).toBe(saved.newPath("482913"));
  expect(await saved.find("482914")).toBeUndefined();
  expect(await saved.find("../journals/482913")).toBeUndefined();
});

test("after thirty days a lesson is removed, and what is no lesson is left alone", async () => {
  const old = "482913-20261021T081459Z.ndjson";
  keep(old, "100001-20261021T081500Z.ndjson", "notes.txt");
  await saved.removeOld();
  expect(kept()).toEqual(["100001-20261021T081500Z.ndjson", "notes.txt"]);
});

test("where nothing was ever saved there is nothing to find or to remove", async () => {
  const nowhere = new SavedLessons(join(folder, "not", "there"));
  await nowhere.removeOld();
  expect(await nowhere.find("482913")).toBeUndefined();
});

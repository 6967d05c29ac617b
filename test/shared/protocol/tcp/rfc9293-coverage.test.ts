import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { coverage } from "./rfc9293-coverage.ts";

const requirements = readFileSync(join(import.meta.dirname, "rfc9293-requirements.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","));

const sharedTests = join(import.meta.dirname, "../..");

/** The title of every test of the shared rules; `test.each` keeps the placeholders in it. */
const titles = new Set(
  readdirSync(sharedTests, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .flatMap((path) => titlesIn(readFileSync(join(sharedTests, path), "utf8"))),
);

function titlesIn(source: string): readonly string[] {
  const quoted = [...source.matchAll(/(?:\btest|\])\)?\(\s*("(?:[^"\\]|\\.)*")/g)];
  return quoted.map(([, title = '""']) => JSON.parse(title) as string);
}

test("every requirement of RFC 9293 is shown by a test, or has a reason why not", () => {
  expect(requirements).toHaveLength(118);
  for (const [id = ""] of requirements) {
    const entry = coverage[id];
    expect(entry, id).toBeDefined();
    if (entry !== undefined && "notModelled" in entry)
      expect(entry.notModelled, id).toMatch(/^because \S.{10,}[^.]$/);
  }
});

test("nothing is covered that is no requirement", () => {
  expect(Object.keys(coverage).sort()).toEqual(requirements.map(([id = ""]) => id).sort());
});

test("every test that the coverage table names exists", () => {
  const named = Object.entries(coverage).flatMap(([id, entry]) =>
    "shownBy" in entry ? entry.shownBy.map((title) => ({ id, title })) : [],
  );
  expect(named.filter(({ title }) => !titles.has(title))).toEqual([]);
  for (const [id, entry] of Object.entries(coverage))
    if ("shownBy" in entry) expect(entry.shownBy, id).not.toHaveLength(0);
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testTitles } from "./test-titles.ts";

test("plain tests and tables have titles; comments, skipped tests and strings elsewhere have none", () => {
  const path = join(mkdtempSync(join(tmpdir(), "titles-")), "some.test.ts");
  writeFileSync(
    path,
    `test("plain", () => {});
     describe("group", () => { test("inside", () => { expect("text").toBe("text"); }); });
     // test("in a comment", () => {});
     test.skip("skipped", () => {});
     test.each([["first", 1], ["second", 2]])("%s", () => {});
     const named = [["third", 3]] as const;
     test.each(named)("%s: %i", () => {});
     test.each([["not a title", 1]])("row %i", () => {});`,
  );
  expect(testTitles(path)).toEqual([
    "plain",
    "inside",
    "%s",
    "first",
    "second",
    "%s: %i",
    "third",
    "row %i",
  ]);
});

import { expect, test } from "vitest";
import { languages, texts } from "../../assets/text/text.ts";
import { csvColumns, presentConceptResults, resultsCsv } from "../../client/present/console-csv.ts";
import { presentNickname } from "../../client/present/shell-nickname.ts";
import type { View } from "../../shared/contract/view.ts";
import { toldRoom } from "./told-room.ts";

type Row = readonly [player: string, round: number, reason: string, count: number, lit: number];

function results(...rows: readonly Row[]): View {
  const table = rows.map(([player, round, reason, count, lit]) => [
    `${player}/${round}/${reason}`,
    { player, round, mission: "address-and-door-1", role: "server", reason, count, lit },
  ]);
  return { ...toldRoom(12).seenByHost(), results: Object.fromEntries(table) };
}

const lines = (csv: string) => csv.slice(1).split("\r\n").slice(0, -1);

test("a player and an idea are one line over all rounds", () => {
  const view = results(
    ["p1", 1, "wrongDoor", 3, 1],
    ["p1", 1, "deliveredRight", 5, 2],
    ["p1", 3, "deliveredRight", 4, 0],
    ["p1", 3, "systemPortTaken", 1, 0],
    ["p2", 3, "deliveredRight", 2, 2],
  );
  expect(presentConceptResults(view)).toEqual([
    {
      ...{ player: "p1", concept: "doors", rounds: [1, 3] },
      ...{ right: 7, wasteful: 0, wrong: 2, lit: 3, share: 78 },
    },
    {
      ...{ player: "p1", concept: "listening", rounds: [3] },
      ...{ right: 0, wasteful: 1, wrong: 0, lit: 0, share: 0 },
    },
    {
      ...{ player: "p2", concept: "doors", rounds: [3] },
      ...{ right: 0, wasteful: 0, wrong: 0, lit: 2, share: undefined },
    },
  ]);
});

test("players stand in the order in which they came", () => {
  const view = results(["p10", 1, "wrongDoor", 1, 0], ["p2", 1, "wrongDoor", 1, 0]);
  expect(presentConceptResults(view).map(({ player }) => player)).toEqual(["p2", "p10"]);
});

test.each(languages)("the file names every column and joins the labels, in %s", (language) => {
  const text = texts[language];
  const view = results(["p1", 1, "wrongDoor", 3, 1]);
  const csv = resultsCsv(view, { p1: "김민서" }, text);
  const [head = "", line = "", ...others] = lines(csv);
  expect(head.split(",")).toHaveLength(csvColumns.length);
  expect(others).toEqual([]);
  const nickname = presentNickname(view.players["p1"]?.nickname ?? "", text);
  const concept = text.coach.concepts.doors;
  expect(line).toBe(`김민서,${nickname},${concept},1,0,0,2,1,0`);
});

test("the file begins with the mark that lets spreadsheets read Hangul, and ends its lines as they should", () => {
  const csv = resultsCsv(results(["p1", 1, "wrongDoor", 1, 0]), {}, texts.ko);
  const bytes = new TextEncoder().encode(csv);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.endsWith("\r\n")).toBe(true);
  expect(csv.replaceAll("\r\n", "")).not.toContain("\n");
});

test.each([
  ['김 "민서", 1번', '"김 ""민서"", 1번"'],
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["-1", "'-1"],
  ["@x", "'@x"],
])("a label %j is written as text: %j", (label, written) => {
  const [, line = ""] = lines(
    resultsCsv(results(["p1", 1, "wrongDoor", 1, 0]), { p1: label }, texts.ko),
  );
  expect(line.startsWith(`${written},`)).toBe(true);
});

test("somebody who was removed keeps a line, under the room's own name for them", () => {
  const [, line = ""] = lines(resultsCsv(results(["p40", 1, "wrongDoor", 1, 0]), {}, texts.ko));
  expect(line.split(",")[1]).toBe("p40");
});

import { describe, expect, test } from "vitest";
import { languages, texts } from "../../assets/text/text.ts";
import {
  dropRows,
  flagRows,
  icmpRows,
  portStretches,
  rulesByDuty,
  stateRows,
} from "../../client/present/shell-cheat-sheet.ts";
import { reasonNames } from "../../shared/contract/reasons.ts";
import { duties } from "../../shared/device/act.ts";

test("all port numbers stand in the stretches of RFC 6335 §6", () => {
  expect(portStretches()).toEqual([
    { range: "reserved", least: 0, most: 0 },
    { range: "system", least: 1, most: 1_023 },
    { range: "user", least: 1_024, most: 49_151 },
    { range: "dynamic", least: 49_152, most: 65_535 },
  ]);
});

test("ICMP errors have the type and code of RFC 792", () => {
  const rows = Object.fromEntries(icmpRows().map(({ error, type, code }) => [error, [type, code]]));
  expect(rows).toEqual({ netUnreachable: [3, 0], portUnreachable: [3, 3], timeExceeded: [11, 0] });
});

test("every rule of the judge stands under its duty, once", () => {
  const all = rulesByDuty().flatMap(({ duty, rules }) =>
    rules.map((rule) => {
      expect(rule.duty).toBe(duty);
      return rule.reason;
    }),
  );
  expect(all.toSorted()).toEqual(reasonNames.toSorted());
});

test("SYN and FIN take one number each, the other control bits none (RFC 9293 §3.4)", () => {
  const taking = flagRows().flatMap(({ flag, numbers }) => (numbers === 0 ? [] : [flag, numbers]));
  expect(flagRows()).toHaveLength(8);
  expect(taking).toEqual(["fin", 1, "syn", 1]);
});

test("every state stands with the ways out of it, those to one state together", () => {
  const rows = Object.fromEntries(stateRows().map(({ state, ways }) => [state, ways]));
  expect(Object.keys(rows)).toHaveLength(11);
  expect(rows["ESTABLISHED"]).toEqual([
    { events: ["close"], next: "FIN-WAIT-1" },
    { events: ["finArrived"], next: "CLOSE-WAIT" },
    { events: ["reset", "abort", "gaveUp"], next: "CLOSED" },
  ]);
});

describe.each(languages)("in %s", (language) => {
  const { cheatSheet } = texts[language].practice;

  test("every duty, port range and ICMP error has its words", () => {
    expect(Object.keys(cheatSheet.duties).toSorted()).toEqual(duties.toSorted());
    expect(Object.keys(cheatSheet.ranges)).toEqual(portStretches().map(({ range }) => range));
    expect(Object.keys(cheatSheet.icmpErrors)).toEqual(icmpRows().map(({ error }) => error));
  });

  test("every control bit, state, event and drop of TCP has its words", () => {
    const events = stateRows().flatMap(({ ways }) => ways.flatMap((way) => way.events));
    expect(Object.keys(cheatSheet.flagMeanings)).toEqual(flagRows().map(({ flag }) => flag));
    expect(Object.keys(cheatSheet.stateMeanings)).toEqual(stateRows().map(({ state }) => state));
    expect(Object.keys(cheatSheet.events).toSorted()).toEqual([...new Set(events)].toSorted());
    expect(Object.keys(cheatSheet.dropMeanings)).toEqual(dropRows().map(({ reason }) => reason));
  });
});

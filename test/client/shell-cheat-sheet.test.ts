import { describe, expect, test } from "vitest";
import { languages, texts } from "../../assets/text/text.ts";
import { icmpRows, portStretches, rulesByDuty } from "../../client/present/shell-cheat-sheet.ts";
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

describe.each(languages)("in %s", (language) => {
  const { cheatSheet } = texts[language].practice;

  test("every duty, port range and ICMP error has its words", () => {
    expect(Object.keys(cheatSheet.duties).toSorted()).toEqual(duties.toSorted());
    expect(Object.keys(cheatSheet.ranges)).toEqual(portStretches().map(({ range }) => range));
    expect(Object.keys(cheatSheet.icmpErrors)).toEqual(icmpRows().map(({ error }) => error));
  });
});

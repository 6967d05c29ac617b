import { join } from "node:path";
import { expect, test } from "vitest";
import { arpRules } from "./arp-rules.ts";
import { ethernetRules } from "./ethernet-rules.ts";
import { icmpRules } from "./icmp-rules.ts";
import { ipRules } from "./ip-rules.ts";
import { portRules } from "./port-rules.ts";
import type { Rules } from "./rule.ts";
import { testTitles } from "./test-titles.ts";
import { udpRules } from "./udp-rules.ts";

const tables: Readonly<Record<string, Rules>> = {
  ETHERNET: ethernetRules,
  ARP: arpRules,
  IP: ipRules,
  ICMP: icmpRules,
  UDP: udpRules,
  PORT: portRules,
};

const rules = Object.values(tables).flatMap((table) => Object.entries(table));
const sharedTests = join(import.meta.dirname, "..");

/** What every rule names: a test by its file and title. */
const named = rules.flatMap(([id, rule]) =>
  Object.entries("shownBy" in rule ? rule.shownBy : {}).flatMap(([file, titles]) =>
    titles.map((title) => ({ id, file, title })),
  ),
);

test("every test that a rule names exists", () => {
  const files = [...new Set(named.map(({ file }) => file))];
  const titles = Object.fromEntries(
    files.map((file) => [file, testTitles(join(sharedTests, `${file}.test.ts`))]),
  );
  expect(named.filter(({ file, title }) => !titles[file]?.includes(title))).toEqual([]);
});

test("every rule is shown by a test, or has a reason why not", () => {
  for (const [id, rule] of rules) {
    if ("notModelled" in rule) expect(rule.notModelled, id).toMatch(/^because \S.{10,}[^.]$/);
    else expect(Object.values(rule.shownBy).flat(), id).not.toHaveLength(0);
  }
});

test("every rule says where it is written, and what it says in one sentence of its own", () => {
  for (const [id, { source, says }] of rules) {
    expect(source, id).toMatch(/^(RFC \d+|IEEE 802\.\d+\w?)/);
    expect(says, id).toMatch(/^[A-Z0-9].{10,}[^.]$/);
  }
  expect(new Set(rules.map(([, { says }]) => says)).size).toBe(rules.length);
});

test.each(Object.entries(tables))("the rules of %s are numbered without a gap", (name, table) => {
  const ids = Object.keys(table);
  expect(ids).toEqual(ids.map((_, at) => `${name}-${at + 1}`));
});

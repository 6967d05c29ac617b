import { expect, test } from "vitest";
import {
  formatCode,
  formatPage,
  formatScreenLink,
  formatSeatLink,
  parseCode,
  parsePage,
  typedCode,
} from "../../client/present/shell-page.ts";

test.each([
  ["", "", { kind: "front" }],
  ["?code=482913", "", { kind: "join", code: "482913" }],
  ["?code=482913", "#seat=k3y", { kind: "join", code: "482913", seatKey: "k3y" }],
  ["?code=482913", "#seat=", { kind: "join", code: "482913" }],
  ["?code=48291", "", { kind: "front" }],
  ["?host=482913", "", { kind: "host", code: "482913" }],
  ["?screen=482913", "", { kind: "screen", code: "482913" }],
  ["?screen=482913", "#key=k3y", { kind: "screen", code: "482913", key: "k3y" }],
  ["?screen=482913", "#seat=k3y", { kind: "screen", code: "482913" }],
  ["?practice", "", { kind: "practice" }],
  ["?practice=router", "", { kind: "practice", role: "router" }],
  ["?practice=balancer", "", { kind: "practice" }],
  [
    "?practice=router&mission=address-and-door-1",
    "",
    { kind: "practice", role: "router", mission: "address-and-door-1" },
  ],
  ["?practice&mission=best-effort-2", "", { kind: "practice", mission: "best-effort-2" }],
  [
    "?practice=client&mission=a-1&challenge=sourcePort",
    "",
    { kind: "practice", role: "client", mission: "a-1", challenge: "sourcePort" },
  ],
  ["?practice=client&challenge=luck", "", { kind: "practice", role: "client" }],
  ["?seat=k3y&code=482913", "", { kind: "join", code: "482913" }],
  ["", "#selftest", { kind: "selfTest" }],
  ["", "#lesson", { kind: "savedLesson" }],
  ["?code=482913", "#selftest", { kind: "join", code: "482913" }],
])("the address %s%s names its page", (search, hash, page) => {
  expect(parsePage(search, hash)).toEqual(page);
});

test.each([
  { kind: "front" },
  { kind: "practice" },
  { kind: "practice", role: "server" },
  { kind: "practice", mission: "address-and-door-1" },
  { kind: "practice", role: "router", mission: "a-1", challenge: "longestPrefix" },
  { kind: "join", code: "482913" },
  { kind: "host", code: "482913" },
  { kind: "screen", code: "482913" },
] as const)("the address of $kind leads back to it", (page) => {
  expect(parsePage(new URL(formatPage(page), "http://school.test").search, "")).toEqual(page);
});

test("the network check has an address that can be told on the telephone", () => {
  expect(formatPage({ kind: "selfTest" })).toBe("/#selftest");
});

test("a seat's key stands in no address but the link that carries it, behind the #", () => {
  expect(formatPage({ kind: "join", code: "482913", seatKey: "k3y" })).not.toContain("k3y");
  const link = new URL(formatSeatLink("http://school.test", "482913", "a+/b="));
  expect(link.search).not.toContain("a+/b=");
  expect(parsePage(link.search, link.hash)).toMatchObject({ code: "482913", seatKey: "a+/b=" });
});

test("the big screen's key stands in no address but the link that opens it, behind the #", () => {
  expect(formatPage({ kind: "screen", code: "482913", key: "k3y" })).not.toContain("k3y");
  const link = new URL(formatScreenLink("http://school.test", "482913", "a+/b="));
  expect(link.search).not.toContain("a+/b=");
  expect(parsePage(link.search, link.hash)).toEqual({
    ...{ kind: "screen", code: "482913", key: "a+/b=" },
  });
});

test.each([
  ["482 913", "482913"],
  ["４８２９１３", "482913"],
  ["4ㅇ8a2-9", "4829"],
  ["48291377", "482913"],
])("typing %s leaves %s", (typed, code) => {
  expect(typedCode(typed)).toBe(code);
});

test("a code is exactly six digits and is shown as two threes", () => {
  expect(parseCode("482913")).toBe("482913");
  expect(parseCode("48291")).toBeUndefined();
  expect(formatCode("482913")).toBe("482 913");
});

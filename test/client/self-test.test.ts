import { describe, expect, test } from "vitest";
import { languages, texts } from "../../assets/text/text.ts";
import { presentAsk, presentChecks, verdictOf } from "../../client/present/self-test.ts";

const fine = { isReached: true, lineMs: 40, clockAheadMs: 300, kilobitsPerSecond: 20_000 };
const { lineMs: _, ...noLine } = fine;

test.each([
  ["everything that gets through", fine, "good"],
  ["a server that is not reached", { isReached: false }, "unreached"],
  ["a swallowed WebSocket", noLine, "line"],
  ["a thin line", { ...fine, kilobitsPerSecond: 120 }, "speed"],
  ["a slow echo", { ...fine, lineMs: 900 }, "delay"],
  ["a clock an hour off", { ...fine, clockAheadMs: -3_600_000 }, "clock"],
  ["a thin line and a swallowed WebSocket", { ...noLine, kilobitsPerSecond: 120 }, "line"],
])("%s leads to the verdict %s", (_name, found, verdict) => {
  expect(verdictOf(found)).toBe(verdict);
});

test("a speed that could not be measured is not held against the network", () => {
  const { kilobitsPerSecond: _speed, ...unmeasured } = fine;
  expect(verdictOf(unmeasured)).toBe("good");
  const speed = presentChecks(unmeasured, texts.en).find(({ check }) => check === "speed");
  expect(speed?.state).toBe("unknown");
});

test("a good network has nothing to ask for", () => {
  expect(presentAsk("good", "school.test", texts.ko)).toBeUndefined();
});

describe.each(languages)("in %s", (language) => {
  const text = texts[language];

  test("each wish is one sentence for the administrator", () => {
    for (const verdict of ["unreached", "line", "speed", "delay", "clock"] as const) {
      const ask = presentAsk(verdict, "school.test:2567", text) ?? "";
      expect(ask.split(/[.?!](?:\s|$)/).filter((part) => part !== "")).toHaveLength(1);
    }
    expect(presentAsk("line", "school.test:2567", text)).toContain("school.test:2567");
  });

  test("every check says what was found", () => {
    const far = { ...fine, clockAheadMs: 180_000 };
    const found = presentChecks(far, text).map((row) => row.found);
    expect(found).toEqual([
      text.selfTest.found.reached,
      text.selfTest.found.line(40),
      text.selfTest.found.speed("20,000"),
      text.selfTest.found.clockAhead(text.selfTest.found.minutes(3)),
    ]);
  });

  test("a clock a few seconds slow is told in seconds, and is fine", () => {
    const clock = presentChecks({ ...fine, clockAheadMs: -7_400 }, text)[3];
    const { clockBehind, seconds } = text.selfTest.found;
    expect(clock).toMatchObject({ state: "good", found: clockBehind(seconds(7)) });
  });
});

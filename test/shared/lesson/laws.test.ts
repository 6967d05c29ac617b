import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { advance, wakeAt } from "../../../shared/lesson/advance.ts";
import { journalFault, replay, rules } from "../../../shared/lesson/journal.ts";
import { createLesson, type Lesson } from "../../../shared/lesson/lesson.ts";
import { NetworkWakes } from "../../../shared/lesson/network-wakes.ts";
import { receive } from "../../../shared/lesson/receive.ts";
import { type Viewer, viewFor } from "../../../shared/lesson/view-for.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { type Instant, instant } from "../../../shared/lib/instant.ts";
import { scoreOf } from "../../../shared/match/result.ts";
import {
  aClassPlan,
  type ClassPlan,
  hurriedMissions,
  liveThrough,
} from "../../kit/random-class.ts";
import type { ScriptedClass } from "../../kit/scripted-class.ts";

const untilMs = 60_000;
const aPlan = aClassPlan(untilMs, Object.keys(missions));
const everyClass = (law: (plan: ClassPlan) => void, numRuns = 60): void =>
  fc.assert(fc.property(aPlan, law), { numRuns });

const live = (plan: ClassPlan): ScriptedClass => liveThrough(plan, { missions: hurriedMissions });

/** The same moves made in a fresh lesson; `between` does what it likes to it before each of them. */
function relive(
  { options, missions, moves, now }: ScriptedClass,
  between: (lesson: Lesson, next: Instant) => Lesson,
): Lesson {
  let lesson = createLesson(options, missions);
  for (const move of moves) {
    lesson = between(lesson, move.at);
    receive(lesson, move);
  }
  lesson = between(lesson, now);
  advance(lesson, now);
  return lesson;
}

/** Instants from where the lesson stands to the next move, in order. */
function stops(lesson: Lesson, next: Instant, parts: readonly number[]): readonly Instant[] {
  const span = next - lesson.now;
  return parts.map((part) => instant(lesson.now + span * part)).sort((a, b) => a - b);
}

const someParts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });

describe("in any class, with mistakes, pauses, comings and goings", () => {
  test("the same seed and the same moves make the same lesson", () => {
    everyClass((plan) => {
      const lived = live(plan);
      expect(hashOf(relive(lived, (lesson) => lesson))).toBe(hashOf(lived.lesson));
    });
  });

  test("advancing in steps is advancing at once, wherever the steps fall", () => {
    fc.assert(
      fc.property(aPlan, someParts, (plan, parts) => {
        const lived = live(plan);
        const stepped = relive(lived, (lesson, next) => {
          for (const stop of stops(lesson, next, parts)) advance(lesson, stop);
          return lesson;
        });
        expect(hashOf(stepped)).toBe(hashOf(lived.lesson));
      }),
      { numRuns: 30 },
    );
  });

  test("whoever keeps in mind when networks wake has the same lesson", () => {
    fc.assert(
      fc.property(aPlan, someParts, (plan, parts) => {
        const lived = live(plan);
        const wakes = new NetworkWakes();
        const lesson = createLesson(lived.options, lived.missions);
        for (const move of lived.moves) {
          for (const stop of stops(lesson, move.at, parts)) advance(lesson, stop, undefined, wakes);
          expect(wakeAt(lesson, wakes)).toBe(wakeAt(lesson));
          receive(lesson, move, undefined, wakes);
        }
        advance(lesson, lived.now, undefined, wakes);
        expect(hashOf(lesson)).toBe(hashOf(lived.lesson));
      }),
      { numRuns: 60 },
    );
  });

  test("a lesson that is written down as JSON and read again goes on the same", () => {
    everyClass((plan) => {
      const lived = live(plan);
      const copied = relive(lived, (lesson) => JSON.parse(JSON.stringify(lesson)));
      expect(hashOf(copied)).toBe(hashOf(lived.lesson));
    });
  });

  test("the journal, folded, gives the live lesson and its score", () => {
    everyClass((plan) => {
      const lived = live(plan);
      expect(journalFault(lived.journal, hurriedMissions)).toBeUndefined();
      const journal = JSON.parse(JSON.stringify(lived.journal));
      const folded = replay(journal, hurriedMissions, lived.now);
      expect(hashOf(folded)).toBe(hashOf(lived.lesson));
      const scores = ({ networks }: Lesson) =>
        Object.values(networks).map(({ match }) => scoreOf(match));
      expect(scores(folded)).toEqual(scores(lived.lesson));
    });
  });

  test("a lesson changes by itself only when it said it would wake", () => {
    everyClass((plan) => {
      const lived = live(plan);
      relive(lived, (lesson, next) => {
        for (let wake = wakeAt(lesson); wake !== undefined && wake < next; wake = wakeAt(lesson)) {
          expectNothingBefore(lesson, wake);
          advance(lesson, wake);
        }
        expectNothingBefore(lesson, next);
        return lesson;
      });
    }, 12);
  });

  test("looking at a lesson does not change it", () => {
    everyClass((plan) => {
      const { lesson } = live(plan);
      const before = JSON.stringify(lesson);
      for (const viewer of viewersOf(lesson)) viewFor(lesson, viewer);
      expect(JSON.stringify(lesson)).toBe(before);
    });
  });
});

const viewersOf = ({ players }: Lesson): readonly Viewer[] => [
  { kind: "host" },
  ...Object.keys(players).map((player) => ({ kind: "player", player }) as const),
];

/** What everybody sees, but for what time alone changes: the stars, and who has stood still for long. */
const seen = (lesson: Lesson): string =>
  JSON.stringify(
    viewersOf(lesson).map((viewer) => ({ ...viewFor(lesson, viewer), troubles: {} })),
  ).replaceAll(/"stars":\d/g, "");

/** A moment before the instant everybody still sees what they saw. */
function expectNothingBefore(lesson: Lesson, at: Instant): void {
  if (at <= lesson.now + 1) return;
  const before = seen(lesson);
  advance(lesson, instant(at - 1));
  expect(seen(lesson)).toBe(before);
}

test("time never runs backwards: to advance to an instant that has passed changes nothing", () => {
  fc.assert(
    fc.property(aPlan, fc.nat(untilMs), (plan, back) => {
      const { lesson } = live(plan);
      const before = hashOf(lesson);
      advance(lesson, instant(lesson.now - back));
      expect(hashOf(lesson)).toBe(before);
    }),
    { numRuns: 20 },
  );
});

test("a move that claims an earlier instant happens now", () => {
  const { lesson } = liveThrough({ seed: 1, pupils: [], events: [], untilMs: 5_000 });
  const { now } = lesson;
  const n = (lesson.actors["host"]?.last ?? 0) + 1;
  receive(lesson, { at: instant(now - 4_000), by: "host", n, intent: { kind: "pause" } });
  expect([lesson.now, lesson.paused]).toEqual([now, true]);
});

describe("a journal", () => {
  const whole = liveThrough({ seed: 1, pupils: [], events: [], untilMs: 5_000 }).journal;

  test("is folded only as far as one asks", () => {
    const { journal } = liveThrough({
      ...{ seed: 1, pupils: [], untilMs: 50_000 },
      events: [{ at: 40_000, by: "host", intent: { kind: "endRound" } }],
    });
    expect(replay(journal, missions, instant(39_999)).phase).toBe("play");
    expect(replay(journal, missions, instant(40_000)).phase).toBe("result");
  });

  test.each([
    ["can be replayed as it is", whole, undefined],
    ["of another format cannot", { ...whole, format: 2 as 1 }, "formatUnknown"],
    ["of other rules cannot", { ...whole, rules: `${rules}.1` }, "rulesDiffer"],
    [
      "of a mission that is gone cannot",
      { ...whole, options: { ...whole.options, mission: "address-and-door-9" } },
      "missionUnknown",
    ],
  ])("%s", (_, journal, fault) => {
    expect(journalFault(journal, missions)).toBe(fault);
  });

  test("names the mission that it lacks when it is replayed all the same", () => {
    const lost = { ...whole, options: { ...whole.options, mission: "address-and-door-9" } };
    expect(() => replay(lost, missions, instant(0))).toThrow("no mission address-and-door-9");
  });
});

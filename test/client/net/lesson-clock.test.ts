import { afterEach, expect, test, vi } from "vitest";
import { LessonClock } from "../../../client/net/lesson-clock.ts";

const at = (ms: number) => vi.spyOn(performance, "now").mockReturnValue(ms);
afterEach(() => vi.restoreAllMocks());

test("lesson time is what was answered, and half of the way that the answer took", () => {
  const clock = new LessonClock();
  clock.learn(1000, 50_000, 1200);
  at(1300);
  expect(clock.now()).toBe(50_200);
});

test("the answer that came back fastest is believed", () => {
  const clock = new LessonClock();
  clock.learn(1000, 50_000, 1600);
  clock.learn(2000, 51_010, 2020);
  clock.learn(3000, 52_700, 3900);
  at(4000);
  expect(clock.now()).toBe(53_000);
});

test("an old answer is forgotten, however fast it was: a clock that slept is wrong since", () => {
  const clock = new LessonClock();
  clock.learn(1000, 50_000, 1000);
  for (let ask = 0; ask < 6; ask++) clock.learn(2000 + ask, 90_000 + ask, 2000 + ask);
  at(3000);
  expect(clock.now()).toBe(91_000);
});

test("after a doubt the old time stands until the next answer", () => {
  const clock = new LessonClock();
  clock.learn(1000, 50_000, 1000);
  clock.doubt();
  at(2000);
  expect(clock.now()).toBe(51_000);
  clock.learn(2000, 90_000, 2400);
  expect(clock.now()).toBe(89_800);
});

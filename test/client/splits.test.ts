import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import {
  gapOf,
  gapWords,
  newestSplit,
  presentSplits,
  scoreGap,
  scoreWords,
} from "../../client/present/splits.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { skills } from "../kit/pupil.ts";
import { toldRound } from "../kit/told-round.ts";

const slow = toldRound("client1", 7, skills.new);
const quick = toldRound("client1", 7, skills.sharp);
const words = (before: number, now: number) =>
  gapWords(gapOf({ nth: 1, before, now }) ?? { seconds: 0, than: "same" }, texts.ko);

describe("two runs of one round", () => {
  test("are compared answer by answer", () => {
    const splits = presentSplits(slow, quick, "client1");
    expect(splits.map(({ nth }) => nth)).toEqual(splits.map((_, index) => index + 1));
    expect(splits.at(0)?.before).toBeDefined();
    expect(splits.at(-1)).toMatchObject({ now: expect.any(Number) });
    expect(splits.at(-1)?.before).toBeUndefined();
    expect(gapOf(splits[1] ?? { nth: 0 })?.than).toBe("faster");
  });

  test("count only answers that went through my hands", () => {
    const mine = (story: Story) =>
      story.errands.filter(({ client, end }) => client === "client1" && end === "answered").length;
    expect(presentSplits(slow, slow, "client1")).toHaveLength(mine(slow));
    const answered = slow.errands.filter(({ end }) => end === "answered").length;
    expect(mine(slow)).toBeLessThan(answered);
  });

  test("are the same when nothing was done otherwise", () => {
    const again = toldRound("client1", 7, skills.new);
    expect(again).toEqual(slow);
    const gaps = presentSplits(slow, again, "client1").map((split) => gapOf(split)?.than);
    expect(new Set(gaps)).toEqual(new Set(["same"]));
  });
});

test("a gap stands as on a stop-watch", () => {
  expect([words(30_000, 19_000), words(19_000, 22_400), words(5_000, 5_300)]).toEqual([
    "−11초",
    "+3초",
    "±0초",
  ]);
  expect(gapOf({ nth: 1, now: 4_000 })).toBeUndefined();
});

test("the newest split is shown while it is new, if there is something to compare it with", () => {
  const splits = [
    { nth: 1, before: 9_000, now: 8_000 },
    { nth: 2, before: 30_000, now: 20_000 },
    { nth: 3, now: 50_000 },
  ];
  const shown = [7_000, 8_000, 14_999, 15_000, 21_000, 51_000].map(
    (playNow) => newestSplit(splits, playNow, 7_000)?.nth,
  );
  expect(shown).toEqual([undefined, 1, 1, undefined, 2, undefined]);
});

test("how the race went is told by the points", () => {
  const { ko, en } = texts;
  expect([89, 0, -1].map((gained) => scoreWords(gained, en))).toEqual([
    "89 points more than last time!",
    "The same score as last time.",
    "Last time you had 1 point more.",
  ]);
  expect([89, 0, -20].map((gained) => scoreGap(gained, ko))).toEqual(["+89점", "±0점", "−20점"]);
});

import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentCoachLine, presentNotices } from "../../client/present/coach-line.ts";
import { madeUpView } from "./made-up-view.ts";

const view = madeUpView("client", {
  happenings: {
    2: { at: 5_000, kind: "coach", reason: "wrongPort", letter: "9", errand: 3 },
    10: { at: 9_000, kind: "doorTold", service: "time", port: 7604, box: "server" },
  },
});

describe("notices", () => {
  test("are the newest first", () => {
    expect(presentNotices(view, texts.en).map(({ n }) => n)).toEqual([10, 2]);
  });

  test("of the coach give the reason, its verdict, and the field, letter and errand it speaks of", () => {
    expect(presentNotices(view, texts.en)[1]).toMatchObject({
      words: texts.en.coach.reasons.wrongPort,
      verdict: "wrong",
      field: "destinationPort",
      letter: "9",
      errand: "3",
    });
  });

  test("of other things are worded with what is known", () => {
    expect(presentNotices(view, texts.ko)[0]?.words).toBe(
      "시계는 7604번 문이라고 서버가 알려 줬어요.",
    );
  });
});

describe("the coach line", () => {
  test("is the newest notice while it is new", () => {
    expect(presentCoachLine(view, texts.en, 9_500)?.n).toBe(10);
  });

  test("is silent afterwards, and before anything happened", () => {
    expect(presentCoachLine(view, texts.en, 60_000)).toBeUndefined();
    expect(presentCoachLine(madeUpView("client"), texts.en, 0)).toBeUndefined();
  });
});

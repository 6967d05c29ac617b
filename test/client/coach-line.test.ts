import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentCoachLine, presentNotices } from "../../client/present/coach-line.ts";
import type { View } from "../../shared/contract/view.ts";
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

test("where nothing can be sent twice, the coach does not ask to send again", () => {
  const happenings = { 1: { at: 0, kind: "coach", reason: "gaveUpTooSoon" } };
  const told = (mostSends: number) => {
    const rules = { now: { kind: "experiment", held: "", pinSlots: 0, mostSends } };
    return presentNotices(madeUpView("client", { rules, happenings }), texts.ko)[0]?.words;
  };
  expect(told(1)).toBe(texts.ko.coach.gaveUpOnlyLetter);
  expect(told(3)).toBe(texts.ko.coach.reasons.gaveUpTooSoon);
});

test("while ports are covered, the coach does not ask to compare numbers", () => {
  const rules = {
    now: { kind: "experiment", held: "", pinSlots: 0, mostSends: 99, covered: "ports" },
  };
  const happenings = { 1: { at: 0, kind: "coach", reason: "wrongDoor" } };
  const words = (view: View) => presentNotices(view, texts.en)[0]?.words;
  expect(words(madeUpView("server", { happenings, rules }))).toBe(texts.en.coach.coveredPort);
  expect(words(madeUpView("server", { happenings }))).toBe(texts.en.coach.reasons.wrongDoor);
});

test("a connection is said to be open when nobody has to write its third step", () => {
  const happenings = { 1: { at: 0, kind: "connected", service: "time" } };
  const told = (held: string, covered?: string) => {
    const now = { kind: "mechanism", held, pinSlots: 0, mostSends: 3, ...(covered && { covered }) };
    return presentNotices(madeUpView("client", { rules: { now }, happenings }), texts.ko)[0]?.words;
  };
  const answered =
    "시계 심부름의 인사에 대답(SYN+ACK)이 왔어요. 확인(ACK)이 닿으면 서버 쪽에서도 연결이 열려요.";
  const open = "시계 심부름의 연결이 열렸어요. 이제 양쪽 다 카드를 보낼 수 있어요.";
  expect(told("handshake close")).toBe(answered);
  expect(told("handshake close", "thirdStep")).toBe(open);
  expect(told("order acknowledge")).toBe(open);
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

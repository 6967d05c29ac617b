import { describe, expect, test } from "vitest";
import { bestEffort1 } from "../../assets/missions/best-effort-1.ts";
import { texts } from "../../assets/text/text.ts";
import { hasBelt } from "../../client/present/belt.ts";
import {
  choiceAt,
  errandRoom,
  isResending,
  presentSentErrands,
} from "../../client/present/sent-errands.ts";
import type { View } from "../../shared/contract/view.ts";
import { due, inMission, madeUpView } from "./made-up-view.ts";

const sent = {
  service: "time",
  state: "sent",
  sourcePort: 50_001,
  openedAt: 0,
  patienceUntil: 150_000,
  sends: 1,
};
const errands = {
  2: { ...sent, retryAt: 36_000 },
  10: { ...sent, service: "quote", state: "writing", sends: 3, news: "noAnswer" },
};
const book = {
  time: { kind: "service", address: "10.0.3.80", port: 7604, asked: false, order: 0 },
  quote: { kind: "service", address: "10.0.3.80", asked: false, order: 1 },
};
const rules = { now: { kind: "mechanism", held: "", pinSlots: 3, mostSends: 3 } };
const client = (tables: Partial<View> = {}) =>
  inMission("best-effort-1", madeUpView("client", { errands, book, rules, ...tables }));
const cards = (view: View, playNow = 0) => presentSentErrands(view, texts.en, playNow);

describe("a client whose machine writes the letters", () => {
  test("only sends again or gives up, and has no belt", () => {
    expect(isResending(client())).toBe(true);
    expect(hasBelt(client())).toBe(false);
    expect(errandRoom(client())).toBe(bestEffort1.openErrands[1]);
  });

  test("is another one than a client who writes them by hand", () => {
    expect(isResending(madeUpView("client"))).toBe(false);
    expect(hasBelt(madeUpView("client"))).toBe(true);
  });
});

describe("an errand that was sent", () => {
  test("shows its timer and how much of it is left", () => {
    const [time, quote] = cards(client(), 27_000);
    expect(time).toMatchObject({
      ...{ isSilent: false, timerSeconds: 9 },
      timer: 9_000 / bestEffort1.retryMs,
    });
    expect(quote).toMatchObject({ isSilent: true, timerSeconds: 0, timer: 0 });
  });

  test("counts how often its letter has left, of how many times", () => {
    expect(cards(client()).map(({ sends, mostSends }) => [sends, mostSends])).toEqual([
      [1, 3],
      [3, 3],
    ]);
  });

  test("knows the very letter that would be sent again, once its door is known", () => {
    expect(cards(client()).map(({ letter }) => letter)).toEqual([
      { address: "10.0.3.80", port: 7604, source: 50_001 },
      undefined,
    ]);
  });

  test("cannot be sent again where one letter is all there is", () => {
    const once = client({
      rules: { now: { kind: "experiment", held: "", pinSlots: 0, mostSends: 1 } },
    });
    expect(cards(once)[0]?.letter).toBeUndefined();
  });

  test("says what was heard of it", () => {
    expect(presentSentErrands(client(), texts.ko, 0).map(({ state }) => state)).toEqual([
      "답 기다림",
      "답이 없었어요",
    ]);
  });

  test("has a key for each choice, and none shares it", () => {
    const all = cards(client()).flatMap(({ keys }) => Object.values(keys));
    expect(all).toEqual(["A", "Z", "S", "X"]);
    expect(choiceAt(cards(client()), "X")).toMatchObject({
      errand: { id: "10" },
      choice: "giveUp",
    });
    expect(choiceAt(cards(client()), "Q")).toBeUndefined();
  });

  test.each([
    ["errand", "sendAgain"],
    ["giveUp", "giveUp"],
  ])("shows which choice is right only while its due %s is lit", (kind, choice) => {
    const lit = client({ dues: { a: due(kind, "10", { lit: true }) } });
    const dark = client({ dues: { a: due(kind, "10") } });
    expect(cards(lit).map((card) => card.lit)).toEqual([undefined, choice]);
    expect(cards(dark).map((card) => card.lit)).toEqual([undefined, undefined]);
  });
});

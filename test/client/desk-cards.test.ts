import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentBoxName } from "../../client/present/box-name.ts";
import {
  isSeatAway,
  presentGoalCard,
  presentNetworkPeople,
  presentRoleCard,
} from "../../client/present/desk-cards.ts";
import { presentFlag } from "../../client/present/flag-words.ts";
import { presentTimer } from "../../client/present/timer.ts";
import { instant } from "../../shared/lib/instant.ts";
import { madeUpView } from "./made-up-view.ts";

test("a machine is called by its player's nickname, else by role and number", () => {
  const view = madeUpView("server");
  expect(presentBoxName(view, "server", texts.ko)).toBe("푸른고래");
  expect(presentBoxName(view, "server", texts.en)).toBe("Blue Whale");
  expect(presentBoxName(view, "router2", texts.en)).toBe("Router 2");
});

test("the role card says who I am and where", () => {
  expect(presentRoleCard(madeUpView("router"), texts.en)).toMatchObject({
    role: "router",
    name: "Router",
    address: "10.0.1.1",
  });
});

test("people are everybody on the map, and which of them is me", () => {
  const people = presentNetworkPeople(madeUpView("client"), texts.en);
  expect(people.filter(({ you }) => you).map(({ box }) => box)).toEqual(["client1"]);
  expect(people).toHaveLength(5);
});

test.each([
  ["experiment", false],
  ["mechanism", true],
])("the goal of a mission of kind %s is scored: %s", (kind, isScored) => {
  const view = madeUpView("client", {
    rules: { now: { kind, held: "", pinSlots: 0, mostSends: 1 } },
  });
  expect(presentGoalCard(view).isScored).toBe(isScored);
});

describe("a seat", () => {
  const view = madeUpView("client");
  const handed = (hand: string) => {
    const mine = view.boxes["client1"];
    if (mine === undefined) throw new Error("the made-up map has a client");
    return { ...view, boxes: { ...view.boxes, client1: { ...mine, hand } } };
  };
  test.each([
    ["person", false],
    ["away", true],
    ["automatic", true],
  ])("in the hand of %s is away: %s", (hand, away) => {
    expect(isSeatAway(handed(hand))).toBe(away);
  });
});

describe("a flag", () => {
  test.each([
    [{ kind: "full" }, "줄이 꽉 찼어요"],
    [{ kind: "whichDoor", service: "time" }, "시계, 몇 번 문이에요?"],
    [{ kind: "myDoor", service: "time", port: 7604 }, "시계: 7604번 문"],
  ])("%j says %s", (flag, words) => {
    expect(presentFlag(flag, texts.ko)).toBe(words);
  });
});

describe("the timer", () => {
  const at = (playMs: number) =>
    presentTimer(madeUpView("client"), { lessonNow: instant(0), playNow: instant(playMs) });

  test("shows minutes and seconds", () => {
    expect(at(96_000)?.words).toBe("1:24");
  });

  test("knows the last ten seconds", () => {
    expect(at(169_000)?.isLast).toBe(false);
    expect(at(170_000)?.isLast).toBe(true);
  });

  test("empties its ring", () => {
    expect([0, 90_000, 180_000].map((playMs) => at(playMs)?.share)).toEqual([1, 0.5, 0]);
  });
});

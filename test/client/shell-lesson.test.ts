import { expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { presentBriefing } from "../../client/present/shell-briefing.ts";
import { presentNickname } from "../../client/present/shell-nickname.ts";
import { presentPeople } from "../../client/present/shell-people.ts";
import { presentResult } from "../../client/present/shell-result.ts";
import { formatSeconds, presentSecondsLeft } from "../../client/present/shell-time-left.ts";
import type { View } from "../../shared/contract/view.ts";
import { instant } from "../../shared/lib/instant.ts";
import { inMission, madeUpView } from "./made-up-view.ts";
import { toldRoom } from "./told-room.ts";

const clocksAt = (lesson: number, play: number) => ({
  lessonNow: instant(lesson),
  playNow: instant(play),
});

test("the waiting room lists me first and the others as they came", () => {
  const { seenBy } = toldRoom(12);
  const people = presentPeople(seenBy("p3")).map(({ player }) => player);
  expect(people).toEqual("p3 p1 p2 p4 p5 p6 p7 p8 p9 p10 p11 p12".split(" "));
});

test("every nickname has words in both languages", () => {
  for (const { nickname } of presentPeople(toldRoom(40).seenBy("p1"))) {
    for (const text of Object.values(texts)) {
      expect(presentNickname(nickname, text)).toMatch(/^\S+( \S+)?$/);
    }
  }
});

test("a role card says who I am and how many of those who are here are ready", () => {
  const { say, seenBy } = toldRoom(3);
  expect(presentBriefing(seenBy("p1"))).toBeUndefined();
  say("host", { kind: "startRound" });
  say("p2", { kind: "ready" });
  say("shell", { kind: "lineCut", player: "p3" });
  expect(presentBriefing(seenBy("p1"))).toMatchObject({
    round: 1,
    role: "server",
    address: expect.stringMatching(/^10\.0\.\d+\.\d+$/),
    ready: false,
    readyCount: 1,
    playerCount: 2,
  });
});

test("the briefing counts down on the lesson's clock, the round on the play clock", () => {
  const { say, wait, seenBy } = toldRoom(1);
  expect(presentSecondsLeft(seenBy("p1"), clocksAt(0, 0))).toBeUndefined();
  wait(5_000);
  say("host", { kind: "startRound" });
  expect(presentSecondsLeft(seenBy("p1"), clocksAt(5_001, 0))).toBe(20);
  say("p1", { kind: "ready" });
  const view = seenBy("p1");
  const endsAt = view.clock["now"]?.endsAt ?? 0;
  expect(presentSecondsLeft(view, clocksAt(9_000, endsAt - 1_500))).toBe(2);
  expect(presentSecondsLeft(view, clocksAt(9_000, endsAt + 10))).toBe(0);
});

test.each([
  [84, "1:24"],
  [9, "0:09"],
  [600, "10:00"],
])("%d seconds read %s", (seconds, words) => {
  expect(formatSeconds(seconds)).toBe(words);
});

test("a result explains what went wrong first and tells of silence only there", () => {
  const view: View = {
    ...toldRoom(1).seenBy("p1"),
    tallies: {
      forwardedRight: { count: 9, hidden: 9, lit: 2 },
      wrongPort: { count: 1, hidden: 0, lit: 0 },
      letBeltOverflow: { count: 2, hidden: 0, lit: 0 },
      sourcePortNobodyOpened: { count: 3, hidden: 2, lit: 0 },
      sentBeforeTimeout: { count: 1, hidden: 1, lit: 0 },
      noReasonAtAll: { count: 1, hidden: 0, lit: 0 },
    },
  };
  expect(presentResult(view).reasons).toEqual([
    { reason: "sourcePortNobodyOpened", deed: "wrong", count: 3, hidden: 2 },
    { reason: "wrongPort", deed: "wrong", count: 1, hidden: 0 },
    { reason: "letBeltOverflow", deed: "missed", count: 2, hidden: 0 },
    { reason: "sentBeforeTimeout", deed: "wasteful", count: 1, hidden: 0 },
    { reason: "forwardedRight", deed: "right", count: 9, hidden: 0 },
  ]);
});

test("after a round a player finds their team's figures and their own", () => {
  const { say, seenBy } = toldRoom(2);
  say("host", { kind: "startRound" });
  say("host", { kind: "endRound" });
  const result = presentResult(seenBy("p2"));
  expect(result.round).toBe(1);
  expect(result.team?.you).toBe(true);
  expect(result.mine).toMatchObject({ right: 0, wrong: 0 });
});

test.each([
  ["address-and-door-0", false],
  ["address-and-door-1", true],
] as const)("the result of %s counts: %s", (mission, isScored) => {
  expect(presentResult(inMission(mission, madeUpView("client"))).isScored).toBe(isScored);
});

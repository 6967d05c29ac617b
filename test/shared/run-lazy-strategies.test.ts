import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../assets/missions/address-and-door-1.ts";
import { bestEffort1 } from "../../assets/missions/best-effort-1.ts";
import { inOrder1 } from "../../assets/missions/in-order-1.ts";
import { threeHandshakes1 } from "../../assets/missions/three-handshakes-1.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import { type Reason, reasons } from "../../shared/contract/reasons.ts";
import { skills } from "../kit/pupil.ts";
import { rememberRound } from "../run/last-round.ts";
import { lazyStrategies } from "../run/lazy-strategies.ts";
import { playRound } from "../run/play-round.ts";

/** How often each reason was given in a round that so many pupils play lazily. */
function playLazily(
  strategy: string,
  mission: Mission = addressAndDoor1,
  seats = 3,
): Readonly<Partial<Record<Reason, number>>> {
  const lastRound = rememberRound(mission, 99, seats);
  const lazy = lazyStrategies(mission)[strategy];
  if (lazy === undefined) throw new Error(`no strategy ${strategy}`);
  const scripts = Array.from({ length: seats }, (_, index) =>
    lazy.make({ skill: skills.sharp, seed: index + 1, lastRound }),
  );
  const counts: Partial<Record<Reason, number>> = {};
  for (const { reason } of playRound({ mission, seed: 1, scripts }).match.evidence) {
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

test("whoever follows the light alone does nothing wrong", () => {
  const given = Object.keys(playLazily("only the lit target")) as Reason[];
  expect(given.map((reason) => reasons[reason].verdict)).not.toContain("wrong");
});

test("whoever does everything three times wastes twice as much as they do right", () => {
  const { addressedRight = 0, sentBeforeTimeout = 0 } = playLazily("everything three times");
  expect(sentBeforeTimeout).toBeGreaterThan(addressedRight);
});

test.each([
  ["always accept", "noMatchingPrefix"],
  ["always reject", "rejectedRoutable"],
  ["repeat the last answer", "portInUse"],
  ["last round's numbers", "wrongPort"],
] as const)("%s is judged %s again and again", (strategy, reason) => {
  expect(playLazily(strategy)[reason]).toBeGreaterThanOrEqual(2);
});

test("whoever waits leaves no evidence", () => {
  expect(playLazily("wait for others")).toEqual({});
});

test("only where silence and pins are played can they be played lazily", () => {
  const ways = (mission: Mission) => Object.keys(lazyStrategies(mission));
  expect(ways(bestEffort1).filter((way) => !ways(addressAndDoor1).includes(way))).toEqual([
    "never send again",
    "always give up",
    "never pin",
    "pin everything to one exit",
  ]);
});

test("whoever sends again what the map no longer shows wastes as much as they do right, or at least half of it", () => {
  const knocks = playLazily("watch the map", threeHandshakes1, 2);
  expect(knocks.openedAgain).toBeGreaterThan(knocks.openedRight ?? 0);
  const cards = playLazily("watch the map", inOrder1, 2);
  expect(cards.resentTooEarly).toBeGreaterThan((cards.sentNextRight ?? 0) / 2);
});

test("where connections are opened by hand, a stranger can be taken for a friend", () => {
  const given = playLazily("always accept", threeHandshakes1, 2);
  expect(given.acceptedStranger).toBeGreaterThanOrEqual(4);
  expect(given.resetStrangerRight).toBeUndefined();
});

describe("where cards are acknowledged by hand", () => {
  const play = (strategy: string) => playLazily(strategy, inOrder1, 2);

  test("whoever acknowledges nothing is sent the first window again and again", () => {
    const given = play("acknowledge nothing");
    expect(given.acknowledgedRight).toBeUndefined();
    expect(given.resentLostRight).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ["everything three times", "resentTooEarly"],
    ["always reject", "discardedNeeded"],
    ["last round's numbers", "placedWrong"],
  ] as const)("%s is judged %s again and again", (strategy, reason) => {
    expect(play(strategy)[reason]).toBeGreaterThanOrEqual(2);
  });
});

describe("where silence and pins are played", () => {
  const play = (strategy: string) => playLazily(strategy, bestEffort1, 5);

  test.each([
    ["everything three times", "sentBeforeTimeout"],
    ["always give up", "gaveUpTooSoon"],
    ["pin everything to one exit", "pinnedAstray"],
  ] as const)("%s is judged %s again and again", (strategy, reason) => {
    expect(play(strategy)[reason]).toBeGreaterThanOrEqual(2);
  });

  test.each([
    [
      "never send again",
      ["resentRight", "gaveUpRight", "gaveUpTooSoon"],
      ["pinnedRight", "forwardedRight"],
    ],
    [
      "never pin",
      ["pinnedRight", "pinnedAstray", "pinnedDetour", "pinnedDeadLine"],
      ["forwardedRight"],
    ],
  ] as const)("%s is never judged %j, but %j", (strategy, never, often) => {
    const given = play(strategy);
    for (const reason of never) expect(given[reason], reason).toBeUndefined();
    const count = often.reduce((sum, reason) => sum + (given[reason] ?? 0), 0);
    expect(count).toBeGreaterThan(10);
  });
});

import { expect, test } from "vitest";
import { addressAndDoor1 as mission } from "../../assets/missions/address-and-door-1.ts";
import { type Reason, reasons } from "../../shared/contract/reasons.ts";
import { skills } from "../kit/pupil.ts";
import { rememberRound } from "../run/last-round.ts";
import { lazyStrategies } from "../run/lazy-strategies.ts";
import { playRound } from "../run/play-round.ts";

/** How often each reason was given in a round that three pupils play lazily. */
function playLazily(strategy: string): Readonly<Partial<Record<Reason, number>>> {
  const lastRound = rememberRound(mission, 99, 3);
  const scripts = [1, 2, 3].map((seed) => {
    const script = lazyStrategies[strategy]?.({ skill: skills.sharp, seed, lastRound });
    if (script === undefined) throw new Error(`no strategy ${strategy}`);
    return script;
  });
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

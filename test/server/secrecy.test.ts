import fc from "fast-check";
import { expect, test } from "vitest";
import { OwnView } from "../../server/sync/own-view.ts";
import type { Sight } from "../../shared/contract/mission.ts";
import { emptyView } from "../../shared/contract/view.ts";
import { formatIpv4Address } from "../../shared/wire/ipv4-address.ts";
import { firstMarker, markersIn } from "../kit/marked-bytes.ts";
import { MarkedClass } from "../kit/marked-class.ts";
import { Ledger } from "../kit/marked-ledger.ts";
import { skills } from "../kit/pupil.ts";
import { aClassPlan, type ClassPlan, liveThrough } from "../kit/random-class.ts";

/**
 * GAME's table as it must be read off the bytes, for own seat, neighbour, same network, other network, host and big screen: what
 * reaches them, what is kept from them, and `-` where a fact has nobody of that kind or they may know and are not told.
 */
const everywhere = {
  nicknames: "yes yes yes yes yes yes",
  "team standings": "- - yes yes yes yes",
  "map and call flags": "yes yes yes no yes yes",
  lamps: "yes no no no - no",
  "letters on a belt": "yes no no no - no",
  "ports of letters at an end": "yes no no no - no",
  "ports of letters on the way": "no no no no - no",
  "what stands on letters under way": "no no no no - no",
  "what is sealed in letters": "no no no no - no",
  "tables and sockets": "yes no no no yes no",
  dues: "yes no no no - no",
  "hints of lit dues": "yes no no no - no",
  "hints of other dues": "no no no no - no",
  "coach lines": "yes no no no - no",
  "scores of a seat": "yes no no no yes no",
  "what lines lose": "- - no no yes no",
  "who stands still": "no no no no yes no",
  "key hashes": "no no no no no no",
  "what only the rules need": "no no no no no no",
};

const bySight = {
  neighbours: {
    "letters that arrive": "yes no no no yes no",
    "letters that get lost": "yes no no no yes no",
    "where letters get lost": "no no no no yes no",
    "the world's numbers of letters": "- - no no yes no",
  },
  open: {
    "letters that arrive": "yes yes yes no yes no",
    "letters that get lost": "yes yes yes no yes no",
    "where letters get lost": "yes yes yes no yes no",
    "the world's numbers of letters": "- - yes no yes no",
  },
};

const aRound = fc.integer({ min: 10_000, max: 100_000 }).chain((ms) => aClassPlan(ms));

/** Two networks of people who make many mistakes: with these every kind of fact is there, whatever is drawn besides. */
const fullRounds = [1, 2, 3].map((seed): [ClassPlan] => {
  const pupils = Array.from({ length: 8 }, () => ({ ...skills.new, errorPercent: 45 }));
  return [{ seed, pupils, events: [], untilMs: 100_000 }];
});

function leaksIn(plan: ClassPlan, sight: Sight, ledger: Ledger): readonly string[] {
  const screens = new MarkedClass(plan.seed, ledger);
  const leaks: string[] = [];
  const { lesson } = liveThrough(plan, { sight }, (classroom) => {
    leaks.push(...screens.watch(classroom.lesson));
  });
  return [...leaks, ...screens.look(lesson)];
}

test.each<[number, Sight]>([
  [210, "neighbours"],
  [50, "open"],
])(
  "in %i rounds with sight %s nobody is sent a byte of what they must not know",
  {
    timeout: 120_000,
  },
  (numRuns, sight) => {
    const ledger = new Ledger();
    const aQuietRound = fc.property(aRound, (plan) => {
      expect(leaksIn(plan, sight, ledger)).toEqual([]);
    });
    fc.assert(aQuietRound, { numRuns, examples: fullRounds, endOnFailure: true });
    expect(ledger.table).toEqual({ ...everywhere, ...bySight[sight] });
  },
);

test("a marker is found in every form in which a number travels", () => {
  const own = new OwnView("session");
  const [number, digits, address] = [firstMarker, firstMarker + 0xabc, firstMarker + 0xdef];
  const row = { kind: "host", address: formatIpv4Address(address as never), asked: true };
  const book = { [digits]: { ...row, order: number } };
  own.show({ ...emptyView(), book });
  expect(markersIn(Buffer.from(own.whole()))).toEqual(new Set([number, digits, address]));
});

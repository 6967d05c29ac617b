import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder1 } from "../../../assets/missions/in-order-1.ts";
import { missions } from "../../../assets/missions/missions.ts";
import { type Reason, reasonNames, reasons } from "../../../shared/contract/reasons.ts";
import type { Due, Duty } from "../../../shared/device/act.ts";
import { isAboutTheSame } from "../../../shared/device/gate.ts";
import { refuseAct } from "../../../shared/device/refuse-act.ts";
import { namedChance } from "../../../shared/lib/chance.ts";
import { judge } from "../../../shared/match/judge.ts";
import { alternatives, mistake } from "../../../shared/match/mistake.ts";
import type { World } from "../../../shared/world/world.ts";
import { smallTalk } from "../../kit/small-talk.ts";
import { aDeed, aDeedAmongFaults, WatchedWorld } from "../../kit/watched-world.ts";

/** A world after some deeds, half of them wrong. */
const aWorld = fc
  .tuple(
    fc.nat(),
    fc.constantFrom(2, 6),
    fc.constantFrom(...Object.values(missions)),
    fc.array(aDeedAmongFaults, { maxLength: 80 }),
  )
  .map(([seed, size, mission, deeds]) => {
    const watched = new WatchedWorld(seed, size, mission);
    for (const deed of deeds) watched.do(deed);
    return watched;
  });

test("a mistake is possible, is about the due, and is not right", () => {
  fc.assert(
    fc.property(aWorld, fc.nat(), ({ world, dues }, seed) => {
      const chance = namedChance(seed, "mistakes");
      for (const [box, due] of dues) {
        const act = mistake(world, box, due, chance);
        const device = world.boxes[box];
        if (act === undefined || device === undefined) continue;
        const reason = judge(world, box, act);
        expect(reason && reasons[reason].verdict, JSON.stringify(act)).not.toBe("right");
        expect(refuseAct(device, act)).toBeUndefined();
        expect(isAboutTheSame(act, due.proposal)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("every desk offers mistakes about every letter and program, and none about asking", () => {
  fc.assert(
    fc.property(aWorld, ({ world, dues }) => {
      for (const [box, due] of dues) {
        const act = mistake(world, box, due, namedChance(1, "mistakes"));
        expect(act === undefined, `${box} ${due.proposal.kind}`).toBe(
          due.proposal.kind === "askDoor" || isFreeChoice(world, box, due),
        );
      }
    }),
    { numRuns: 60 },
  );
});

/** Towards a dead box both are right after some silence: to send again, and to give up. */
const isFreeChoice = (world: World, box: string, { duty, proposal }: Due): boolean =>
  duty === "retransmit" &&
  proposal.kind === "sendDatagram" &&
  judge(world, box, { kind: "giveUp", errand: proposal.errand }) === "gaveUpRight";

/** What no single act about a due can be: it takes a second act, or none. */
const neverAMistake: readonly Reason[] = [
  ...(["askedAgain", "sentBeforeTimeout", "letBeltOverflow"] as const),
  ...(["openedAgain", "closedTooEarly", "acknowledgedAgain"] as const),
];

/** A mission in which letters are written by hand, and one in which they are sent again and pinned. */
const { "address-and-door-1": byHand, "best-effort-1": byItself } = missions;
/** One in which connections are opened and closed by hand, and two in which the cards between are. */
const talk: readonly Duty[] = ["handshake", "close"];
const byTalk = smallTalk({ held: { client: talk, server: talk }, tcp: { recycles: true } });
const byCards = smallTalk({
  held: { client: ["order", "acknowledge"], server: ["transmit", "retransmit"] },
});
/** And one with two ways, where every letter is passed on by hand. */
const byWays = { ...inOrder1, pinSlots: 0 };

/** The faults that the judge finds in the alternatives to what is due now. */
const faultsIn = ({ world, dues }: WatchedWorld): readonly Reason[] =>
  dues
    .flatMap(([box, due]) => alternatives(world, box, due).map((act) => judge(world, box, act)))
    .filter((reason) => reason !== undefined && reasons[reason].verdict !== "right")
    .map((reason) => reason as Reason);

test("among the alternatives every fault that the judge knows comes up", () => {
  const found = new Set<Reason>();
  for (const [mission, anyDeed] of [
    [byHand, aDeed],
    [byItself, aDeedAmongFaults],
    ...[byTalk, byCards, byWays].map((mission) => [mission, aDeedAmongFaults] as const),
  ] as const) {
    const watched = new WatchedWorld(1, 6, mission);
    for (const deed of fc.sample(anyDeed, { numRuns: 4_000, seed: 1 })) {
      watched.do(deed);
      for (const reason of faultsIn(watched)) found.add(reason);
    }
  }
  const expected = reasonNames.filter(
    (reason) => reasons[reason].verdict !== "right" && !neverAMistake.includes(reason),
  );
  expect([...found].sort()).toEqual([...expected].sort());
});

test("what a box that does not exist is to do cannot be done wrong", () => {
  const { world, dues } = new WatchedWorld(1, 2);
  const [, due] = dues[0] ?? [];
  if (due === undefined) throw new Error("nothing is due");
  expect(mistake(world, "router9", due, namedChance(1, ""))).toBeUndefined();
});

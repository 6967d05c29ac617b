import { describe, expect, test } from "vitest";
import type { View } from "../../../shared/contract/view.ts";
import { wakeAt } from "../../../shared/lesson/advance.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { Hands } from "../../kit/hands.ts";

type Dues = View["dues"][string];

/** The dues of a desk, as the pupil sees them. */
const duesOf = (hands: Hands, box: string): readonly Dues[] =>
  Object.values(viewFor(hands.classroom.lesson, { kind: "player", player: box }).dues);

const litOf = (hands: Hands, box: string): readonly Dues[] =>
  duesOf(hands, box).filter((due) => due.lit);

/** Forwards one letter at the router, right or out of the wrong exit; whether it was lit before. */
function forwardOne(hands: Hands, isRight = true): boolean {
  const { proposal } = hands.waitFor("router1", "forward");
  const lit = litOf(hands, "router1").length > 0;
  const exit = proposal.exit === "router1-router2" ? "client1-router1" : "router1-router2";
  hands.act("router1", isRight ? proposal : { ...proposal, exit });
  return lit;
}

describe("in the standard preset", () => {
  const standard = () => new Hands(["router1"]);

  test("the first two acts of a kind are lit, the third is not", () => {
    const hands = standard();
    expect([forwardOne(hands), forwardOne(hands), forwardOne(hands)]).toEqual([true, true, false]);
    expect(hands.evidence("router1").map(({ lit }) => lit)).toEqual([true, true, false]);
  });

  test("each kind of act has its own two", () => {
    const hands = new Hands(["server"]);
    const bind = hands.waitFor("server", "bindPort").proposal;
    hands.act("server", bind);
    hands.act("server", hands.waitFor("server", "bindPort").proposal);
    hands.waitFor("server", "deliver");
    expect(litOf(hands, "server")).toMatchObject([{ kind: "letter" }]);
  });

  test("only the due that waits longest is lit", () => {
    const hands = standard();
    hands.classroom.playUntil(() => hands.dues("router1").length > 2);
    expect(litOf(hands, "router1")).toHaveLength(1);
    expect(duesOf(hands, "router1")[0]?.lit).toBe(true);
  });

  test("two misses in the dark bring the light back for one act", () => {
    const hands = standard();
    const acts = [true, true, false, false, true, true, false, false, false];
    const lit = acts.map((isRight) => forwardOne(hands, isRight));
    expect(lit).toEqual([true, true, false, false, true, false, false, false, true]);
  });

  test("a right act between two misses keeps the desk dark", () => {
    const hands = standard();
    const lit = [true, true, false, true, false, true].map((right) => forwardOne(hands, right));
    expect(lit).toEqual([true, true, false, false, false, false]);
  });

  test("a miss under light does not count", () => {
    const hands = standard();
    const lit = [false, false, false, true].map((right) => forwardOne(hands, right));
    expect(lit).toEqual([true, true, false, false]);
  });

  test("fifteen seconds of standstill bring the light back, and the lesson wakes for it", () => {
    const hands = standard();
    for (let act = 0; act < 3; act++) forwardOne(hands);
    const { since } = hands.waitFor("router1", "forward");
    const lightAt = Math.max(since, hands.seat("router1").lastActAt) + 15_000;
    const wakes: number[] = [];
    hands.classroom.playUntil(() => {
      wakes.push(wakeAt(hands.classroom.lesson) ?? 0);
      return litOf(hands, "router1").length > 0;
    });
    expect(hands.match.now).toBe(lightAt);
    expect(wakes).toContain(lightAt);
    forwardOne(hands);
    hands.waitFor("router1", "forward");
    expect(litOf(hands, "router1")).toEqual([]);
  });
});

test("in the guided preset every act is lit", () => {
  const hands = new Hands(["router1"], { assistance: "guided" });
  expect(Array.from({ length: 6 }, () => forwardOne(hands))).not.toContain(false);
});

test("in the expert preset nothing is ever lit", () => {
  const hands = new Hands(["router1"], { assistance: "expert" });
  const lit = [true, true, false, false, false, false].map((right) => forwardOne(hands, right));
  expect(lit).not.toContain(true);
  hands.waitFor("router1", "forward");
  hands.wait(30_000);
  expect(litOf(hands, "router1")).toEqual([]);
});

test("a pupil may change the preset in the middle of a round", () => {
  const hands = new Hands(["router1"], { assistance: "expert" });
  hands.waitFor("router1", "forward");
  expect(litOf(hands, "router1")).toEqual([]);
  hands.classroom.move("router1", { kind: "setAssistance", assistance: "guided" });
  expect(litOf(hands, "router1")).toHaveLength(1);
});

test.each([
  ["client1", "sendDatagram", ["hintAddress", "hintPort", "hintSource"]],
  ["router1", "forward", ["hintExit"]],
  ["server", "deliver", ["hintPort"]],
  ["server", "bindPort", ["hintPort"]],
  ["server", "tellDoor", ["hintPort"]],
  ["client1", "askDoor", []],
] as const)(
  "at %s a lit %s shows %j, and one that is not lit shows nothing",
  (box, kind, hints) => {
    const hands = new Hands([box], { assistance: "guided" });
    hands.obeyUntil(box, () => hands.dues(box)[0]?.proposal.kind === kind);
    const hintsOf = (due: Dues | undefined) =>
      Object.keys(due ?? {}).filter((column) => column.startsWith("hint"));
    expect(hintsOf(duesOf(hands, box)[0]).sort()).toEqual([...hints].sort());
    hands.classroom.move(box, { kind: "setAssistance", assistance: "expert" });
    expect(hintsOf(duesOf(hands, box)[0])).toEqual([]);
  },
);

describe("help fades per pupil and role, once and for all", () => {
  const router = "router1";

  test("in the next round in the same role nothing is lit any more", () => {
    const hands = new Hands([router]);
    forwardOne(hands);
    forwardOne(hands);
    hands.classroom.move("host", { kind: "endRound" });
    hands.classroom.startRound();
    expect(forwardOne(hands)).toBe(false);
  });

  test("in another role the first two acts are lit again", () => {
    const hands = new Hands(["p1"]);
    const kinds: (string | undefined)[] = [];
    for (let round = 1; round <= 3; round++) {
      const { box = "", role } = hands.classroom.placeOf("p1")?.seat ?? {};
      hands.classroom.playUntil(() => hands.dues(box).length > 0);
      const seen = Object.values(
        viewFor(hands.classroom.lesson, { kind: "player", player: "p1" }).dues,
      );
      kinds.push(seen[0]?.lit === true ? role : undefined);
      hands.classroom.move("host", { kind: "endRound" });
      hands.classroom.startRound();
    }
    expect(kinds).toEqual(["server", "client", "router"]);
  });

  test("whoever takes the seat over brings their own practice", () => {
    const hands = new Hands([router]);
    forwardOne(hands);
    forwardOne(hands);
    hands.classroom.move("host", { kind: "kick", player: router });
    hands.classroom.join("p2", undefined, router);
    hands.waitFor(router, "forward");
    const { dues } = viewFor(hands.classroom.lesson, { kind: "player", player: "p2" });
    expect(Object.values(dues)[0]?.lit).toBe(true);
  });
});

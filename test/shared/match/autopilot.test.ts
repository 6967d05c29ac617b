import { describe, expect, test } from "vitest";
import { type Instant, instant } from "../../../shared/lib/instant.ts";
import { firstDue } from "../../../shared/match/assistance.ts";
import { nextAutomaticAct } from "../../../shared/match/autopilot.ts";
import { isInHand } from "../../../shared/match/match.ts";
import { resultOf, scoreOf } from "../../../shared/match/result.ts";
import { flightsOf, type World } from "../../../shared/world/world.ts";
import { describePacket } from "../../kit/describe-packet.ts";
import { Hands } from "../../kit/hands.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { type Place, type Script, ScriptedClass } from "../../kit/scripted-class.ts";

/** Forwards the router's letters, each this long after the desk could have. */
function forwardAfter(hands: Hands, waits: readonly number[]): void {
  for (const ms of waits) {
    const { since, proposal } = hands.waitFor("router1", "forward");
    const ready = Math.max(since, hands.seat("router1").lastActAt);
    hands.classroom.runUntil(instant(hands.classroom.now + ready + ms - hands.match.now));
    hands.act("router1", proposal);
  }
}

/** How long the automatic router2 waits over a letter. */
function paceOfRouter2(hands: Hands): number {
  const act = () => nextAutomaticAct(hands.match);
  const isAhead = () => (act()?.at ?? 0) > hands.match.now;
  hands.classroom.playUntil(() => act()?.box === "router2" && isAhead());
  const ready = Math.max(act()?.due.since ?? 0, hands.seat("router2").lastActAt);
  return (act()?.at ?? 0) - ready;
}

describe("in a room an automatic seat", () => {
  test("takes four seconds as long as nobody has shown how fast this network is", () => {
    const hands = new Hands([], { mode: "room" });
    hands.classroom.playUntil(() => hands.match.acts.length > 0);
    expect(hands.match.now).toBe(4_000);
    expect(hands.match.acts).toContainEqual({ seat: "server", kind: "bindPort", parents: [] });
  });

  test.each([
    [[9_000, 9_000, 9_000], 4_000],
    [[9_000, 3_000, 8_000, 7_000], 7_000],
    [[9_000, 3_000, 8_000, 7_000, 5_000], 5_000],
    [[1_000, 1_000, 1_000, 1_000], 2_000],
  ])(
    "takes what two of three of %j ms were slower than, but never less than two seconds: %i ms",
    (waits, pace) => {
      const hands = new Hands(["router1"], { mode: "room", seed: 3 });
      forwardAfter(hands, waits);
      expect(paceOfRouter2(hands)).toBe(pace);
    },
  );

  test("takes as long for a kind of act that nobody has done as people took for the others", () => {
    const hands = new Hands(["router1"], { mode: "room" });
    forwardAfter(hands, [6_000, 6_000, 6_000, 6_000]);
    hands.classroom.playUntil(() => nextAutomaticAct(hands.match)?.box === "client2");
    const act = nextAutomaticAct(hands.match);
    const ready = Math.max(act?.due.since ?? 0, hands.seat("client2").lastActAt);
    expect((act?.at ?? 0) - ready).toBe(6_000);
  });
});

test("in practice an automatic seat takes 0.8 seconds, however fast the pupil is", () => {
  const hands = new Hands(["router1"], { mode: "practice" });
  forwardAfter(hands, [10_000, 10_000]);
  expect(paceOfRouter2(hands)).toBe(800);
});

test("what autopilots do alone is answered but earns nothing and is nobody's", () => {
  const hands = new Hands([]);
  hands.classroom.finishRound();
  expect(hands.match.answered).toBeGreaterThan(20);
  expect(hands.match.evidence).toEqual([]);
  expect(scoreOf(hands.match)).toBe(0);
});

test("what the autopilot does at a pupil's desk is not the pupil's", () => {
  const hands = new Hands(["router1"]);
  hands.act("router1", hands.waitFor("router1", "forward").proposal);
  hands.classroom.move("shell", { kind: "lineCut", player: "router1" });
  hands.wait(60_000);
  hands.classroom.move("shell", { kind: "lineBack", player: "router1" });
  expect(hands.match.acts.filter(({ seat }) => seat === "router1").length).toBeGreaterThan(5);
  expect(resultOf(hands.match, "router1")).toMatchObject({ right: 1, missed: 0 });
});

/** A person who does what the machine proposes, as soon as the autopilot would. */
const likeTheAutopilot: Script = {
  nextAt: ({ match, seat }: Place): Instant | undefined => {
    const gate = match.world.boxes[seat.box]?.gate;
    const due = gate && firstDue(gate);
    return due && instant(Math.max(due.since, seat.lastActAt) + 800);
  },
  act: ({ match, seat }: Place) => match.world.boxes[seat.box]?.gate.dues[0]?.proposal,
};

test.each(["client1", "client2", "router1", "router2", "server"])(
  "a person at %s who does what is proposed makes the same letters travel at the same instants",
  (box) => {
    const minuteWith = (people: readonly string[]) => {
      const classroom = new ScriptedClass({ mode: "practice", seed: 11 });
      for (const player of people) classroom.join(player, likeTheAutopilot, player);
      classroom.startRound();
      const letters = new Set<string>();
      classroom.runOn(instant(classroom.now + 60_000), () => {
        const [network] = Object.values(classroom.lesson.networks);
        for (const { departAt, from, packet } of flightsOf(network?.match.world as World)) {
          letters.add(`${departAt} ${from} ${describePacket(packet)}`);
        }
      });
      return [...letters].sort();
    };
    const played = minuteWith([box]);
    expect(played.length).toBeGreaterThan(50);
    expect(played).toEqual(minuteWith([]));
  },
);

describe("a person who lets something wait for 45 seconds", () => {
  /** A router1 that has had its first letter lying there just too long. */
  function idle() {
    const hands = new Hands(["router1"], { mode: "room" });
    const { since } = hands.waitFor("router1", "forward");
    const relieved = instant(hands.classroom.now + since + 45_000 - hands.match.now);
    hands.classroom.runUntil(instant(relieved - 1));
    return { hands, relieved };
  }

  test("is relieved by the autopilot, to the millisecond", () => {
    const { hands, relieved } = idle();
    expect(hands.seat("router1").away).toBe(false);
    hands.classroom.runUntil(relieved);
    expect(hands.seat("router1")).toMatchObject({ away: true, player: "router1" });
    expect(hands.told("router1", "tookOver")).toHaveLength(1);
    expect(hands.match.acts.at(-1)).toMatchObject({ seat: "router1" });
  });

  test("is back with one tap", () => {
    const { hands, relieved } = idle();
    hands.classroom.runUntil(relieved);
    expect(hands.classroom.move("router1", { kind: "takeBack" })).toEqual({ kind: "accepted" });
    expect(isInHand(hands.seat("router1"))).toBe(true);
    expect(hands.told("router1", "welcomeBack")).toHaveLength(1);
    const { length } = hands.match.acts.filter(({ seat }) => seat === "router1");
    hands.wait(44_000);
    expect(hands.match.acts.filter(({ seat }) => seat === "router1")).toHaveLength(length);
  });

  test("is back with the first act, which counts", () => {
    const { hands, relieved } = idle();
    hands.classroom.runUntil(relieved);
    const due = hands.waitFor("router1", "forward");
    expect(hands.act("router1", due.proposal)).toEqual({ kind: "accepted" });
    expect(isInHand(hands.seat("router1"))).toBe(true);
    expect(hands.evidence("router1", "forwardedRight")).toHaveLength(1);
  });

  test("is not relieved while nothing waits", () => {
    const hands = new Hands(["client1", "server"], { mode: "room" });
    hands.obeyUntil("server", () => hands.match.now > 10_000);
    hands.obeyUntil("client1", () => hands.dues("client1").length === 0);
    const { lastHandAt } = hands.seat("client1");
    hands.obeyUntil("server", () => hands.dues("client1").length > 0);
    hands.wait(44_000);
    expect(hands.match.now).toBeGreaterThan(lastHandAt + 44_000);
    expect(hands.seat("client1").away).toBe(false);
  });

  test("is never relieved in practice", () => {
    const hands = new Hands(["router1"], { mode: "practice" });
    hands.wait(200_000);
    expect(hands.told("router1", "tookOver")).toEqual([]);
    expect(hands.seat("router1").away).toBe(false);
  });
});

describe.each(["client1", "router1", "server"])(
  "a guided first run of a new pupil at %s",
  (box) => {
    test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
      "ends after six acts and within 90 seconds of play time (seed %i)",
      (seed) => {
        const classroom = new ScriptedClass({ mode: "practice", guided: true, seed });
        const pupil = new Pupil(skills.new, seed);
        classroom.join("p1", pupil, box);
        classroom.startRound();
        classroom.finishRound();
        const { match } = classroom.placeOf("p1") ?? {};
        expect(classroom.lesson.phase).toBe("result");
        expect(pupil.figures.acts).toBeLessThanOrEqual(6);
        expect(match?.now).toBeLessThanOrEqual(90_000);
        const acts = match?.evidence.filter(({ act }) => act > 0);
        expect(acts?.every(({ lit }) => lit)).toBe(true);
      },
    );
  },
);

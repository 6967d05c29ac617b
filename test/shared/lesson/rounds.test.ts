import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { type Role, roles } from "../../../shared/contract/mission.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { Hands } from "../../kit/hands.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

const classOf = (size: number): ScriptedClass => {
  const classroom = new ScriptedClass();
  for (let n = 1; n <= size; n++) classroom.join(`p${n}`);
  return classroom;
};

/** Deals and ends a round; who sat where. */
function dealRound(classroom: ScriptedClass): Record<string, string> {
  classroom.move("host", { kind: "startRound" });
  const players = Object.values(classroom.lesson.players);
  classroom.move("host", { kind: "endRound" });
  return Object.fromEntries(players.map(({ id, network, seat }) => [id, `${network} ${seat}`]));
}

const hadAll = ({ lesson }: ScriptedClass): boolean =>
  Object.values(lesson.players).every(({ had }) => roles.every((role) => had[role] > 0));

/** So long a class counts down after a pause. */
const countdownMs = 3_000;

describe("how a class is dealt into networks", () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [6, [6]],
    [7, [4, 3]],
    [12, [6, 6]],
    [13, [5, 4, 4]],
    [40, [6, 6, 6, 6, 6, 5, 5]],
  ])("%i players make networks of %j", (size, sizes) => {
    const classroom = classOf(size);
    classroom.move("host", { kind: "startRound" });
    const networks = Object.values(classroom.lesson.networks).map(
      ({ match }) => Object.values(match.seats).filter((seat) => seat.player !== undefined).length,
    );
    expect(networks).toEqual(sizes);
  });

  test("all networks of a round play the same map with the same addresses, and the next round another", () => {
    const classroom = classOf(12);
    const mapsOf = () => {
      dealRound(classroom);
      return Object.values(classroom.lesson.networks).map(({ match }) => match.addresses);
    };
    const [first, second] = mapsOf();
    expect(second).toEqual(first);
    expect(mapsOf()[0]).not.toEqual(first);
  });

  test("nobody shares a seat, and every player has one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (size, rounds) => {
          const classroom = classOf(size);
          for (let round = 1; round <= rounds; round++) {
            const seats = Object.values(dealRound(classroom));
            expect(new Set(seats).size).toBe(size);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("how roles go round", () => {
  test("in the first round the seats of the mission are taken in its order", () => {
    const classroom = classOf(5);
    expect(dealRound(classroom)).toEqual({
      p1: "n1 server",
      p2: "n1 client1",
      p3: "n1 router1",
      p4: "n1 client2",
      p5: "n1 router2",
    });
  });

  // a network has one server, so that in a team of six the last becomes it in the sixth round
  test.each([
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 5],
    [6, 6],
    [7, 4],
    [8, 4],
    [12, 6],
    [40, 6],
  ])(
    "among %i players everybody has been client, server and middle within %i rounds",
    (size, rounds) => {
      const classroom = classOf(size);
      for (let round = 1; round < rounds; round++) dealRound(classroom);
      expect(hadAll(classroom)).toBe(false);
      dealRound(classroom);
      expect(hadAll(classroom)).toBe(true);
    },
  );

  test.each([2, 3, 4, 5, 6])(
    "in a team of %i nobody is server twice before everybody was once",
    (size) => {
      const classroom = classOf(size);
      for (let round = 1; round <= 12; round++) {
        dealRound(classroom);
        const served = Object.values(classroom.lesson.players).map(({ had }) => had.server);
        expect(Math.max(...served) - Math.min(...served)).toBeLessThanOrEqual(1);
      }
    },
  );

  test("whoever comes later is dealt what they lack", () => {
    const classroom = classOf(2);
    for (let round = 1; round <= 3; round++) dealRound(classroom);
    classroom.join("p3");
    const had: Role[] = [];
    for (let round = 1; round <= 3; round++) {
      dealRound(classroom);
      const seat = classroom.placeOf("p3")?.seat;
      if (seat !== undefined) had.push(seat.role);
    }
    expect([...had].sort()).toEqual(["client", "router", "server"]);
  });

  test("in practice a player gets the seat that was asked for, every time", () => {
    const classroom = new ScriptedClass({ mode: "practice" });
    classroom.join("p1", undefined, "router2");
    expect([dealRound(classroom), dealRound(classroom)]).toEqual([
      { p1: "n1 router2" },
      { p1: "n1 router2" },
    ]);
  });
});

describe("which mission a round plays", () => {
  const begin = (classroom: ScriptedClass, mission?: string) => {
    const start = { kind: "startRound", ...(mission === undefined ? {} : { mission }) } as const;
    const answer = classroom.move("host", start);
    const played = classroom.lesson.mission.id;
    classroom.move("host", { kind: "endRound" });
    return [answer.kind, played];
  };

  test("is the lesson's own at first, then whichever the host names, and that one until another is named", () => {
    const classroom = classOf(2);
    expect(begin(classroom)).toEqual(["accepted", "address-and-door-1"]);
    expect(begin(classroom, "best-effort-1")).toEqual(["accepted", "best-effort-1"]);
    expect(begin(classroom)).toEqual(["accepted", "best-effort-1"]);
    expect(begin(classroom, "address-and-door-0")).toEqual(["accepted", "address-and-door-0"]);
    expect(begin(classroom)).toEqual(["accepted", "address-and-door-0"]);
  });

  test.each(["best-effort-9", "constructor", ""])(
    "a name that no mission has (%j) is refused, and the lesson keeps its mission",
    (mission) => {
      const classroom = classOf(2);
      begin(classroom, "best-effort-1");
      const { round } = classroom.lesson;
      expect(classroom.move("host", { kind: "startRound", mission })).toEqual({
        ...{ kind: "refused", reason: "noSuchMission" },
      });
      expect([classroom.lesson.round, classroom.lesson.phase]).toEqual([round, "result"]);
      expect(begin(classroom)).toEqual(["accepted", "best-effort-1"]);
    },
  );

  test("decides how many play in one network: an experiment with one seat is played by everybody alone", () => {
    const classroom = classOf(5);
    classroom.move("host", { kind: "startRound", mission: "address-and-door-0" });
    const seats = Object.values(classroom.lesson.players).map(({ network, seat }) => [
      network,
      seat,
    ]);
    expect(seats).toEqual(["n1", "n2", "n3", "n4", "n5"].map((network) => [network, "server"]));
  });

  test("who sees what is the mission's choice, unless the lesson has one of its own", () => {
    const sights = (classroom: ScriptedClass) =>
      ["best-effort-1", "address-and-door-1"].map((mission) => {
        begin(classroom, mission);
        return classroom.lesson.mission.sight;
      });
    expect(sights(new ScriptedClass())).toEqual(["neighbours", "open"]);
    expect(sights(new ScriptedClass({ sight: "open" }))).toEqual(["open", "open"]);
  });

  test.each(Object.values(missions))(
    "$id is played to its end by as many as it has seats for, each in a seat of their own",
    ({ id, seats, roundMs }) => {
      const classroom = new ScriptedClass({ mission: id });
      for (const [index] of seats.entries()) classroom.join(`p${index + 1}`);
      classroom.startRound();
      const taken = Object.values(classroom.lesson.players).map(({ seat }) => seat);
      expect([...taken].sort()).toEqual([...seats].sort());
      classroom.finishRound();
      expect(classroom.placeOf("p1")?.match.now).toBe(roundMs);
    },
  );
});

test.each(Object.values(missions))(
  "$id has a seat for everybody, however large the class is",
  ({ id }) => {
    for (let size = 1; size <= 13; size++) {
      const classroom = new ScriptedClass({ mission: id });
      for (let n = 1; n <= size; n++) classroom.join(`p${n}`);
      classroom.startRound();
      const seats = Object.values(classroom.lesson.players).map(({ network, seat }) => {
        const box = classroom.lesson.networks[network ?? ""]?.match.world.boxes[seat ?? ""];
        expect(box?.gate.held.length, `${size} pupils, ${seat}`).toBeGreaterThan(0);
        return `${network} ${seat}`;
      });
      expect(new Set(seats).size).toBe(size);
    }
  },
);

describe("the steps of a round", () => {
  test("play starts as soon as everybody is ready", () => {
    const classroom = classOf(2);
    classroom.move("host", { kind: "startRound" });
    expect(classroom.lesson.phase).toBe("briefing");
    classroom.move("p1", { kind: "ready" });
    expect(classroom.lesson.phase).toBe("briefing");
    expect(classroom.lesson.phaseEndsAt).toBe(20_000);
    classroom.move("p2", { kind: "ready" });
    expect(classroom.lesson.phase).toBe("play");
    expect(classroom.lesson).not.toHaveProperty("phaseEndsAt");
  });

  test("nobody waits for a player whose line is cut", () => {
    const classroom = classOf(2);
    classroom.move("shell", { kind: "lineCut", player: "p2" });
    classroom.move("host", { kind: "startRound" });
    classroom.move("p1", { kind: "ready" });
    expect(classroom.lesson.phase).toBe("play");
    expect(classroom.placeOf("p2")?.seat.away).toBe(true);
  });

  test("after twenty seconds play starts without the rest, whose seats run by themselves until they tap", () => {
    const classroom = classOf(2);
    classroom.move("host", { kind: "startRound" });
    classroom.move("p1", { kind: "ready" });
    classroom.runUntil(instant(20_000));
    expect([classroom.lesson.phase, classroom.now]).toEqual(["play", 20_000]);
    const away = (player: string) => classroom.placeOf(player)?.seat.away;
    expect([away("p1"), away("p2")]).toEqual([false, true]);
    classroom.move("p2", { kind: "ready" });
    expect(away("p2")).toBe(false);
  });

  test("a round lasts as long as its mission says, pauses not counted", () => {
    const classroom = classOf(1);
    classroom.startRound();
    const { roundMs } = classroom.lesson.mission;
    classroom.runUntil(instant(10_000));
    classroom.move("host", { kind: "pause" });
    classroom.now = instant(70_000);
    classroom.move("host", { kind: "resume" });
    expect(classroom.placeOf("p1")?.match.now).toBe(10_000);
    classroom.finishRound();
    expect(classroom.lesson.phase).toBe("result");
    expect(classroom.now).toBe(roundMs + 60_000 + countdownMs);
    expect(classroom.placeOf("p1")?.match.now).toBe(roundMs);
  });

  test("more time is for those who still play: a quicker network that is done stays done", () => {
    const classroom = classOf(12);
    classroom.startRound();
    classroom.move("host", { kind: "setPace", pace: 13, network: "n1" });
    const [quick, slow] = Object.values(classroom.lesson.networks).map(({ match }) => match);
    if (quick === undefined || slow === undefined) throw new Error("there is only one network");
    classroom.runUntil(instant(classroom.lesson.mission.roundMs - 1));
    expect(quick.now).toBe(quick.endsAt);
    const before = JSON.stringify(quick);
    const { endsAt } = slow;
    classroom.move("host", { kind: "extend" });
    classroom.move("host", { kind: "endSoon" });
    expect(slow.endsAt).not.toBe(endsAt);
    expect(JSON.stringify(quick)).toBe(before);
  });

  test("a class counts down before it goes on, and the host may change their mind", () => {
    const classroom = classOf(1);
    classroom.startRound();
    classroom.move("host", { kind: "pause" });
    classroom.move("host", { kind: "resume" });
    const { now } = classroom;
    expect(classroom.lesson.resumesAt).toBe(now + countdownMs);
    classroom.runUntil(instant(now + countdownMs - 1));
    expect(classroom.lesson.paused).toBe(true);
    classroom.move("host", { kind: "pause" });
    classroom.runUntil(instant(now + 60_000));
    expect(classroom.lesson.paused).toBe(true);
    classroom.move("host", { kind: "resume" });
    classroom.runUntil(instant(now + 60_000 + countdownMs));
    expect(classroom.lesson.paused).toBe(false);
  });

  test("in a pause nothing moves, and nobody can act", () => {
    const hands = new Hands(["router1"]);
    const due = hands.waitFor("router1", "forward");
    hands.classroom.move("host", { kind: "pause" });
    const before = JSON.stringify(hands.match);
    expect(hands.act("router1", due.proposal)).toEqual({ kind: "refused", reason: "paused" });
    hands.wait(100_000);
    expect(JSON.stringify(hands.match)).toBe(before);
  });

  test("in a pause a seat that comes free does not begin to act by itself", () => {
    const hands = new Hands(["router1", "server"]);
    hands.waitFor("router1", "forward");
    hands.wait(5_000);
    hands.classroom.move("host", { kind: "pause" });
    const { world } = hands.match;
    const before = JSON.stringify(world);
    hands.classroom.move("shell", { kind: "lineCut", player: "router1" });
    hands.classroom.move("host", { kind: "kick", player: "server" });
    hands.wait(100_000);
    expect(JSON.stringify(world)).toBe(before);
    hands.classroom.move("host", { kind: "resume" });
    hands.wait(1);
    expect(JSON.stringify(world)).not.toBe(before);
  });

  test("a round that the host ends stays where it stopped", () => {
    const hands = new Hands(["router1"]);
    hands.wait(30_000);
    hands.classroom.move("host", { kind: "endRound" });
    hands.wait(100_000);
    expect(hands.classroom.lesson.phase).toBe("result");
    expect(hands.match.now).toBe(30_000);
  });

  test.each(["lobby", "briefing", "play", "result"])(
    "a room closed in the %s stays closed",
    (phase) => {
      const classroom = classOf(1);
      if (phase !== "lobby") classroom.move("host", { kind: "startRound" });
      if (phase === "play") classroom.move("p1", { kind: "ready" });
      if (phase === "result") classroom.move("host", { kind: "endRound" });
      expect(classroom.lesson.phase).toBe(phase);
      classroom.move("host", { kind: "closeRoom" });
      classroom.runUntil(instant(classroom.now + 500_000));
      expect(classroom.lesson.phase).toBe("over");
      expect(classroom.move("p1", { kind: "ready" })).toEqual({
        kind: "refused",
        reason: "closed",
      });
    },
  );
});

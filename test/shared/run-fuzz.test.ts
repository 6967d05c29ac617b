import { describe, expect, test } from "vitest";
import { bestEffort1 } from "../../assets/missions/best-effort-1.ts";
import { instant } from "../../shared/lib/instant.ts";
import { advanceMatch } from "../../shared/match/advance-match.ts";
import { createMatch } from "../../shared/match/create-match.ts";
import type { Match } from "../../shared/match/match.ts";
import type { Packet } from "../../shared/wire/packet.ts";
import { type Flight, flightsOf } from "../../shared/world/world.ts";
import { ScriptedClass } from "../kit/scripted-class.ts";
import { movesPerGame, playGame, reproduction } from "../run/fuzz-game.ts";
import { FuzzLesson } from "../run/fuzz-lesson.ts";
import { FuzzLetters } from "../run/fuzz-letters.ts";
import { FuzzScore } from "../run/fuzz-score.ts";
import { checkLesson } from "../run/fuzz-state-laws.ts";

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe("random play, legal or not", () => {
  const reached = new Set<string>();

  test("breaks no law", () => {
    for (const seed of seeds(32)) {
      expect(playGame(seed, movesPerGame, (what) => reached.add(what))).toBeUndefined();
    }
  });

  test.each([
    [2_000_781, 49], // two clients pushed each other out of the only slot before the round had begun
    [3_000_177, 302], // a port came up again for the same server while its old connection was remembered
  ])("no longer breaks one in game %d", (seed, moves) => {
    expect(playGame(seed, moves, () => undefined)).toBeUndefined();
  });

  test.each([
    ...["accepted", "already", "hop", "hop lost", "dropped beltFull", "dropped closedPort"],
    ...["dropped consumed", "dropped dead", "dropped expired", "dropped noRoute"],
    ...["dropped notMine", "refused tooFast", "refused outOfTurn", "refused notYourLetter"],
    ...["refused notYourTool", "refused paused", "tcp RST sent", "tcp icmp"],
    ...["tcp established", "tcp readable", "tcp finished", "tcp reset", "tcp timer", "tcp urgent"],
  ])("reaches: %s", (what) => {
    expect(reached).toContain(what);
  });

  test("is the same for the same seed", () => {
    const counted = () => {
      const counts: string[] = [];
      playGame(5, 300, (what) => counts.push(what));
      return counts;
    };
    expect(counted()).toEqual(counted());
  });

  test("goes on the same when the world comes out of JSON after every move of two hundred short rounds", () => {
    for (const seed of seeds(200)) {
      const lesson = new FuzzLesson(seed, () => undefined);
      for (let move = 0; move < 40; move++) {
        lesson.move();
        lesson.roundTrip();
      }
      lesson.end();
    }
  });
});

test("a broken law is told with the command that shows it again", () => {
  const broken = { seed: 4711, moves: 132, reason: "not so: letters do not vanish" };
  expect(reproduction(broken)).toBe("npm run fuzz -- --seed 4711 --moves 132");
});

/** A match that has gone on for a while, with letters under way and on belts, and those who have watched it. */
function watchedMatch() {
  const match = createMatch(bestEffort1, { seed: 3, size: 4, automaticMs: 900 });
  const letters = new FuzzLetters(match.world, () => undefined);
  const score = new FuzzScore(match);
  for (let at = 0; flightsOf(match.world).length < 2 || waiting(match).length === 0; at += 100) {
    advanceMatch(match, instant(at), letters.watch);
  }
  letters.check(match.world);
  score.check();
  return { match, letters, score };
}

const waiting = ({ world }: Match) =>
  Object.values(world.boxes).flatMap(({ id, belt }) =>
    belt.letters.map(({ packet }) => ({ box: id, packet })),
  );

describe("the book of letters notices", () => {
  const { match, letters } = watchedMatch();
  const [flight] = flightsOf(match.world) as readonly [Flight];
  const [{ box, packet }] = waiting(match) as [ReturnType<typeof waiting>[number]];
  const leave = (changed: Packet, from = box): void =>
    letters.watch.departed({ ...flight, packet: changed, from, link: `${from}-anywhere` });
  const ip = { ...packet.ip, ttl: packet.ip.ttl - 1 };

  test("a TTL that stays", () => {
    expect(() => leave(packet)).toThrow("the TTL falls by one at every hop");
  });

  test("a letter whose receiver is another after the hop", () => {
    const changed = { ...packet, ip: { ...ip, destination: packet.ip.source } };
    expect(() => leave(changed)).toThrow("a hop changes neither the addresses");
  });

  test("a letter that goes on from where it is not", () => {
    expect(() => leave({ ...packet, ip }, "atlantis")).toThrow("a letter goes on from where it is");
  });

  test("a letter that ends somewhere else", () => {
    expect(() => letters.watch.dropped("atlantis", packet, "noRoute")).toThrow("ends once");
  });

  test("a letter that arrives where it was not sent", () => {
    const input = { kind: "arrived", packet: flight.packet, link: flight.link } as const;
    expect(() => letters.watch.told(flight.from, input)).toThrow("what arrives was under way");
  });

  test("a letter that vanishes from its belt", () => {
    const { match, letters } = watchedMatch();
    for (const device of Object.values(match.world.boxes)) device.belt.letters = [];
    expect(() => letters.check(match.world)).toThrow("every letter is delivered, dropped");
  });

  test("a letter that vanishes on the way", () => {
    const { match, letters } = watchedMatch();
    match.world.queue.heap = match.world.queue.heap.filter((event) => !("flight" in event));
    expect(() => letters.check(match.world)).toThrow("every letter is delivered, dropped");
  });

  test("an ICMP error about an ICMP error", () => {
    const { match, letters } = watchedMatch();
    const id = match.world.nextPacket as Packet["id"];
    const about = { ip: packet.ip, body: { protocol: "icmp" } };
    const body = { protocol: "icmp", error: "timeExceeded", about } as unknown as Packet["body"];
    const departed = () => letters.watch.departed({ ...flight, packet: { ...packet, id, body } });
    expect(departed).toThrow("an ICMP error never answers an ICMP error");
  });
});

describe("the second ledger notices", () => {
  test.each(["points", "waste", "answered", "failed"] as const)("%s out of nothing", (sum) => {
    const { match, score } = watchedMatch();
    match[sum] += 1;
    expect(() => score.check()).toThrow(`the ${sum} are the fold of the log`);
  });

  test("play after the end", () => {
    const { match, score } = watchedMatch();
    match.endsAt = match.now;
    score.check();
    match.acts.push({ seat: "router1", kind: "reject", parents: [] });
    expect(() => score.check()).toThrow("what is over stays over");
  });
});

describe("the laws of the state notice", () => {
  const tamperings: readonly (readonly [law: string, tamper: (match: Match) => void])[] = [
    [
      "what is due has been done",
      ({ world }) => world.queue.heap.unshift({ at: 0, n: 0, timer: "client1" }),
    ],
    [
      "one clock",
      (match) => {
        match.world.now = instant(0);
      },
    ],
    [
      "how many letters are on it",
      ({ world }) => {
        for (const link of Object.values(world.links)) link.inFlight += 1;
      },
    ],
    [
      "a timer that is set rings",
      ({ world }) => {
        world.timers["client1"] = instant(5);
      },
    ],
    [
      "at most eight letters",
      ({ world }) => {
        for (const { belt } of Object.values(world.boxes)) belt.letters.push(...belt.letters);
      },
    ],
    [
      "every letter that waits has a due",
      ({ world }) => {
        for (const { gate } of Object.values(world.boxes)) gate.dues = [];
      },
    ],
    [
      "a due lies there once",
      ({ world }) => {
        for (const { gate } of Object.values(world.boxes)) gate.dues.push(...gate.dues);
      },
    ],
    [
      "whoever holds a seat knows it",
      ({ seats }) => {
        for (const seat of Object.values(seats)) seat.player = "p1";
      },
    ],
    [
      "held by nobody else",
      ({ seats }) => {
        for (const seat of Object.values(seats)) delete seat.player;
      },
    ],
    [
      "a desk is told things one by one",
      ({ seats }) => {
        for (const seat of Object.values(seats)) {
          seat.happenings.push({ n: seat.nextHappening + 1, at: instant(0), kind: "tookOver" });
        }
      },
    ],
    [
      "no port stays open for nobody",
      ({ world }) => {
        for (const box of Object.values(world.boxes)) if (box.kind === "host") box.errands = [];
      },
    ],
  ];

  test.each(tamperings)("when it is not so: %s", (law, tamper) => {
    const classroom = new ScriptedClass({ seed: 3, mission: "best-effort-1" });
    classroom.join("p1");
    classroom.startRound();
    const match = classroom.placeOf("p1")?.match as Match;
    classroom.playUntil(() => waiting(match).length > 0 && flightsOf(match.world).length > 0);
    checkLesson(classroom.lesson);
    tamper(match);
    expect(() => checkLesson(classroom.lesson)).toThrow(law);
  });
});

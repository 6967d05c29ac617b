import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { missions } from "../../../assets/missions/missions.ts";
import { advance } from "../../../shared/lesson/advance.ts";
import { replay } from "../../../shared/lesson/journal.ts";
import { createLesson } from "../../../shared/lesson/lesson.ts";
import { receive } from "../../../shared/lesson/receive.ts";
import { type Hop, type Story, storyOf } from "../../../shared/lesson/story.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { instant } from "../../../shared/lib/instant.ts";
import type { Match } from "../../../shared/match/match.ts";
import { type Flight, flightsOf, type Watch } from "../../../shared/world/world.ts";
import { Hands } from "../../kit/hands.ts";
import { port } from "../../kit/one-box.ts";
import { aClassPlan, type ClassPlan, liveThrough } from "../../kit/random-class.ts";
import type { ScriptedClass } from "../../kit/scripted-class.ts";
import { storyOfHands } from "../../kit/told-round.ts";

const untilMs = 90_000;
const everyClass = (law: (plan: ClassPlan) => void, numRuns = 25): void =>
  fc.assert(fc.property(aClassPlan(untilMs), law), { numRuns });

const tellOf = ({ journal, now }: ScriptedClass, network?: string): Story | undefined =>
  storyOf(journal, missions, now, network);

/** Every letter that was ever under way, by the seed of the round, seen by somebody who looks all the time. */
function flightsSeen(plan: ClassPlan) {
  const seen = new Map<number, Set<Flight>>();
  const classroom = liveThrough(plan, {}, ({ lesson }) => {
    const match = lesson.phase === "play" ? lesson.networks["n1"]?.match : undefined;
    if (match === undefined) return;
    const flights = seen.get(match.seed) ?? new Set();
    for (const flight of flightsOf(match.world)) flights.add(flight);
    seen.set(match.seed, flights);
  });
  return { classroom, seen };
}

const asText = (flights: Iterable<Flight>): readonly string[] =>
  [...flights].map((flight) => JSON.stringify({ ...flight, errand: undefined })).sort();

describe("in any class, with mistakes, pauses, comings and goings", () => {
  test("the story has every letter on every link, once", () => {
    everyClass((plan) => {
      const { classroom, seen } = flightsSeen(plan);
      const story = tellOf(classroom);
      expect(asText(story?.hops ?? [])).toEqual(asText(seen.get(story?.seed ?? -1) ?? []));
    });
  });

  test("it has every act, and every judged one with what the judge knows of it", () => {
    everyClass((plan) => {
      const { classroom, seen } = flightsSeen(plan);
      const story = tellOf(classroom);
      const match = classroom.lesson.networks["n1"]?.match;
      if (story === undefined || match === undefined || !seen.has(match.seed)) return;
      expect(story.acts.map(({ seat, act }) => [seat, act.kind])).toEqual(
        match.acts.map(({ seat, kind }) => [seat, kind]),
      );
      const judged = match.evidence.filter(({ act }) => act > 0);
      expect(story.acts.flatMap(({ evidence }) => evidence ?? [])).toEqual(judged);
    });
  });

  test("it knows how every errand ended", () => {
    everyClass((plan) => {
      const { classroom, seen } = flightsSeen(plan);
      const story = tellOf(classroom);
      const match = classroom.lesson.networks["n1"]?.match;
      if (story === undefined || match === undefined || !seen.has(match.seed)) return;
      // What a visitor came for is told, too, but counts for nobody.
      const errands = story.errands.filter(({ client }) => match.errands[client] !== undefined);
      const ended = (end: string) => errands.filter((errand) => errand.end === end).length;
      expect([ended("answered"), ended("failed")]).toEqual([match.answered, match.failed]);
      expect(errands.length - match.answered - match.failed).toBe(openErrands(match));
      for (const { openedAt, endedAt } of story.errands) {
        expect(endedAt ?? story.endedAt).toBeGreaterThanOrEqual(openedAt);
      }
    });
  });

  test("whoever looks on changes nothing", () => {
    everyClass((plan) => {
      const { journal, now } = liveThrough(plan);
      const lesson = createLesson(journal.options, missions);
      const onlooker = () => silent;
      for (const move of journal.moves) receive(lesson, move, onlooker);
      advance(lesson, now, onlooker);
      expect(hashOf(lesson)).toBe(hashOf(replay(journal, missions, now)));
    });
  });
});

const silent: Watch = {
  departed: () => undefined,
  told: () => undefined,
  dropped: () => undefined,
  notice: () => undefined,
  call: () => undefined,
};

const openErrands = (match: Match): number =>
  Object.values(match.world.boxes)
    .filter(({ id }) => match.errands[id] !== undefined)
    .flatMap((box) => (box.kind === "host" ? box.errands : [])).length;

test("a story is plain data and the same however often it is told", () => {
  const { classroom } = new Hands(["router1"]);
  classroom.finishRound();
  const story = tellOf(classroom);
  expect(JSON.parse(JSON.stringify(story))).toEqual(story);
  expect(tellOf(classroom)).toEqual(story);
});

test("where nothing was played there is no story", () => {
  const { classroom } = new Hands(["router1"]);
  expect(storyOf({ ...classroom.journal, moves: [] }, missions, classroom.now)).toBeUndefined();
  expect(tellOf(classroom, "n2")).toBeUndefined();
});

test("the instant chooses the round, and how much of it is told", () => {
  const { classroom } = new Hands(["router1"]);
  const firstEnd = classroom.now;
  classroom.finishRound();
  classroom.move("host", { kind: "startRound" });
  classroom.move("router1", { kind: "ready" });
  classroom.runUntil(instant(classroom.now + 10_000));
  const [early, first, second] = [firstEnd + 5_000, firstEnd + 239_000, classroom.now].map((at) =>
    storyOf(classroom.journal, missions, instant(at)),
  );
  expect(early?.endedAt).toBe(5_000);
  expect(first?.endedAt).toBe(239_000);
  expect(first?.hops.slice(0, early?.hops.length)).toEqual(early?.hops);
  expect([first?.seed, second?.seed].map((seed) => seed === early?.seed)).toEqual([true, false]);
});

describe("the letters of an errand", () => {
  const pathOf = (hops: readonly Hop[]): readonly string[] =>
    hops.map(({ from, to }) => `${from} ${to}`);

  test("go from the client to the server and back", () => {
    const hands = new Hands([]);
    hands.classroom.finishRound();
    const { errands, hops } = storyOfHands(hands);
    const [errand] = errands.filter(
      ({ client, openedAt, service }) =>
        client === "client1" && openedAt > 0 && service !== "album" && service !== "diary",
    );
    expect(errand?.end).toBe("answered");
    const path = pathOf(hops.filter((hop) => hop.errand === errand?.key));
    expect(path.slice(-6)).toEqual([
      "client1 router1",
      "router1 router3",
      "router3 server",
      "server router3",
      "router3 router1",
      "router1 client1",
    ]);
  });

  test("are its own even if the letter bears another errand's port", () => {
    const hands = new Hands(["client1"]);
    const { proposal } = hands.waitFor("client1", "sendDatagram");
    const other = hands.host("client1").errands.find(({ id }) => id !== proposal.errand);
    hands.act("client1", { ...proposal, sourcePort: other?.socket ?? port(80) });
    hands.wait(20_000);
    const { hops, acts } = storyOfHands(hands);
    const wrong = acts.find(({ evidence }) => evidence?.reason === "sourcePortOfAnotherErrand");
    const letters = hops.filter(({ packet }) => packet.cause === wrong?.id);
    expect(letters.map(({ errand }) => errand)).toContain(`client1/${proposal.errand}`);
    const home = hops.findLast(({ to, errand }) => to === "client1" && errand === wrong?.errand);
    expect(home?.packet.body).toMatchObject({ destinationPort: other?.socket });
  });

  test("are all the letters there are, those of before the round as well", () => {
    const hands = new Hands(["server", "router2"]);
    hands.classroom.finishRound();
    const { hops } = storyOfHands(hands);
    expect(hops.filter(({ errand }) => errand === undefined)).toEqual([]);
  });
});

test("signs that go up, programs that stop and letters that end are in the story", () => {
  const hands = new Hands(["router2"]);
  hands.act("router2", { kind: "raiseFlag", flag: "full" });
  hands.act("router2", { ...hands.waitFor("router2", "forward").proposal, kind: "reject" });
  const [stop] = hands.match.mission.events;
  if (stop?.kind !== "programStops") throw new Error("no program stops");
  hands.wait(stop.at + 5_000);
  const { events } = storyOfHands(hands);
  const flag = { kind: "raiseFlag", flag: "full" } as const;
  expect(events).toContainEqual({ at: 0, box: "router2", call: flag });
  expect(events).toContainEqual(expect.objectContaining({ box: "router2", dropped: "noRoute" }));
  const [{ at, service }] = addressAndDoor1.events;
  const notice = { kind: "programStopped", service };
  expect(events).toContainEqual({ at, box: "server", notice });
});

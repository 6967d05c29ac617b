import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { replay } from "../../../shared/lesson/journal.ts";
import { receive } from "../../../shared/lesson/receive.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { hashOf } from "../../../shared/lib/hash.ts";
import { instant } from "../../../shared/lib/instant.ts";
import {
  anyEvents,
  type LessonEvent,
  ownersOf,
  placesOf,
  uprooted,
} from "../../kit/lesson-events.ts";
import { Pupil, skills } from "../../kit/pupil.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

const mostEvents = 30;

/** A class of seven in two networks that has begun to play, four of them by hand. */
function begin(seed: number): ScriptedClass {
  const classroom = new ScriptedClass({ seed });
  for (let n = 1; n <= 7; n++)
    classroom.join(`p${n}`, n > 4 ? undefined : new Pupil(skills.average, seed + n));
  classroom.move("host", { kind: "setLesson", explainFirst: false, roundMs: 30_000 });
  classroom.startRound();
  return classroom;
}

/** Lives through what happens; `watch` looks after each event and the time that passes after it. */
function liveOn(
  classroom: ScriptedClass,
  events: readonly LessonEvent[],
  watch: (event: LessonEvent) => void = () => undefined,
): ScriptedClass {
  for (const event of events) {
    classroom.move(event.by, event.intent);
    watch(event);
    classroom.runOn(instant(classroom.now + event.thenMs));
    watch(event);
  }
  return classroom;
}

const inAnyClass = (law: (seed: number, events: readonly LessonEvent[]) => void): void =>
  fc.assert(fc.property(fc.nat(), anyEvents(mostEvents), law), { numRuns: 60 });

describe("whoever joins, leaves, reloads, comes on another device, is put out or moved, in any order", () => {
  test("no seat has two owners, and a seat and its owner know each other", () => {
    inAnyClass((seed, events) => {
      const classroom = begin(seed);
      liveOn(classroom, events, () => {
        const places = Object.entries(placesOf(classroom.lesson));
        const owners = Object.fromEntries(places.map(([player, place]) => [place, player]));
        expect(Object.keys(owners)).toHaveLength(places.length);
        expect(ownersOf(classroom.lesson)).toEqual(owners);
      });
    });
  });

  test("nobody loses a seat but by a new round or by the host", () => {
    inAnyClass((seed, events) => {
      const classroom = begin(seed);
      const { lesson } = classroom;
      let before = { round: lesson.round, places: placesOf(lesson) };
      liveOn(classroom, events, (event) => {
        expect(uprooted(before, event, lesson)).toEqual([]);
        before = { round: lesson.round, places: placesOf(lesson) };
      });
    });
  });

  test("every score that anybody sees is the fold of the journal", () => {
    inAnyClass((seed, events) => {
      const { lesson, journal, missions, now } = liveOn(begin(seed), events);
      const folded = replay(JSON.parse(JSON.stringify(journal)), missions, now);
      expect(hashOf(folded)).toBe(hashOf(lesson));
      for (const viewer of [
        { kind: "host" } as const,
        { kind: "screen" } as const,
        ...Object.keys(lesson.players).map((player) => ({ kind: "player", player }) as const),
      ]) {
        const [there, here] = [viewFor(folded, viewer), viewFor(lesson, viewer)];
        expect([there.standings, there.mine, there.tallies, there.results]).toEqual([
          ...[here.standings, here.mine, here.tallies, here.results],
        ]);
      }
    });
  });

  test("a host who lost the line and asks again what was already done does it once", () => {
    inAnyClass((seed, events) => {
      const classroom = begin(seed);
      liveOn(classroom, events, ({ by, intent }) => {
        const last = classroom.lesson.actors[by]?.last ?? 0;
        if (by !== "host" || last === 0) return;
        const before = hashOf(classroom.lesson);
        const again = { at: classroom.now, by, n: last, intent };
        expect(receive(classroom.lesson, again).kind).toBe("already");
        expect(hashOf(classroom.lesson)).toBe(before);
      });
    });
  });
});

describe("a room that is locked", () => {
  test("lets nobody new in, and everybody back who has a seat", () => {
    const classroom = begin(1);
    classroom.move("shell", { kind: "lineCut", player: "p2" });
    const place = placesOf(classroom.lesson)["p2"];
    classroom.move("host", { kind: "lock", locked: true });
    expect(classroom.join("late1")).toEqual({ kind: "refused", reason: "locked" });
    expect(classroom.move("shell", { kind: "lineBack", player: "p2" }).kind).toBe("accepted");
    expect(placesOf(classroom.lesson)["p2"]).toBe(place);
    expect(classroom.placeOf("p2")?.seat.away).toBe(false);
  });
});

test("a player whom the host moves to a seat that is taken gets it, and its owner gets theirs", () => {
  const classroom = begin(1);
  const before = placesOf(classroom.lesson);
  const [network = "", box = ""] = before["p2"]?.split(" ") ?? [];
  classroom.move("host", { kind: "moveSeat", player: "p1", network, box });
  expect(placesOf(classroom.lesson)).toEqual({
    ...before,
    p1: before["p2"],
    p2: before["p1"],
  });
});

import { beforeEach, expect, test } from "vitest";
import { TouchedDesks } from "../../../server/rooms/touched-desks.ts";
import { advance } from "../../../shared/lesson/advance.ts";
import { receive } from "../../../shared/lesson/receive.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { later } from "../../../shared/lib/instant.ts";
import { seatOf } from "../../../shared/match/match.ts";
import { Hands } from "../../kit/hands.ts";
import { asSeen } from "../../kit/scripted-class.ts";

let hands: Hands;
let desks: TouchedDesks;

beforeEach(() => {
  hands = new Hands(["client1", "router1"]);
  hands.waitFor("client1", "sendDatagram");
  desks = new TouchedDesks();
});

/** Lets time pass with somebody looking on; at which desks something may have changed. */
function touchedWithin(ms: number): readonly string[] {
  advance(hands.classroom.lesson, later(hands.classroom.lesson.now, ms), desks.onlooker);
  return [...(desks.take().get(hands.match) ?? [])].sort();
}

test("where nothing happens nobody is touched", () => {
  expect(touchedWithin(0)).toEqual([]);
});

test("a letter that leaves is news at both ends of its line, and one that arrives is where it went", () => {
  hands.act("client1", hands.waitFor("client1", "sendDatagram").proposal);
  const [flight] = Object.values(viewOf("client1").letters).filter(
    ({ from }) => from === "client1",
  );
  expect(flight?.to).toBe("router1");
  expect(touchedWithin((flight?.arriveAt ?? 0) - hands.match.now)).toContain("router1");
});

test("whatever changes at a desk, that desk was touched", () => {
  let changes = 0;
  for (let step = 0; step < 400; step++) {
    const before = new Map(["client1", "router1"].map((box) => [box, deskOf(box)]));
    if (step % 10 === 0) for (const box of before.keys()) obey(box);
    const touched = touchedWithin(100);
    const changed = [...before].filter(([box, desk]) => desk !== deskOf(box));
    for (const [box] of changed) expect(touched).toContain(box);
    changes += changed.length;
  }
  expect(changes).toBeGreaterThan(5);
});

test("what was taken is not told again", () => {
  desks.touchAll(hands.match);
  expect(desks.has(hands.match)).toBe(true);
  expect([...(desks.take().get(hands.match) ?? [])].sort()).toEqual(
    Object.keys(hands.match.seats).sort(),
  );
  expect(desks.take().size).toBe(0);
});

/** Does what its machine would do next, with somebody looking on. */
function obey(box: string): void {
  const { lesson } = hands.classroom;
  const [due] = hands.dues(box);
  const act = due && asSeen(seatOf(hands.match, box), due.proposal);
  const n = (lesson.actors[box]?.last ?? 0) + 1;
  if (act !== undefined)
    receive(lesson, { at: lesson.now, by: box, n, intent: { kind: "act", act } }, desks.onlooker);
}

const viewOf = (player: string) => viewFor(hands.classroom.lesson, { kind: "player", player });

/** What a desk has to do and was told, apart from help that lights up by time alone. */
function deskOf(box: string): string {
  const { belt, errands, happenings, dues, routes, doors } = viewOf(box);
  const ids = Object.keys(dues);
  return JSON.stringify({ belt, errands, happenings, ids, routes, doors });
}

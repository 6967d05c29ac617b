import { beforeEach, expect, test } from "vitest";
import { TouchedDesks } from "../../../server/rooms/touched-desks.ts";
import { advance } from "../../../shared/lesson/advance.ts";
import { playTimeAt } from "../../../shared/lesson/lesson.ts";
import { receive } from "../../../shared/lesson/receive.ts";
import { viewFor } from "../../../shared/lesson/view-for.ts";
import { later } from "../../../shared/lib/instant.ts";
import { quietDesks } from "../../../shared/match/advance-match.ts";
import { seatOf } from "../../../shared/match/match.ts";
import { viewDesk } from "../../../shared/match/view-desk.ts";
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
  return [...(desks.take().get(hands.match)?.seen ?? [])].sort();
}

/** Lets time pass with somebody looking on; the desks that change by time alone are told beforehand, as the keeper does. */
function toldWithin(ms: number): readonly string[] {
  const { lesson } = hands.classroom;
  const until = later(lesson.now, ms);
  const [network] = Object.values(lesson.networks);
  if (network !== undefined)
    desks.touch(hands.match, quietDesks(hands.match, playTimeAt(network, until)));
  advance(lesson, until, desks.onlooker);
  return [...(desks.take().get(hands.match)?.told ?? [])];
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

test("a letter on its way is seen where it goes, and that machine is told nothing yet", () => {
  hands.waitFor("client1", "sendDatagram");
  obey("client1");
  const touched = desks.take().get(hands.match);
  expect([...(touched?.seen ?? [])]).toContain("router1");
  expect([...(touched?.told ?? [])]).toEqual(["client1"]);
});

test.each(["address-and-door-2", "best-effort-2", "three-handshakes-2", "in-order-2"])(
  "whatever changes at a desk in %s, that machine was told",
  (mission) => {
    hands = new Hands([], { mode: "room", mission });
    const held = Object.keys(hands.match.seats).filter((_, index) => index % 2 === 0);
    hands = new Hands(held, { mode: "room", mission });
    const boxes = Object.keys(hands.match.seats);
    let changes = 0;
    for (let step = 0; step < 300; step++) {
      const before = boxes.map(deskOf);
      if (step % 10 === 0) for (const box of boxes) obey(box);
      const told = toldWithin(200);
      const changed = boxes.filter((box, index) => deskOf(box) !== before[index]);
      for (const box of changed) expect(told).toContain(box);
      changes += changed.length;
    }
    expect(changes).toBeGreaterThan(50);
  },
);

test("what was taken is not told again", () => {
  desks.touchAll(hands.match);
  expect(desks.has(hands.match)).toBe(true);
  expect([...(desks.take().get(hands.match)?.told ?? [])].sort()).toEqual(
    Object.keys(hands.match.seats).sort(),
  );
  expect(desks.take().size).toBe(0);
});

/** Does what its machine would do next, with somebody looking on. */
function obey(box: string): void {
  const { lesson } = hands.classroom;
  const seat = seatOf(hands.match, box);
  const [due] = hands.dues(box);
  if (due === undefined || seat.player === undefined) return;
  const [by, act] = [seat.player, asSeen(seat, due.proposal)];
  const n = (lesson.actors[by]?.last ?? 0) + 1;
  receive(lesson, { at: lesson.now, by, n, intent: { kind: "act", act } }, desks.onlooker);
}

const viewOf = (player: string) => viewFor(hands.classroom.lesson, { kind: "player", player });

/** All that a desk's own machine and its people know. */
const deskOf = (box: string): string => JSON.stringify(viewDesk(hands.match, box));

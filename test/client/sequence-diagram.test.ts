import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../assets/missions/address-and-door-1.ts";
import { texts } from "../../assets/text/text.ts";
import { presentSequence } from "../../client/present/sequence-diagram.ts";
import { presentErrandChoices } from "../../client/present/sequence-errands.ts";
import type { Hop, Story } from "../../shared/lesson/story.ts";
import { instant } from "../../shared/lib/instant.ts";
import { skills } from "../kit/pupil.ts";
import { toldRound } from "../kit/told-round.ts";

const clumsy = { ...skills.new, errorPercent: 45 };
const story = toldRound("client2", 4, clumsy);
const me = "client2";
const text = texts.ko;
const [errand] = presentErrandChoices(story, me, text).filter(({ faults }) => faults > 0);
const diagram = presentSequence(story, me, errand?.key, text);
const hopsOf = (key: string | undefined): readonly Hop[] =>
  story.hops.filter((hop) => hop.errand === key);

describe("the letters of an errand", () => {
  test("are arrows between the machines they passed, which stand as on the map", () => {
    const order = addressAndDoor1.boxes
      .toSorted((a, b) => a.x - b.x || a.y - b.y)
      .map(({ id }): string => id);
    const passed = new Set(hopsOf(errand?.key).flatMap(({ from, to }) => [from, to]));
    expect(diagram.lanes.map(({ box }) => box)).toEqual(order.filter((box) => passed.has(box)));
    expect(diagram.lanes.filter(({ you }) => you).map(({ box }) => box)).toEqual([me]);
    const drawn = diagram.arrows.map(({ from, to }) => [
      diagram.lanes[from]?.box,
      diagram.lanes[to]?.box,
    ]);
    expect(drawn).toEqual(hopsOf(errand?.key).map(({ from, to }) => [from, to]));
  });

  test("run downwards, the earlier above the later", () => {
    const starts = diagram.arrows.map(({ y }) => y[0]);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    for (const { y } of diagram.arrows) expect(y[1]).toBeGreaterThan(y[0]);
  });

  test("say where they want to go on the first link they take, and only there", () => {
    const labelled = diagram.arrows.filter(({ label }) => label !== undefined);
    expect(labelled).toHaveLength(new Set(hopsOf(errand?.key).map((hop) => hop.packet.id)).size);
    expect(labelled[0]?.label).toMatch(/^10\.0\.\d+\.\d+:\d+$/);
  });

  test("stand in words in a row of a table", () => {
    const [{ row }] = diagram.arrows as [(typeof diagram.arrows)[0]];
    expect(row.at).toMatch(/^\d:\d\d\.\d$/);
    expect(row.letter).toMatch(/^UDP 10\./);
    expect(row.end).toContain("도착");
  });
});

test("without an errand only what passed my own desk is drawn", () => {
  const mine = presentSequence(story, me, undefined, text);
  expect(mine.lanes.map(({ box }) => box)).toEqual([me, "router2"]);
  expect(mine.arrows.every((arrow) => arrow.mine)).toBe(true);
  expect(mine.arrows).toHaveLength(
    story.hops.filter(({ from, to }) => from === me || to === me).length,
  );
  expect(mine.marks).toHaveLength(story.acts.filter(({ evidence }) => evidence).length);
});

test("my acts stand on my lane, a wrong one also where its consequence came home", () => {
  const { marks } = presentSequence(story, me, undefined, text);
  expect(marks.map(({ n }) => n)).toEqual(marks.map((_, index) => index + 1));
  const wrong = marks.filter(({ deed }) => deed === "wrong");
  expect(wrong.some(({ y, echo }) => echo !== undefined && echo > y)).toBe(true);
  expect(marks.filter(({ deed }) => deed === "right").every(({ echo }) => echo === undefined)).toBe(
    true,
  );
});

describe("a letter that does not come in", () => {
  const [first, ...others] = hopsOf(errand?.key);
  if (first === undefined) throw new Error("the errand has no letters");
  const fateOf = (changed: Partial<Story>) =>
    presentSequence({ ...story, hops: [first, ...others], ...changed }, me, errand?.key, text)
      .arrows[0];

  test("is lost on the way", () => {
    const lostAt = instant(first.departAt + 300);
    const lost = fateOf({ hops: [{ ...first, lostAt }, ...others] });
    expect([lost?.fate, lost?.row.end]).toEqual(["lost", "가다가 사라짐"]);
  });

  test("falls off a full belt", () => {
    const { to: box, arriveAt: at, packet } = first;
    const fell = fateOf({ events: [{ at, box, packet: packet.id, dropped: "beltFull" }] });
    expect(fell?.fate).toBe("beltFull");
  });

  test("is still on its way when the round ends", () => {
    expect(fateOf({ endedAt: instant(first.arriveAt - 1) })?.fate).toBe("underWay");
  });
});

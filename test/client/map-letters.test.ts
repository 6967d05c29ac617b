import { describe, expect, test } from "vitest";
import {
  boxSquash,
  isUnderWay,
  keepLetters,
  letterMarks,
  letterPosition,
  trailMarks,
  trailStep,
} from "../../client/present/map-letters.ts";
import type { MapLetter } from "../../client/present/map-scene.ts";

const letter: MapLetter = {
  id: "1",
  kind: "udp",
  line: [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
  ],
  to: "router1",
  departAt: 1_000,
  arriveAt: 2_000,
};
const lost = { ...letter, lostAt: 1_250 };
const places = (marks: readonly { x: number; y: number }[]) =>
  marks.map(({ x, y }) => [Math.round(x), Math.round(y)]);

describe("a letter under way", () => {
  test.each([
    { at: 900, x: 0, y: 0 },
    { at: 1_000, x: 0, y: 0 },
    { at: 1_250, x: 50, y: 0 },
    { at: 1_500, x: 100, y: 0 },
    { at: 1_750, x: 100, y: 50 },
    { at: 2_500, x: 100, y: 100 },
  ])("is at ($x, $y) at $at ms: evenly along the bent line", ({ at, x, y }) => {
    expect(letterPosition(letter, at)).toMatchObject({ x, y });
  });

  test("is drawn from its departure until just before its arrival", () => {
    const seen = [999, 1_000, 1_999, 2_000].map((at) => letterMarks(letter, at, false).length);
    expect(seen).toEqual([0, 1, 1, 0]);
  });

  test("draws a trail that follows the bend and fades backwards", () => {
    const marks = trailMarks(letter, 1_550, false);
    expect(new Set(marks.map(({ turn }) => turn))).toEqual(new Set([0, Math.PI / 2]));
    expect(marks.map(({ alpha }) => alpha)).toEqual(
      marks.map(({ alpha }) => alpha).toSorted((a, b) => a - b),
    );
  });

  test("has no more trail than way behind it", () => {
    expect(trailMarks(letter, 1_000, false)).toEqual([]);
    expect(trailMarks(letter, 1_050, false).length).toBe(Math.floor(10 / trailStep));
  });
});

describe("with reduced motion", () => {
  test("a letter stands at four stops on its way, none of them behind a box", () => {
    const stops = [1_200, 1_400, 1_700, 1_900].flatMap((at) => letterMarks(letter, at, true));
    expect(places(stops)).toEqual([
      [55, 0],
      [85, 0],
      [100, 15],
      [100, 45],
    ]);
  });

  test("on a short line the stops stand closer, and still apart", () => {
    const line = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    const stops = [1_200, 1_400, 1_700, 1_900].flatMap((at) =>
      letterMarks({ ...letter, line }, at, true),
    );
    expect(stops.map(({ x }) => Math.round(x))).toEqual([36, 45, 55, 64]);
  });

  test("one stop fades into the next within 80 ms", () => {
    const marks = letterMarks(letter, 1_270, true);
    expect(marks.map(({ x, alpha }) => [Math.round(x), alpha])).toEqual([
      [55, 0.75],
      [85, 0.25],
    ]);
    expect(letterMarks(letter, 1_330, true)).toHaveLength(1);
  });

  test("all of a letter is there at every moment once it has come out", () => {
    for (let at = 1_000 + 80; at < 2_000; at += 10) {
      const marks = letterMarks(letter, at, true);
      expect(marks.reduce((sum, { alpha }) => sum + alpha, 0)).toBeCloseTo(1);
    }
  });

  test("the stripe of a letter that stands lies on the way it has come, and stands with it", () => {
    const trail = trailMarks(letter, 1_700, true);
    expect(places(trail).at(-1)).toEqual([100, 15 - trailStep]);
    expect(trail.length).toBeGreaterThan(10);
    expect(trailMarks(letter, 1_740, true)).toEqual(trail);
  });

  test("a lost letter fades where it is", () => {
    const [falling] = letterMarks(lost, 1_450, true);
    expect(falling).toMatchObject({ x: 50, y: 0, turn: 0, alpha: 0.5 });
  });
});

describe("a lost letter", () => {
  test("travels until it is lost", () => {
    expect(letterMarks(lost, 1_249, false)).toHaveLength(1);
    expect(isUnderWay(lost, 1_250)).toBe(false);
  });

  test("drops, turns and fades beside its ×", () => {
    const [falling, cross] = letterMarks(lost, 1_450, false);
    expect(falling).toMatchObject({ kind: "udp", x: 50, alpha: 0.5 });
    expect(falling?.y).toBeGreaterThan(0);
    expect(falling?.turn).toBeGreaterThan(0);
    expect(cross).toEqual({ kind: "lost", x: 50, y: 0, alpha: 1, turn: 0 });
  });

  test("leaves the × for two seconds", () => {
    expect(letterMarks(lost, 1_700, false).map(({ kind }) => kind)).toEqual(["lost"]);
    expect(letterMarks(lost, 3_249, false)).toHaveLength(1);
    expect(letterMarks(lost, 3_250, false)).toEqual([]);
  });
});

describe("a box", () => {
  test("gives way for 120 ms when a letter arrives, most of all half-way", () => {
    const squash = [1_999, 2_000, 2_030, 2_060, 2_121].map((at) =>
      boxSquash("router1", [letter], at).toFixed(2),
    );
    expect(squash).toEqual(["0.00", "0.00", "0.71", "1.00", "0.00"]);
  });

  test("stays still for letters to others and for lost ones", () => {
    expect(boxSquash("server", [letter], 2_060)).toBe(0);
    expect(boxSquash("router1", [lost], 2_060)).toBe(0);
  });
});

describe("letters that a new view no longer has", () => {
  test("finish their way", () => {
    expect(keepLetters([letter], [], 1_900)).toEqual([letter]);
    expect(keepLetters([letter], [], 2_120)).toEqual([]);
  });

  test("leave their × as long as it stays", () => {
    expect(keepLetters([lost], [], 3_000)).toEqual([lost]);
    expect(keepLetters([lost], [], 3_250)).toEqual([]);
  });

  test("give way to the newer row of the same letter", () => {
    expect(keepLetters([letter], [lost], 1_200)).toEqual([lost]);
  });
});

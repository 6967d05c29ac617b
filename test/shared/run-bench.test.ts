import { describe, expect, test } from "vitest";
import { barePlaces, hopBare } from "../run/bare-chain.ts";
import { viewsOf } from "../run/bench-class.ts";
import { exportOfRound } from "../run/bench-export.ts";
import { Stream } from "../run/bench-stream.ts";

describe.each([
  { nodes: 20, cardsUnderWay: 10 },
  { nodes: 5, cardsUnderWay: 100 },
])("on a chain of $nodes with room for $cardsUnderWay cards", (size) => {
  const stream = new Stream(size);

  test("so many letters are under way, give or take the one at an end", () => {
    expect(Math.abs(stream.underWay() - size.cardsUnderWay)).toBeLessThanOrEqual(1);
  });

  test("every letter crosses every line", () => {
    const { world } = stream.match;
    const letters = world.nextPacket;
    const hops = stream.run(20_000);
    const lines = size.nodes - 1;
    expect(Math.abs(hops / lines - (world.nextPacket - letters))).toBeLessThan(size.cardsUnderWay);
  });

  test("an act that was judged stands behind every letter", () => {
    const { evidence, acts } = stream.match;
    expect(evidence.length).toBeGreaterThan(0);
    expect(evidence).toHaveLength(acts.length);
  });
});

test("a letter of the bare chain is at its end after a hop over every line, to and fro", () => {
  const letters = 10;
  const crossing = letters * (barePlaces - 1);
  expect([1, 2, 3].map(() => hopBare(crossing))).toEqual([0, letters, letters]);
});

test("the same views are mirrored and written as text", () => {
  const { mirrored, asText } = viewsOf(2);
  expect(mirrored.run()).toBe(asText.run());
});

test("the same frames are captured and written as text", () => {
  const { captures, asText } = exportOfRound();
  expect(captures.run()).toBe(asText.run());
});
